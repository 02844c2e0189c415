use std::{collections::BTreeMap, mem::take, ops::Range};

use fact_cards_author::{Problem, similar};
use fact_cards_story::{
    Kind,
    fold::{fold, spelling},
};

use super::Reading;
use crate::import::{
    column::{CARD_PICTURE, Column},
    draft::{Alike, Card, CardType, Naming, Texts, Thing},
    names::Ids,
    number::degrees,
    problem::TableProblem,
    table::{Row, Written},
};

/// Shorter names differ by one letter too often.
const LEAST_LETTERS: usize = 6;
/// Nobody's name is longer.
const MOST_LETTERS: usize = 80;

impl Reading<'_> {
    /// The row's own card, with the row's cells about it.
    pub(super) fn card_of(&mut self, row: &Row) -> Option<usize> {
        let (id, name) = if self.heading.has(Column::CardName) {
            (self.written(row, Column::Card), self.name_in(row, Column::CardName, 0))
        } else {
            (None, self.name_in(row, Column::Card, 0))
        };
        if id.is_none() && name.is_none() {
            let column = if self.heading.has(Column::Card) { Column::Card } else { Column::CardName };
            self.needed(row, column);
            return None;
        }
        let found_by_name = id.is_none();
        let at = self.draft.cards.position(&Naming { id, name });
        let mut card = take(self.draft.cards.all.get_mut(at)?);
        let shown = card.shown().to_owned();
        let mut names = self.names_in(row, Column::CardName);
        for (name, other) in names.iter_mut().zip(self.names_in(row, Column::Card)).skip(1) {
            *name = name.take().or(other);
        }
        // The card keeps the name by which it was found first: it may differ in case.
        if let Some(name) = names.first_mut().filter(|_| found_by_name) {
            *name = card.name.first().cloned().flatten();
        }
        card.name = self.texts_once(&shown, Column::Card, take(&mut card.name), names);

        let holds = &mut card.holds;
        holds.has_row = true;
        let said = self.kind_in(row);
        holds.kind = self.once(&shown, Column::Kind, holds.kind.take(), said);
        let said = self.texts(row, Column::Type);
        holds.types = self.texts_once(&shown, Column::Type, take(&mut holds.types), said);
        let said = self.texts(row, Column::Summary);
        holds.summary = self.texts_once(&shown, Column::Summary, take(&mut holds.summary), said);
        for spelling in self.heading.cell(row, Column::Spellings, 0).map(|cell| cell.values()).unwrap_or_default() {
            if spelling.text != shown && holds.spellings.iter().all(|known| known.text != spelling.text) {
                holds.spellings.push(spelling);
            }
        }
        self.take_picture(&shown, &mut holds.picture, &CARD_PICTURE, |reading, column, language| {
            reading.written_in(row, column, language)
        });
        if !self.is_filled(row, Column::Place) && !self.is_filled(row, Column::PlaceName) {
            self.locate(&shown, holds, row);
        }
        if let Some(known) = self.draft.cards.all.get_mut(at) {
            *known = card;
        }
        Some(at)
    }

    /// The name in a cell that has only one.
    fn name_in(&self, row: &Row, column: Column, language: usize) -> Option<Written> {
        self.heading.cell(row, column, language)?.whole()
    }

    /// The same in each language.
    fn names_in(&self, row: &Row, column: Column) -> Texts {
        (0..self.heading.languages.len()).map(|language| self.name_in(row, column, language)).collect()
    }

    /// The kind in a row, where it is one.
    fn kind_in(&mut self, row: &Row) -> Option<Written> {
        let mut written = self.written(row, Column::Kind)?;
        if let Some(kind) = kind_of(&written.text) {
            kind.key().clone_into(&mut written.text);
            return Some(written);
        }
        let problem = Problem::UnknownReference {
            what: "kind",
            similar: similar(&fold(&written.text), Kind::ALL.map(Kind::key)),
            id: written.text,
            file: "`member`, `operation` or `venue`",
        };
        self.report(&written.span, problem);
        None
    }

    /// Takes the coordinates in a row.
    fn locate(&mut self, name: &str, card: &mut Card, row: &Row) {
        let said = self.written(row, Column::Latitude);
        card.latitude = self.once(name, Column::Latitude, card.latitude.take(), said);
        let said = self.written(row, Column::Longitude);
        card.longitude = self.once(name, Column::Longitude, card.longitude.take(), said);
    }

    /// The card of the row's place, with the coordinates in the row.
    pub(super) fn place(&mut self, row: &Row) -> Option<(usize, Range<usize>)> {
        let naming = self.only(row, Column::Place, Column::PlaceName)?;
        let at = self.draft.cards.position(&naming);
        let mut place = take(self.draft.cards.all.get_mut(at)?);
        place.holds.place.get_or_insert(naming.span());
        let shown = place.shown().to_owned();
        self.locate(&shown, &mut place.holds, row);
        if let Some(known) = self.draft.cards.all.get_mut(at) {
            *known = place;
        }
        Some((at, naming.span()))
    }

    /// The card of the row's speaker.
    pub(super) fn speaker(&mut self, row: &Row) -> Option<(usize, Range<usize>)> {
        let naming = self.only(row, Column::Speaker, Column::SpeakerName)?;
        let at = self.draft.cards.position(&naming);
        if let Some(card) = self.draft.cards.all.get_mut(at) {
            card.holds.speaker.get_or_insert(naming.span());
        }
        Some((at, naming.span()))
    }

    /// What follows for each card once every row is read: its id, kind, type and coordinates.
    pub(super) fn finish_cards(&mut self) {
        self.report_misspelt_names();
        self.draft.cards.make_ids("card");
        let mut types = Types::default();
        let mut cards = take(&mut self.draft.cards.all);
        for card in &mut cards {
            let kind = self.kind(card);
            let names = take(&mut card.holds.types);
            card.holds.is = Some(kind);
            card.holds.of_type = types.position(kind, names, &self.heading.languages);
            card.holds.coordinates = self.coordinates(&card.holds);
            let located = card.holds.latitude.as_ref().or(card.holds.longitude.as_ref());
            if let Some(written) = located.filter(|_| kind != Kind::Venue) {
                let problem = TableProblem::NoPin { name: card.shown().to_owned(), kind: kind.key() };
                self.report(&written.span.clone(), problem);
            }
        }
        self.draft.cards.all = cards;
        self.draft.types = types.all;
        for alike in &types.alike {
            self.report_alike(alike);
        }
        for (known, said) in types.differing {
            let line = self.line(&known.span);
            let problem = TableProblem::TwoValues { name: known.text, column: Column::Type.name(), line };
            self.report(&said.span, problem);
        }
    }

    fn kind(&mut self, card: &Thing<Card>) -> Kind {
        let holds = &card.holds;
        let has_place = holds.place.is_some() || holds.latitude.is_some() || holds.longitude.is_some();
        let otherwise = if has_place { Kind::Venue } else { Kind::Member };
        let kind = holds.kind.as_ref().and_then(|written| kind_of(&written.text)).unwrap_or(otherwise);
        let roles = [(Column::Speaker, &holds.speaker, Kind::Member), (Column::Place, &holds.place, Kind::Venue)];
        for (column, named, needed) in roles {
            if let Some(span) = named.as_ref().filter(|_| kind != needed) {
                let problem = TableProblem::OtherKind {
                    name: card.shown().to_owned(),
                    column: column.name(),
                    needed: needed.key(),
                };
                self.report(span, problem);
            }
        }
        kind
    }

    fn coordinates(&mut self, card: &Card) -> Option<(String, String)> {
        let axes = [(Column::Latitude, &card.latitude, 90), (Column::Longitude, &card.longitude, 180)];
        let read = axes.map(|(column, written, most)| self.degrees(column, written.as_ref()?, most));
        for ((column, written, _), other) in
            axes.iter().zip([(Column::Longitude, &card.longitude), (Column::Latitude, &card.latitude)])
        {
            if let (Some(written), None) = (written, other.1) {
                self.report(&written.span, TableProblem::WithoutOther { column: column.name(), other: other.0.name() });
            }
        }
        let [latitude, longitude] = read;
        latitude.zip(longitude)
    }

    fn degrees(&mut self, axis: Column, written: &Written, most: u8) -> Option<String> {
        let degrees = match degrees(axis, &written.text) {
            Ok(degrees) => degrees,
            Err(problem) => {
                self.report(&written.span, problem);
                return None;
            }
        };
        if degrees.parse::<f64>().is_ok_and(|degrees| degrees.abs() <= f64::from(most)) {
            return Some(degrees);
        }
        self.report(&written.span, Problem::CoordinateOutOfRange { axis: axis.name(), most, found: degrees });
        None
    }

    /// Reports names that have no row of their own and differ by one letter from one that has: most likely they are misspelt, and
    /// would become cards of their own unnoticed.
    fn report_misspelt_names(&mut self) {
        let cards = &self.draft.cards.all;
        let mut with_row = BTreeMap::new();
        for card in cards.iter().filter(|card| card.holds.has_row) {
            let name = fold(card.shown());
            for near in with_a_letter_less(&name) {
                with_row.entry(near).or_insert((card.shown(), name.clone()));
            }
        }
        let mut problems = Vec::new();
        for card in cards.iter().filter(|card| !card.holds.has_row && card.id.is_empty()) {
            let name = fold(card.shown());
            // Names that differ by one letter are equal with that letter removed.
            let found = with_a_letter_less(&name).into_iter().filter_map(|near| with_row.get(&near));
            let mut similar = found.filter(|(_, other)| strsim::damerau_levenshtein(other, &name) == 1);
            if let Some((similar, _)) = similar.next() {
                let problem = TableProblem::NoCard { name: card.shown().to_owned(), similar: (*similar).to_owned() };
                problems.push((card.span.clone(), problem.into()));
            }
        }
        self.problems.extend(problems);
    }
}

/// The name, and the name without each of its letters in turn. None for short names and those with digits, where another letter
/// or digit is hardly a slip.
fn with_a_letter_less(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().take(MOST_LETTERS).collect();
    if letters.len() < LEAST_LETTERS || letters.iter().any(|letter| letter.is_numeric()) {
        return Vec::new();
    }
    let without = |left_out: usize| {
        letters.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, letter)| *letter).collect()
    };
    (0..=letters.len()).map(without).collect()
}

/// The kind that a word names, also in the plural.
fn kind_of(word: &str) -> Option<Kind> {
    let word = fold(word);
    Kind::from_key(word.strip_suffix('s').unwrap_or(&word))
}

/// The types of cards, each once for its kind.
#[derive(Default)]
struct Types {
    all: Vec<CardType>,
    /// Their positions by kind and name.
    known: BTreeMap<(&'static str, String), usize>,
    /// The first name of each without regard to accents.
    by_letters: BTreeMap<(&'static str, String), Written>,
    alike: Vec<Alike>,
    /// Two names of one type in a further language.
    differing: Vec<(Written, Written)>,
    ids: Ids,
}

impl Types {
    fn position(&mut self, kind: Kind, names: Texts, languages: &[String]) -> usize {
        let given = names.iter().any(Option::is_some);
        let names =
            if given { names } else { languages.iter().map(|language| Some(usual_type(kind, language))).collect() };
        let first = names.iter().flatten().next().cloned().unwrap_or_default();
        let text = first.text.clone();
        let key = (kind.key(), spelling(&text));
        if let Some(at) = self.known.get(&key) {
            if let Some(known) = self.all.get_mut(*at) {
                for (language, (known, name)) in known.name.iter_mut().zip(names).enumerate() {
                    if let (Some(known), Some(name)) = (&known, &name)
                        && language > 0
                        && known.text != name.text
                    {
                        self.differing.push((known.clone(), name.clone()));
                    }
                    *known = known.take().or(name);
                }
            }
            return *at;
        }
        let earlier = self.by_letters.entry((kind.key(), fold(&text))).or_insert_with(|| first.clone());
        if spelling(&earlier.text) != key.1 {
            self.alike.push(Alike { name: first, earlier: earlier.clone() });
        }
        let id = self.ids.make(&text, kind.key());
        self.all.push(CardType { id, kind, name: names });
        self.known.insert(key, self.all.len() - 1);
        self.all.len() - 1
    }
}

/// The type of a card that has none in the table.
fn usual_type(kind: Kind, language: &str) -> Written {
    let text = match (kind, language) {
        (Kind::Member, "ar") => "شخص أو هيئة",
        (Kind::Member, "fr") => "personne ou organisation",
        (Kind::Member, _) => "person or organisation",
        (Kind::Operation, "ar") => "مشروع",
        (Kind::Operation, "fr") => "projet",
        (Kind::Operation, _) => "project",
        (Kind::Venue, "ar") => "مكان",
        (Kind::Venue, "fr") => "lieu",
        (Kind::Venue, _) => "place",
    };
    Written { text: text.to_owned(), span: 0..0 }
}
