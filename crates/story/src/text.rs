use std::{ops::Range, sync::Arc};

use crate::{
    Fit, Term,
    direction::runs_against,
    separator::{is_end, is_hard, is_letter, is_start},
    wire::{Folds, Reader, Wire, Writer, Wrong, wire},
};

/// The most bytes of a word that are considered: in scripts without spaces a word has no end.
const LONGEST_WORD: usize = 64;

/// A text that can be searched: as it is shown, as it is compared, and the way back from one to the other.
///
/// Searching compares folded text (see [`crate::fold`]) word by word (see [`Term`]). Folding needs big tables, so only the
/// characters travel that occur in a story and do not simply fold to themselves in ASCII lower case, each once.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Text {
    made: Arc<Made>,
    foreign: Option<Foreign>,
}

/// What is made of a text when it is read. Where the same text stands several times it is shared.
#[derive(Debug, Default, Eq, PartialEq)]
pub(crate) struct Made {
    shown: String,
    folded: String,
    replaced: Vec<Replaced>,
    searched: bool,
}

/// Where a text is in another language than the edition. Positions are in bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Foreign {
    start: u16,
    end: u16,
    language: u8,
}

wire!(struct Foreign { start, end, language });

/// A part of a text that stands by itself, or between two that do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TextPart<'t> {
    /// Whether its direction is its own: nothing around it moves what is in it, nor the other way round.
    pub is_apart: bool,
    /// The position of its language in the edition's list, where it is another than the edition's.
    pub language: Option<u8>,
    /// What is in it, each piece with whether a term stands there.
    pub pieces: Vec<(&'t str, bool)>,
}

/// A part of the shown text that folds to something of its own. Positions are in bytes.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Replaced {
    shown: Range<usize>,
    folded: Range<usize>,
}

impl Made {
    /// What is made of a text: with what its characters fold to, where it is searched.
    pub fn new(shown: &str, folds: Option<&Folds>) -> Self {
        let Some(folds) = folds else {
            return Self { shown: shown.to_owned(), folded: shown.to_ascii_lowercase(), ..Self::default() };
        };
        let mut folded = String::with_capacity(shown.len());
        let mut replaced = Vec::new();
        for (at, character) in shown.char_indices() {
            let own = folds.binary_search_by_key(&character, |(known, _)| *known).ok();
            if let Some((_, becomes)) = own.and_then(|own| folds.get(own)) {
                let start = folded.len();
                folded.push_str(becomes);
                let shown = at..at + character.len_utf8();
                replaced.push(Replaced { shown, folded: start..folded.len() });
            } else {
                folded.push(character.to_ascii_lowercase());
            }
        }
        Self { shown: shown.to_owned(), folded, replaced, searched: true }
    }
}

impl Text {
    /// A text that is searched.
    #[cfg(feature = "fold")]
    #[must_use]
    pub fn new(shown: &str) -> Self {
        let characters: std::collections::BTreeSet<char> =
            shown.chars().filter(|character| !character.is_ascii()).collect();
        let folded = |character: char| (character, crate::fold::fold(character.encode_utf8(&mut [0; 4])));
        let differs = |(character, folded): &(char, String)| !folded.chars().eq([*character]);
        let folds = characters.into_iter().map(folded).filter(differs).collect();
        Self { made: Arc::new(Made::new(shown, Some(&folds))), foreign: None }
    }

    /// The same with a part of it, in bytes, in the language at that position of the edition's list.
    #[must_use]
    pub fn with_foreign(self, range: Range<usize>, language: usize) -> Self {
        // No text of a card is that long, and no story has that many languages.
        let foreign = || {
            let (start, end) = (u16::try_from(range.start).ok()?, u16::try_from(range.end).ok()?);
            Some(Foreign { start, end, language: u8::try_from(language).ok()? })
        };
        Self { foreign: foreign(), ..self }
    }

    /// The text as it is shown.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.made.shown
    }

    /// The text as it is compared.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.made.folded
    }

    /// The best fit of a term in the text, if it occurs.
    #[must_use]
    pub fn find(&self, term: &Term) -> Option<Fit> {
        let mut best = None;
        let mut from = 0;
        while let Some(place) = term.find(&self.made.folded, from) {
            if place.fit == Fit::Exact {
                return Some(Fit::Exact);
            }
            best = Some(place.fit);
            from = place.end;
        }
        best
    }

    /// How many letters there are, folded.
    #[must_use]
    pub fn letters(&self) -> usize {
        self.made.folded.chars().filter(|sign| is_letter(*sign)).count()
    }

    /// Tells of each word: its letters, folded, and how it is written. A word with soft separators comes as a whole and in
    /// the parts by which it can be found; of a script without spaces what is long is cut. `bold` are the words that only
    /// long terms find instead: see [`Term`].
    pub fn each_word(&self, bold: bool, tell: &mut dyn FnMut(&str, &str)) {
        let mut letters = String::new();
        for (start, first) in self.made.folded.char_indices() {
            if !is_letter(first)
                || is_start(&self.made.folded, start, false) == bold
                || bold && !is_start(&self.made.folded, start, true)
            {
                continue;
            }
            letters.clear();
            for (at, sign) in self.made.folded.get(start..).unwrap_or_default().char_indices() {
                if is_hard(sign) || letters.len() > LONGEST_WORD {
                    break;
                }
                if is_letter(sign) {
                    letters.push(sign);
                    let end = start + at + sign.len_utf8();
                    if letters.len() > LONGEST_WORD || is_end(&self.made.folded, end) {
                        let shown = self.to_shown(start, false)..self.to_shown(end, true);
                        tell(&letters, self.made.shown.get(shown).unwrap_or_default());
                    }
                }
            }
        }
    }

    /// The text cut into parts: those that are in another language or run the other way stand apart, and each is cut into
    /// pieces by whether one of the terms stands there. Nothing is lost or reordered. `right_to_left` tells which way the
    /// language around the text runs.
    #[must_use]
    pub fn parts(&self, terms: &[Term], right_to_left: bool) -> Vec<TextPart<'_>> {
        let mut cuts: Vec<(Range<usize>, bool, Option<u8>)> = Vec::new();
        let mut end = 0;
        let foreign = self.foreign.map(|Foreign { start, end, language }| (start.into()..end.into(), Some(language)));
        let is_outside = |run: &Range<usize>| {
            foreign.as_ref().is_none_or(|(foreign, _)| run.end <= foreign.start || foreign.end <= run.start)
        };
        let mut apart: Vec<(Range<usize>, Option<u8>)> = runs_against(&self.made.shown, right_to_left)
            .into_iter()
            .filter(is_outside)
            .map(|run| (run, None))
            .collect();
        if let Some(foreign) = &foreign {
            apart.insert(apart.partition_point(|(run, _)| run.start < foreign.0.start), foreign.clone());
        }
        for (range, language) in apart {
            cuts.push((end..range.start, false, None));
            end = range.end;
            cuts.push((range, true, language));
        }
        cuts.push((end..self.made.shown.len(), false, None));

        let found = self.found(terms);
        let parts = cuts.into_iter().filter(|(range, ..)| !range.is_empty());
        parts
            .map(|(range, is_apart, language)| TextPart { is_apart, language, pieces: self.pieces(&range, &found) })
            .collect()
    }

    /// The ranges of the terms, in order; overlapping ones are merged.
    fn found(&self, terms: &[Term]) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for term in terms {
            let mut from = 0;
            while let Some(place) = term.find(&self.made.folded, from) {
                let range = self.to_shown(place.start, false)..self.to_shown(place.end, true);
                found.insert(found.partition_point(|other| other.start <= range.start), range);
                from = place.end;
            }
        }
        found
    }

    /// A part of the text cut into pieces, each with whether something was found there.
    fn pieces(&self, part: &Range<usize>, found: &[Range<usize>]) -> Vec<(&str, bool)> {
        let mut pieces = Vec::new();
        let mut end = part.start;
        for range in found {
            let start = range.start.max(end);
            let range_end = range.end.min(part.end);
            if range_end <= start {
                continue;
            }
            if let Some(between) = self.made.shown.get(end..start).filter(|between| !between.is_empty()) {
                pieces.push((between, false));
            }
            pieces.extend(self.made.shown.get(start..range_end).map(|found| (found, true)));
            end = range_end;
        }
        pieces.extend(self.made.shown.get(end..part.end).filter(|rest| !rest.is_empty()).map(|rest| (rest, false)));
        pieces
    }

    /// Maps an offset in the folded text to the shown text; inside a replaced part, to its start or end.
    fn to_shown(&self, at: usize, end: bool) -> usize {
        let replaced = &self.made.replaced;
        let next = replaced.partition_point(|replaced| replaced.folded.end <= at);
        match replaced.get(next) {
            Some(inside) if inside.folded.start < at => {
                if end {
                    inside.shown.end
                } else {
                    inside.shown.start
                }
            }
            _ => {
                let before = next.checked_sub(1).and_then(|before| replaced.get(before));
                before.map_or(at, |before| before.shown.end + (at - before.folded.end))
            }
        }
    }
}

impl From<&str> for Text {
    /// A text that is not searched.
    fn from(shown: &str) -> Self {
        Self { made: Arc::new(Made::new(shown, None)), foreign: None }
    }
}

/// How a text is written that is searched, and one of which a part is in another language. Whether there is something in it to
/// fold is not said, so that the same texts in several languages are written the same way.
const SEARCHED: u32 = 1;
const FOREIGN: u32 = 2;

impl Wire for Text {
    fn write(&self, writer: &mut Writer) {
        let searched = if self.made.searched { SEARCHED } else { 0 };
        writer.number(searched | if self.foreign.is_some() { FOREIGN } else { 0 });
        self.made.shown.write(writer);
        if let Some(foreign) = self.foreign {
            foreign.write(writer);
        }
        for Replaced { shown, folded } in &self.made.replaced {
            let character = self.made.shown.get(shown.clone()).and_then(|shown| shown.chars().next());
            let folded = self.made.folded.get(folded.clone()).unwrap_or_default();
            if let Some(character) = character {
                writer.fold(character, folded);
            }
        }
    }

    #[inline(never)]
    fn read(reader: &mut Reader<'_>) -> Self {
        let how = reader.number(SEARCHED | FOREIGN);
        let made = reader.made(how & SEARCHED != 0);
        let foreign = (how & FOREIGN != 0).then(|| Foreign::read(reader));
        if foreign.is_some_and(|Foreign { start, end, .. }| made.shown.get(start.into()..end.into()).is_none()) {
            reader.fail(Wrong::Number);
        }
        Self { made, foreign }
    }
}
