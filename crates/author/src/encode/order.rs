//! The orders in which cards can be shown.

use std::{cmp::Reverse, collections::BTreeSet};

use super::{Encoder, entry, entry_mut, periods, position, timeline};
use crate::story::Story;
use fact_cards_story::edition::CardId;

/// The order in which cards are shown, and where each of the story's cards came to stand.
pub(super) struct Order {
    pub(super) cards: Vec<usize>,
    positions: Vec<CardId>,
}

impl Order {
    pub(super) fn new(story: &Story) -> Self {
        let mut cards: Vec<usize> = story.order.iter().map(|card| card.target).collect();
        let first: BTreeSet<usize> = cards.iter().copied().collect();
        cards.extend((0..story.cards.len()).filter(|card| !first.contains(card)));
        let mut positions = vec![CardId::default(); cards.len()];
        for (at, card) in cards.iter().enumerate() {
            if let Some(of_card) = entry_mut(&mut positions, *card) {
                *of_card = position(at);
            }
        }
        Self { cards, positions }
    }

    /// Where a card of the story came to stand.
    pub(super) fn position(&self, card: usize) -> CardId {
        entry(&self.positions, card).copied().unwrap_or_default()
    }
}

impl Encoder<'_> {
    /// The positions of the cards, those first of which the last date is the latest.
    pub(super) fn by_date(&self) -> Vec<CardId> {
        let last = |position: &CardId| {
            let card = entry(&self.order.cards, position.index()).and_then(|card| entry(&self.standing, *card));
            let on_it = card.into_iter().flat_map(|on_it| on_it.own.iter().chain(&on_it.about));
            let facts = on_it.filter_map(|fact| entry(&self.story.facts, *fact));
            Reverse(facts.flat_map(periods).map(|period| timeline::last_day(period.to)).max())
        };
        let mut positions: Vec<CardId> = CardId::first(self.story.cards.len()).collect();
        positions.sort_by_cached_key(last);
        positions
    }

    /// The positions of the cards, in the order of their names.
    pub(super) fn by_name(&self) -> Vec<CardId> {
        let name = |position: CardId| {
            let card = entry(&self.order.cards, position.index()).and_then(|card| entry(&self.story.cards, *card));
            card.map_or("", |card| self.at(&card.name))
        };
        let mut positions: Vec<CardId> = CardId::first(self.story.cards.len()).collect();
        positions.sort_by(|one, other| self.formatter.compare(name(*one), name(*other)));
        positions
    }
}
