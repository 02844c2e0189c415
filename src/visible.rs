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
    state::{Choice, Sort},
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
    /// Which facts these are, in the story's order.
    pub found: Vec<u16>,
    /// Whether some facts of a card may match and others not.
    pub narrowed: bool,
    /// How many different articles report these.
    pub articles: usize,
    /// How many cards there would be of each kind, everything else staying as it is.
    pub kinds: [usize; Kind::ALL.len()],
    /// For each facet and value what choosing it would show.
    pub facets: [Vec<Offer>; Facet::ALL.len()],
}

/// What would show if a value of a facet were chosen too.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Offer {
    /// How many cards.
    pub cards: usize,
    /// Whether any of them has the value.
    pub has_any: bool,
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

impl VisibleCard {
    /// The same with a fact standing open that was folded away.
    #[must_use]
    pub fn with_open(mut self, edition: &Edition, fact: u16) -> Self {
        if self.folded.contains(&fact) {
            self.folded.retain(|folded| *folded != fact);
            let all = edition.card(self.card).map_or(&[][..], |card| card.facts.as_slice());
            self.open = all.iter().copied().filter(|other| *other == fact || self.open.contains(other)).collect();
        }
        self
    }
}

/// What is shown of a story to a reader who asks for that.
#[must_use]
pub fn visible(edition: &Edition, choice: &Choice) -> Visible {
    let query = Query::of(edition, &choice.query);
    let mut ranks: Vec<Rank> = Vec::new();
    let mut visible = Visible {
        facets: Facet::ALL.map(|facet| vec![Offer::default(); edition.values(facet).len()]),
        ..Visible::default()
    };
    let narrowed = narrows(choice, &query);
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
        for ((offers, values), chosen) in visible.facets.iter_mut().zip(&matches.values).zip(&choice.facets) {
            // What shows for another value of the facet goes on showing.
            let stays = !chosen.is_empty() && matches.shows();
            for (offer, value) in offers.iter_mut().zip(0_u16..) {
                let has_it = values.contains(&value);
                offer.cards += usize::from(stays || has_it);
                offer.has_any |= has_it;
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
            visible.cards.insert(at, matches.card(card, position, narrowed));
        }
    }
    let cards = ordered(edition, choice.sort, std::mem::take(&mut visible.cards));
    let found: Vec<u16> = facts.iter().zip(0_u16..).filter(|(found, _)| **found).map(|(_, fact)| fact).collect();
    Visible { query, cards, facts: found.len(), found, narrowed, articles: noted(&articles), ..visible }
}

/// Whether some facts of a card may match and others not. Signs alone ask for nothing.
fn narrows(choice: &Choice, query: &Query) -> bool {
    choice.filters_facts() || !query.terms().is_empty()
}

/// Orders the cards as the reader wants them. What answers the search best comes first as long as they want nothing else.
fn ordered(edition: &Edition, sort: Sort, cards: Vec<VisibleCard>) -> Vec<VisibleCard> {
    let order = match sort {
        Sort::Story => return cards,
        Sort::Name => &edition.by_name,
        Sort::Date => &edition.by_date,
    };
    order.iter().filter_map(|card| cards.iter().find(|shown| shown.card == *card).cloned()).collect()
}

/// A card as it is shown by itself: among its facts those that match stand open.
#[must_use]
pub fn alone(edition: &Edition, choice: &Choice, card: u16) -> VisibleCard {
    let Some(known) = edition.card(card) else { return VisibleCard { card, ..VisibleCard::default() } };
    let query = Query::of(edition, &choice.query);
    let matches = Matches::of(edition, known, choice, &query);
    let narrowed = narrows(choice, &query) && !matches.facts.is_empty();
    matches.card(known, card, narrowed)
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
    /// For each facet the values of what matches in everything else.
    values: [Vec<u16>; Facet::ALL.len()],
}

impl Matches {
    fn of(edition: &Edition, card: &Card, choice: &Choice, query: &Query) -> Self {
        let answer = Answer::of(edition, card, query.terms());
        let types = choice.chosen(Facet::Type);
        let is_of_type = types.is_empty() || types.contains(&card.card_type);
        let itself = answer.itself && !choice.filters_facts();
        let mut matches =
            Self { itself: itself && is_of_type, facts: Vec::new(), rank: answer.rank, values: Default::default() };
        if itself {
            matches.note_values(Facet::Type, &[card.card_type]);
        }
        for number in answer.facts {
            edition.fact(number).into_iter().for_each(|fact| matches.add(number, fact, card, choice));
        }
        matches
    }

    /// Adds a fact that the search finds, as far as the facets let it.
    fn add(&mut self, number: u16, fact: &Fact, card: &Card, choice: &Choice) {
        let values = Facet::ALL.map(|facet| match facet {
            Facet::Type => std::slice::from_ref(&card.card_type),
            _ => fact.facets.get(facet.index()).map_or(&[][..], Vec::as_slice),
        });
        let passes: Vec<bool> = values
            .iter()
            .zip(&choice.facets)
            .map(|(values, chosen)| chosen.is_empty() || values.iter().any(|value| chosen.contains(value)))
            .collect();
        if passes.iter().all(|passes| *passes) {
            self.facts.push(number);
        }
        for (facet, values) in Facet::ALL.into_iter().zip(values) {
            if passes.iter().enumerate().all(|(other, passes)| *passes || other == facet.index()) {
                self.note_values(facet, values);
            }
        }
    }

    fn note_values(&mut self, facet: Facet, values: &[u16]) {
        if let Some(noted) = self.values.get_mut(facet.index()) {
            noted.extend(values);
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
