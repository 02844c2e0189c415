//! What the reader searches for, and where it occurs.
//!
//! A search narrows: every word and every phrase of it must be found. The last word may be the beginning of one, since it
//! is still being typed. Where nothing at all is found, words that stand nowhere are taken for mistyped.

mod marks;
mod nearest;
mod typed;

use fact_cards_story::{
    Fit, Term, Text,
    edition::{CardId, CardPart, Edition, FactId},
};

use self::{marks::Marks, typed::Typed};

/// A search, understood.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Query {
    terms: Vec<Term>,
    corrected: Option<String>,
}

impl Query {
    /// Understands what was typed, for a story. Filters never change it.
    #[must_use]
    pub fn new(edition: &Edition, typed: &str) -> Self {
        Search::new(edition, typed).query
    }

    /// What is sought: words and phrases.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The search as it was understood, where that is not what was typed.
    #[must_use]
    pub fn corrected(&self) -> Option<&str> {
        self.corrected.as_deref()
    }
}

/// A query with the occurrences of each of its terms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Search {
    /// The search, understood.
    pub query: Query,
    marks: Vec<Marks>,
}

impl Search {
    /// Runs a search over a story.
    pub fn new(edition: &Edition, typed: &str) -> Self {
        let typed = typed::parts(typed);
        let search = Self::for_terms(edition, typed.iter().map(|part| part.term.clone()).collect());
        if search.query.terms.is_empty() || search.finds(edition) {
            return search;
        }
        search.corrected(edition, typed).unwrap_or(search)
    }

    fn for_terms(edition: &Edition, terms: Vec<Term>) -> Self {
        let marks = terms.iter().map(|term| Marks::new(edition, term)).collect();
        Self { query: Query { terms, corrected: None }, marks }
    }

    /// Whether any card of the story answers.
    fn finds(&self, edition: &Edition) -> bool {
        self.marks.iter().all(Marks::any)
            && CardId::first(edition.cards.len()).any(|card| {
                let answer = self.answer(edition, card);
                answer.itself || !answer.facts.is_empty()
            })
    }

    /// The search with each word that occurs nowhere replaced by the nearest one that does, if that finds anything.
    fn corrected(&self, edition: &Edition, mut typed: Vec<Typed>) -> Option<Self> {
        for (part, marks) in typed.iter_mut().zip(&self.marks) {
            if !marks.any() {
                let open = part.term.is_open();
                let word = part.is_word.then(|| nearest::word(edition, &part.term)).flatten()?;
                part.term = Term::new(&word.letters, open)?;
                part.readable = word.shown;
            }
        }
        let mut search = Self::for_terms(edition, typed.iter().map(|part| part.term.clone()).collect());
        search.query.corrected = Some(typed.iter().map(|part| part.readable.as_str()).collect::<Vec<_>>().join(" "));
        search.finds(edition).then_some(search)
    }
}

/// Where on a card a term occurs. The earlier places count for more.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum FoundIn {
    Name,
    Summary,
    Fact,
}

/// What comes first: the smaller rank. Cards of the same rank stay in the editor's order.
///
/// In this order it counts
/// - where the term stands that stands farthest from the name: a card with every word in its name comes before one with
///   some in its summary (or in what it is), and that before one with some in its facts;
/// - whether a name is just what is sought: "morocco" leads to Morocco, not to its candidature;
/// - how many terms stand farther from the name, and how far;
/// - how many terms are only the beginning of a word.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Rank {
    farthest: u8,
    more_than_sought: bool,
    far: u16,
    begun: u16,
}

/// How a card answers a search.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    /// Every term stands in the name, in what the card is, or in the summary.
    pub itself: bool,
    /// The facts in which, or in the card's name and in what it is, every term stands.
    pub facts: Vec<FactId>,
    /// Which cards come first.
    pub rank: Rank,
}

impl Search {
    /// How a card answers.
    pub fn answer(&self, edition: &Edition, card: CardId) -> Answer {
        let columns = edition.columns();
        let mut in_heading = Vec::with_capacity(self.marks.len());
        let mut places = Vec::with_capacity(self.marks.len());
        for marks in &self.marks {
            let name = marks.in_names(card).map(|fit| (FoundIn::Name, fit));
            let kicker = || marks.in_part(card, CardPart::Kicker).map(|fit| (FoundIn::Summary, fit));
            let summary = || marks.in_part(card, CardPart::Summary).map(|fit| (FoundIn::Summary, fit));
            let heading = name.or_else(kicker);
            in_heading.push(heading.is_some());
            places.push(heading.or_else(summary));
        }
        let itself = places.iter().all(Option::is_some);
        let mut facts = Vec::new();
        for fact in columns.standing.get(card) {
            // Whose it is and who says it is part of it.
            let home = columns.homes.get(fact.index()).copied();
            let speaker = columns.speakers.get(fact.index()).copied().flatten();
            let fit = |marks: &Marks| {
                let named =
                    [home, speaker].into_iter().flatten().filter_map(|card| marks.in_part(card, CardPart::Name));
                marks.in_fact(*fact).into_iter().chain(named).min()
            };
            let elsewhere = || self.marks.iter().zip(&in_heading).filter(|(_, in_heading)| !**in_heading);
            if !elsewhere().all(|(marks, _)| fit(marks).is_some()) {
                continue;
            }
            facts.push(*fact);
            for ((place, marks), in_heading) in places.iter_mut().zip(&self.marks).zip(&in_heading) {
                if let Some(fit) = fit(marks).filter(|_| !in_heading) {
                    *place = place.iter().copied().chain([(FoundIn::Fact, fit)]).min();
                }
            }
        }
        Answer { itself, facts, rank: self.rank(edition, card, &places) }
    }

    fn rank(&self, edition: &Edition, card: CardId, places: &[Option<(FoundIn, Fit)>]) -> Rank {
        let mut rank = Rank::default();
        // What does not answer has no rank, and its card is not decoded for one.
        if places.is_empty() || places.iter().any(Option::is_none) {
            return rank;
        }
        for (place, fit) in places.iter().flatten() {
            rank.farthest = rank.farthest.max(*place as u8);
            rank.far = rank.far.saturating_add(*place as u16);
            rank.begun = rank.begun.saturating_add(*fit as u16);
        }
        rank.more_than_sought = rank.farthest > 0 || rank.begun > 0 || !self.is_a_name_of(edition, card);
        rank
    }

    /// Whether a card's name is just what is sought.
    fn is_a_name_of(&self, edition: &Edition, card: CardId) -> bool {
        let terms = &self.query.terms;
        let letters: usize = terms.iter().map(|term| term.letters().count()).sum();
        let is_sought =
            |name: &Text| name.letters() == letters && terms.iter().all(|term| name.find(term) == Some(Fit::Exact));
        let names = [CardPart::Name, CardPart::Spellings, CardPart::OtherNames];
        edition.card(card).is_some_and(|card| names.into_iter().flat_map(|part| card.texts(part)).any(is_sought))
    }
}
