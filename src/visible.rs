//! What is shown: a pure function of the story and the reader's choice.
//!
//! Filters and the search match single facts, so a source and a topic must meet in one fact. A word of the search may also
//! stand in the heading of the card: "dkhissi nominated" finds the fact that he was, on his card. A card shows when one
//! of its facts matches, or when the search alone matches its own name and summary; on an opened card its other facts fold
//! away.

use std::mem;

use fact_cards_story::{
    Kind,
    edition::{CardId, Columns, Edition, Facet, FactId, ValueId},
};

use crate::{
    search::{Query, Rank, Search},
    state::{Choice, Sort},
};

/// How many cards one of several pages has.
pub const ON_A_PAGE: usize = 50;

/// What is shown.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Visible {
    /// What was searched for, as it was understood.
    pub query: Query,
    /// Every card, in order: what answers the search best comes first, then the editor decides.
    pub order: Vec<CardId>,
    /// Which page of them is shown, counted from 0.
    pub page: u16,
    /// The cards of that page.
    pub cards: Vec<VisibleCard>,
    /// How many different facts match.
    pub facts: usize,
    /// Which facts these are, in the story's order.
    pub found: Vec<FactId>,
    /// Whether some facts of a card may match and others not.
    pub narrowed: bool,
    /// How many different articles report these.
    pub articles: usize,
    /// How many cards there would be of each kind, everything else staying as it is.
    pub kinds: [usize; Kind::ALL.len()],
    /// For each facet and value what choosing it would show.
    pub facets: [Vec<Offer>; Facet::ALL.len()],
}

/// The outcome of choosing a value of a facet in addition.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Offer {
    /// How many cards.
    pub cards: usize,
    /// Whether any of them has the value.
    pub has_any: bool,
}

/// A card that is shown, and its facts.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct VisibleCard {
    /// The card.
    pub card: CardId,
    /// The facts that match; all where nothing narrows them.
    pub open: Vec<FactId>,
    /// The facts that do not, which are folded away where the card is opened.
    pub folded: Vec<FactId>,
}

impl VisibleCard {
    /// The same with a fact standing open that was folded away.
    #[must_use]
    pub fn with_open(mut self, edition: &Edition, fact: FactId) -> Self {
        if self.folded.contains(&fact) {
            self.folded.retain(|folded| *folded != fact);
            let all = edition.columns().standing.get(self.card);
            self.open = all.iter().copied().filter(|other| *other == fact || self.open.contains(other)).collect();
        }
        self
    }
}

/// What is shown of a story to a reader who chose that.
#[must_use]
pub fn visible(edition: &Edition, choice: &Choice) -> Visible {
    let search = Search::new(edition, &choice.query);
    let columns = edition.columns();
    let mut offers = Offers::new(edition);
    let mut by_rank: Vec<(Rank, Vec<CardId>)> = Vec::new();
    let mut kinds = [0; Kind::ALL.len()];
    let mut facts = vec![false; edition.facts.len()];
    let mut articles = vec![false; edition.articles.len()];

    for card in edition.kept() {
        let Some(kind) = columns.kinds.get(card.index()) else { continue };
        let matches = Matches::new(edition, card, choice, &search, &mut |facet, value| offers.note(facet, value, card));
        if matches.shows() {
            debug_assert!((*kind as usize) < kinds.len(), "every kind is counted");
            if let Some(cards) = kinds.get_mut(*kind as usize) {
                *cards += 1;
            }
        }
        if choice.kind.is_some_and(|chosen| chosen != *kind) {
            offers.noted.clear();
            continue;
        }
        offers.count(choice, matches.shows());
        if matches.shows() {
            for fact in &matches.facts {
                note(&mut facts, *fact);
                columns.articles(*fact).for_each(|article| note(&mut articles, article));
            }
            match by_rank.binary_search_by_key(&matches.rank, |(rank, _)| *rank) {
                Ok(at) => {
                    if let Some((_, cards)) = by_rank.get_mut(at) {
                        cards.push(card);
                    }
                }
                Err(at) => by_rank.insert(at, (matches.rank, vec![card])),
            }
        }
    }
    let order = ordered(edition, choice.sort, by_rank.into_iter().flat_map(|(_, cards)| cards).collect());
    let found = facts.iter().zip(FactId::all()).filter(|(found, _)| **found);
    let found: Vec<FactId> = found.map(|(_, fact)| fact).collect();
    let narrowed = narrows(choice, &search.query);
    let page = choice.page.min(last_page(edition, order.len()));
    let on_page = if edition.has_pages() { ON_A_PAGE } else { order.len() };
    let shown = order.iter().skip(usize::from(page) * on_page).take(on_page);
    let matches = |card: CardId| Matches::new(edition, card, choice, &search, &mut |_, _| {});
    let cards = shown.map(|card| matches(*card).card(columns, *card, narrowed));
    Visible {
        cards: cards.collect(),
        page,
        kinds,
        facets: offers.of_facets(choice, order.len()),
        order,
        facts: found.len(),
        found,
        narrowed,
        articles: noted(&articles),
        query: search.query,
    }
}

/// The last page of so many cards, counted from 0.
#[must_use]
pub fn last_page(edition: &Edition, cards: usize) -> u16 {
    if edition.has_pages() { page_at(cards.saturating_sub(1)) } else { 0 }
}

/// The cards of a page of everything, counted from 0.
pub fn cards_on_page(edition: &Edition, page: u16) -> impl Iterator<Item = CardId> + Clone + use<> {
    let all = edition.cards.len();
    let on_page = if edition.has_pages() { ON_A_PAGE } else { all };
    CardId::first(all).skip(usize::from(page) * on_page).take(on_page)
}

/// The page on which a place in the order is, counted from 0.
pub(crate) fn page_at(place: usize) -> u16 {
    u16::try_from(place / ON_A_PAGE).unwrap_or(u16::MAX)
}

/// The page on which a card shows, counted from 0; the first where it does not.
#[must_use]
pub fn page_of(edition: &Edition, choice: &Choice, card: CardId) -> u16 {
    if !edition.has_pages() {
        return 0;
    }
    visible(edition, choice).order.iter().position(|shown| *shown == card).map_or(0, page_at)
}

/// The counts of all facet values while the cards are gone through.
struct Offers {
    facets: [Vec<Offer>; Facet::ALL.len()],
    /// The values of the card that is being counted.
    noted: Vec<(Facet, ValueId)>,
    /// For each value the last card that had it, counted from 1.
    last: [Vec<u32>; Facet::ALL.len()],
}

impl Offers {
    fn new(edition: &Edition) -> Self {
        Self {
            facets: Facet::ALL.map(|facet| vec![Offer::default(); edition.value_count(facet)]),
            noted: Vec::new(),
            last: Facet::ALL.map(|facet| vec![0; edition.value_count(facet)]),
        }
    }

    /// Notes that a card would show for a value.
    fn note(&mut self, facet: Facet, value: ValueId, card: CardId) {
        let last = self.last.get_mut(facet.index()).and_then(|last| last.get_mut(value.index()));
        let this = u32::from(card.get()) + 1;
        if let Some(last) = last.filter(|last| **last != this) {
            *last = this;
            self.noted.push((facet, value));
        }
    }

    /// Counts what was noted of a card.
    fn count(&mut self, choice: &Choice, shows: bool) {
        for (facet, value) in self.noted.drain(..) {
            let offer = self.facets.get_mut(facet.index()).and_then(|offers| offers.get_mut(value.index()));
            debug_assert!(offer.is_some(), "what is not offered is not noted");
            if let Some(offer) = offer {
                offer.has_any = true;
                // A card that another chosen value of the facet shows stays, and is added to every value at the end.
                if choice.chosen(facet).is_empty() || !shows {
                    offer.cards += 1;
                }
            }
        }
    }

    /// The offers, where so many cards show.
    fn of_facets(mut self, choice: &Choice, shown: usize) -> [Vec<Offer>; Facet::ALL.len()] {
        for (offers, chosen) in self.facets.iter_mut().zip(&choice.facets) {
            if !chosen.is_empty() {
                for offer in offers {
                    offer.cards += shown;
                }
            }
        }
        self.facets
    }
}

/// Whether some facts of a card may match and others not. A search of punctuation alone filters nothing.
fn narrows(choice: &Choice, query: &Query) -> bool {
    choice.filters_facts() || !query.terms().is_empty()
}

/// Every card, in the order that the reader wants.
#[must_use]
pub fn in_order(edition: &Edition, sort: Sort) -> Vec<CardId> {
    ordered(edition, sort, edition.kept())
}

/// Orders the cards as the reader wants them. What answers the search best comes first as long as they want nothing else.
fn ordered(edition: &Edition, sort: Sort, cards: Vec<CardId>) -> Vec<CardId> {
    let order = match sort {
        Sort::Story => return cards,
        Sort::Name => &edition.by_name,
        Sort::Date => &edition.by_date,
    };
    let mut shows = vec![false; edition.cards.len()];
    for card in cards {
        note(&mut shows, card);
    }
    // Each card once, whatever the order says.
    order.iter().copied().filter(|card| shows.get_mut(card.index()).is_some_and(mem::take)).collect()
}

/// A card as it is shown by itself: among its facts those that match stand open.
#[must_use]
pub fn alone(edition: &Edition, choice: &Choice, card: CardId) -> VisibleCard {
    let search = Search::new(edition, &choice.query);
    let matches = Matches::new(edition, card, choice, &search, &mut |_, _| {});
    let narrowed = narrows(choice, &search.query) && !matches.facts.is_empty();
    matches.card(edition.columns(), card, narrowed)
}

/// Whether a card is among what is shown.
#[must_use]
pub fn shows(edition: &Edition, choice: &Choice, card: CardId) -> bool {
    let kind = edition.columns().kinds.get(card.index()).filter(|_| edition.keeps(card));
    kind.is_some_and(|kind| choice.kind.is_none_or(|chosen| chosen == *kind))
        && Matches::new(edition, card, choice, &Search::new(edition, &choice.query), &mut |_, _| {}).shows()
}

/// What of one card matches, its kind left aside.
struct Matches {
    /// The card's own name and summary match the search, and no facet demands more.
    itself: bool,
    /// Its facts that match.
    facts: Vec<FactId>,
    /// How well it answers the search, whatever the filters are: they leave the order alone.
    rank: Rank,
}

impl Matches {
    /// Finds what matches, and tells for each facet the values of what matches in everything else.
    fn new(
        edition: &Edition,
        card: CardId,
        choice: &Choice,
        search: &Search,
        tell: &mut dyn FnMut(Facet, ValueId),
    ) -> Self {
        let columns = edition.columns();
        let mut answer = search.answer(edition, card);
        let card_type = columns.types.get(card.index()).copied().unwrap_or_default();
        let types = choice.chosen(Facet::Type);
        let is_of_type = types.is_empty() || types.contains(&card_type);
        let itself = answer.itself && !choice.filters_facts();
        if itself {
            tell(Facet::Type, card_type);
        }
        answer.facts.retain(|fact| {
            let values = |facet: Facet| match facet {
                Facet::Type => std::slice::from_ref(&card_type),
                _ => columns.values(facet, *fact),
            };
            let passes = |facet: Facet| {
                let chosen = choice.chosen(facet);
                chosen.is_empty() || values(facet).iter().any(|value| chosen.contains(value))
            };
            let mut fails = Facet::ALL.into_iter().filter(|facet| !passes(*facet));
            // A fact that fails in one facet only would match if that facet had one of its values.
            let (first, second) = (fails.next(), fails.next());
            if second.is_none() {
                for facet in Facet::ALL.into_iter().filter(|facet| first.is_none_or(|first| first == *facet)) {
                    for value in values(facet) {
                        tell(facet, *value);
                    }
                }
            }
            first.is_none()
        });
        Self { itself: itself && is_of_type, facts: answer.facts, rank: answer.rank }
    }

    fn shows(&self) -> bool {
        self.itself || !self.facts.is_empty()
    }

    fn card(self, columns: &Columns, card: CardId, narrowed: bool) -> VisibleCard {
        let standing = columns.standing.get(card);
        let is_open = |fact: &FactId| !narrowed || self.facts.contains(fact);
        let (open, folded) = standing.iter().copied().partition(is_open);
        VisibleCard { card, open, folded }
    }
}

/// Notes a position, where there is one.
pub(crate) fn note(noted: &mut [bool], position: impl Into<usize>) {
    if let Some(noted) = noted.get_mut(position.into()) {
        *noted = true;
    }
}

fn noted(noted: &[bool]) -> usize {
    noted.iter().filter(|noted| **noted).count()
}
