//! The word of a story that a mistyped one was most likely meant to be.

use fact_cards_story::{
    Term, Text,
    edition::{CardPart, Edition, Slot},
};

use super::marks::each_slot;

/// The least number of letters for one forgiven mistake, and for two.
const ONE: usize = 4;
const TWO: usize = 8;

/// A word of the story.
pub(super) struct Word {
    /// Its letters, folded.
    pub letters: String,
    /// As it is written.
    pub shown: String,
}

/// A word that may be meant.
struct Candidate {
    letters: String,
    /// Where it stands first, and how often in such places.
    first: Slot,
    count: usize,
}

/// How unlike the typed word a word is. The smaller comes first: the nearest, then a whole word before the beginning of one,
/// then one that stands in a name. A mistake more is a stronger sign than a name, so that two in a name do not beat one
/// elsewhere.
type Unlikeness = (usize, bool, bool);

/// The nearest word, and of several the most frequent, if a word is near enough. It is never one with a digit: another number
/// is another fact.
pub(super) fn word(edition: &Edition, sought: &Term) -> Option<Word> {
    let typed: Vec<char> = sought.letters().collect();
    let allowed = match typed.len() {
        ..ONE => return None,
        ONE..TWO => 1,
        TWO.. => 2,
    };
    let mut nearest =
        Nearest { typed: &typed, open: sought.is_open(), unlikeness: (allowed, true, true), words: Vec::new() };
    match &edition.index {
        Some(index) => {
            for word in index.beginning_with("", false) {
                let standing = || {
                    let places = || word.slots().filter_map(|slot| Some((in_name(slot)?, slot)));
                    let in_name = places().map(|(in_name, _)| in_name).max()?;
                    let mut best = places().filter(|(other, _)| *other == in_name);
                    let (_, first) = best.next()?;
                    Some(Standing { in_name, count: 1 + best.count(), first })
                };
                nearest.offer(word.letters, &standing);
            }
        }
        None => each_slot(edition, &mut |slot| {
            let Some(in_name) = in_name(slot) else { return };
            each_text(edition, slot, &mut |text| {
                text.each_word(false, &mut |letters, _| {
                    nearest.offer(letters, &|| Some(Standing { in_name, count: 1, first: slot }));
                });
            });
        }),
    }
    // Of those that are as frequent the first one.
    let Candidate { letters, first, .. } = nearest.words.into_iter().rev().max_by_key(|word| word.count)?;
    Some(Word { shown: written(edition, first, &letters), letters })
}

/// Whether what stands in a slot is a name; none where it is not shown.
fn in_name(slot: Slot) -> Option<bool> {
    match slot {
        Slot::Card(_, CardPart::OtherNames) => None,
        Slot::Card(_, CardPart::Name | CardPart::Spellings) => Some(true),
        _ => Some(false),
    }
}

fn each_text(edition: &Edition, slot: Slot, tell: &mut dyn FnMut(&Text)) {
    match slot {
        Slot::Card(card, part) => edition.card(card).into_iter().flat_map(|card| card.texts(part)).for_each(tell),
        Slot::Fact(fact) => {
            edition.fact(fact).into_iter().flat_map(fact_cards_story::edition::Fact::texts).for_each(tell);
        }
    }
}

/// How a word is written where it stands.
fn written(edition: &Edition, slot: Slot, sought: &str) -> String {
    let mut written = String::new();
    each_text(edition, slot, &mut |text| {
        text.each_word(false, &mut |letters, shown| {
            if letters == sought && written.is_empty() {
                shown.clone_into(&mut written);
            }
        });
    });
    written
}

/// The nearest words so far.
struct Nearest<'t> {
    typed: &'t [char],
    open: bool,
    unlikeness: Unlikeness,
    words: Vec<Candidate>,
}

impl Nearest<'_> {
    /// Looks at a word.
    fn offer(&mut self, letters: &str, standing: &dyn Fn() -> Option<Standing>) {
        let Some((mistakes, begun)) = mistakes(self.typed, letters, self.unlikeness.0, self.open) else { return };
        // Of a story of thousands of words only the few that are near enough are looked at any closer.
        if (mistakes, begun, false) > self.unlikeness || letters.bytes().any(|letter| letter.is_ascii_digit()) {
            return;
        }
        let Some(Standing { in_name, count, first }) = standing() else { return };
        let unlikeness = (mistakes, begun, !in_name);
        if unlikeness > self.unlikeness {
            return;
        }
        if unlikeness < self.unlikeness {
            self.unlikeness = unlikeness;
            self.words.clear();
        }
        match self.words.iter_mut().find(|word| word.letters == letters) {
            Some(word) => word.count += count,
            None => self.words.push(Candidate { letters: letters.to_owned(), first, count }),
        }
    }
}

/// Where a word stands: whether in a name, where first, and how often.
struct Standing {
    in_name: bool,
    first: Slot,
    count: usize,
}

/// The edit distance (optimal string alignment) up to the allowed number of mistakes, and whether only the beginning of the
/// word was typed, where that may be.
fn mistakes(typed: &[char], letters: &str, allowed: usize, open: bool) -> Option<(usize, bool)> {
    let length = letters.chars().count();
    if length + allowed < typed.len() || !open && length > typed.len() + allowed {
        return None;
    }
    // A row has the mistakes between what was typed so far and each beginning of the word.
    let mut before_last = Vec::new();
    let mut last: Vec<usize> = (0..=length.min(typed.len() + allowed)).collect();
    let mut typed_before = None;
    for (number, sign) in typed.iter().enumerate() {
        let mut row = Vec::with_capacity(last.len());
        row.push(number + 1);
        let mut left = number + 1;
        let mut letter_before = None;
        for (at, (letter, above)) in letters.chars().zip(last.windows(2)).enumerate() {
            let &[diagonal, above] = above else { break };
            left = (diagonal + usize::from(*sign != letter)).min(above + 1).min(left + 1);
            if typed_before == Some(letter)
                && letter_before == Some(*sign)
                && let Some(swapped) = at.checked_sub(1).and_then(|at| before_last.get(at))
            {
                left = left.min(swapped + 1);
            }
            row.push(left);
            letter_before = Some(letter);
        }
        if row.iter().all(|mistakes| *mistakes > allowed) {
            return None;
        }
        typed_before = Some(*sign);
        before_last = last;
        last = row;
    }
    let whole = last.get(length).copied().filter(|mistakes| *mistakes <= allowed);
    let begun = last.iter().copied().min().filter(|mistakes| open && *mistakes <= allowed);
    match (whole, begun) {
        (Some(whole), Some(begun)) if begun < whole => Some((begun, true)),
        (Some(whole), _) => Some((whole, false)),
        (None, begun) => begun.map(|begun| (begun, true)),
    }
}
