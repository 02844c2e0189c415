//! What is shown: a pure function of the story and what the reader asks for.
//!
//! Filters and the search match single facts, so a source and a topic must meet in one fact. A word of the search may also
//! stand in the heading of the card: "dkhissi nominated" finds the fact that he was, on his card. A card shows when one
//! of its facts matches, or when the search alone matches its own name and summary; its other facts fold away.

use fact_cards_story::{
    Kind,
    edition::{Card, Edition, Facet, Fact},
};

use crate::{
    search::{Answer, Query, Rank},
    state::Choice,
};

/// How many facts of a card stand open when nothing narrows them.
const OVERVIEW: usize = 4;

/// What is shown.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Visible {
    /// What was searched for, as it was understood.
    pub query: Query,
    /// The cards, in order: what answers the search best comes first, then the editor decides.
    pub cards: Vec<VisibleCard>,
    /// How many different facts match.
    pub facts: usize,
    /// How many different articles report these.
    pub articles: usize,
    /// How many cards there would be of each kind, everything else staying as it is.
    pub kinds: [usize; Kind::ALL.len()],
    /// For each facet and value, how many cards there would be with that value alone in the facet.
    pub facets: [Vec<usize>; Facet::ALL.len()],
}

/// A card that is shown, and which of its facts stand open.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct VisibleCard {
    /// The card.
    pub card: u16,
    /// The facts that stand open.
    pub open: Vec<u16>,
    /// The facts that are folded away.
    pub folded: Vec<u16>,
}

/// What is shown of a story to a reader who asks for that.
#[must_use]
pub fn visible(edition: &Edition, choice: &Choice) -> Visible {
    let query = Query::of(edition, &choice.query);
    let mut ranks: Vec<Rank> = Vec::new();
    let mut visible =
        Visible { facets: Facet::ALL.map(|facet| vec![0; edition.values(facet).len()]), ..Visible::default() };
    let mut facts = vec![false; edition.facts.len()];
    let mut articles = vec![false; edition.articles.len()];

    for (card, position) in edition.cards.iter().zip(0_u16..) {
        let matches = Matches::of(edition, card, choice, &query);
        if matches.shows() {
            count(visible.kinds.get_mut(card.kind as usize));
        }
        if choice.kind.is_some_and(|kind| kind != card.kind) {
            continue;
        }
        for (counts, values) in visible.facets.iter_mut().zip(&matches.values) {
            for value in values {
                count(counts.get_mut(usize::from(*value)));
            }
        }
        if matches.shows() {
            for number in &matches.facts {
                note(&mut facts, *number);
                let fact = edition.fact(*number);
                fact.iter().flat_map(|fact| &fact.sources).for_each(|source| note(&mut articles, source.article));
            }
            let at = ranks.partition_point(|rank| *rank <= matches.rank);
            ranks.insert(at, matches.rank);
            visible.cards.insert(at, matches.card(card, position, choice.narrows_facts()));
        }
    }
    Visible { query, facts: noted(&facts), articles: noted(&articles), ..visible }
}

/// Whether a card is among what is shown.
#[must_use]
pub fn shows(edition: &Edition, choice: &Choice, card: u16) -> bool {
    edition.card(card).is_some_and(|card| {
        choice.kind.is_none_or(|kind| kind == card.kind)
            && Matches::of(edition, card, choice, &Query::of(edition, &choice.query)).shows()
    })
}

/// What of one card matches, its kind left aside.
struct Matches {
    /// The card's own name and summary match the search, and no facet asks for more.
    itself: bool,
    /// Its facts that match.
    facts: Vec<u16>,
    /// How well it answers the search, whatever the filters are: they leave the order alone.
    rank: Rank,
    /// For each facet the values of its facts that match in everything else.
    values: [Vec<u16>; Facet::ALL.len()],
}

impl Matches {
    fn of(edition: &Edition, card: &Card, choice: &Choice, query: &Query) -> Self {
        let answer = Answer::of(edition, card, query.terms());
        let mut matches = Self {
            itself: answer.itself && Facet::ALL.iter().all(|facet| choice.chosen(*facet).is_empty()),
            facts: Vec::new(),
            rank: answer.rank,
            values: Default::default(),
        };
        for number in answer.facts {
            edition.fact(number).into_iter().for_each(|fact| matches.add(number, fact, choice));
        }
        matches
    }

    /// Adds a fact that the search finds, as far as the facets let it.
    fn add(&mut self, number: u16, fact: &Fact, choice: &Choice) {
        let passes = fact
            .facets
            .iter()
            .zip(&choice.facets)
            .map(|(values, chosen)| chosen.is_empty() || values.iter().any(|value| chosen.contains(value)));
        let passes: Vec<bool> = passes.collect();
        if passes.iter().all(|passes| *passes) {
            self.facts.push(number);
        }
        for ((facet, values), found) in fact.facets.iter().enumerate().zip(&mut self.values) {
            if passes.iter().enumerate().all(|(other, passes)| *passes || other == facet) {
                let new = values.iter().filter(|value| !found.contains(value));
                found.extend(new.copied().collect::<Vec<_>>());
            }
        }
    }

    fn shows(&self) -> bool {
        self.itself || !self.facts.is_empty()
    }

    fn card(self, card: &Card, position: u16, narrowed: bool) -> VisibleCard {
        let is_open = |at: usize, fact: u16| {
            // One fact is not folded away for a line that says so.
            if narrowed { self.facts.contains(&fact) } else { at < OVERVIEW || card.facts.len() == OVERVIEW + 1 }
        };
        let mut shown = VisibleCard { card: position, ..VisibleCard::default() };
        for (at, fact) in card.facts.iter().enumerate() {
            if is_open(at, *fact) { &mut shown.open } else { &mut shown.folded }.push(*fact);
        }
        shown
    }
}

fn count(counter: Option<&mut usize>) {
    if let Some(counter) = counter {
        *counter += 1;
    }
}

fn note(noted: &mut [bool], position: u16) {
    if let Some(noted) = noted.get_mut(usize::from(position)) {
        *noted = true;
    }
}

fn noted(noted: &[bool]) -> usize {
    noted.iter().filter(|noted| **noted).count()
}
