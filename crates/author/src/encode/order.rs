//! The orders in which cards can be shown.

use std::{cmp::Reverse, collections::BTreeSet};

use super::{Encoder, periods, short, timeline};
use crate::story::Story;

/// The order in which cards are shown, and where each of the story's cards came to stand.
pub(super) struct Order {
    pub(super) cards: Vec<usize>,
    position: Vec<usize>,
}

impl Order {
    pub(super) fn of(story: &Story) -> Self {
        let mut cards: Vec<usize> = story.order.iter().map(|card| card.target).collect();
        let first: BTreeSet<usize> = cards.iter().copied().collect();
        cards.extend((0..story.cards.len()).filter(|card| !first.contains(card)));
        let mut position = vec![0; cards.len()];
        for (at, card) in cards.iter().enumerate() {
            if let Some(position) = position.get_mut(*card) {
                *position = at;
            }
        }
        Self { cards, position }
    }

    pub(super) fn position(&self, card: usize) -> u16 {
        short(self.position.get(card).copied().unwrap_or_default())
    }
}

impl Encoder<'_> {
    /// The positions of the cards, those first of which the last date is the latest.
    pub(super) fn by_date(&self) -> Vec<u16> {
        let last = |position: &u16| {
            let card = self.order.cards.get(usize::from(*position)).and_then(|card| self.standing.get(*card));
            let on_it = card.into_iter().flat_map(|on_it| on_it.own.iter().chain(&on_it.about));
            let facts = on_it.filter_map(|fact| self.story.facts.get(*fact));
            Reverse(facts.flat_map(periods).map(|period| timeline::last_day(period.to)).max())
        };
        let mut positions: Vec<u16> = (0..short(self.story.cards.len())).collect();
        positions.sort_by_cached_key(last);
        positions
    }

    /// The positions of the cards, in the order of their names.
    pub(super) fn by_name(&self) -> Vec<u16> {
        let name = |position: u16| {
            let card = self.order.cards.get(usize::from(position)).and_then(|card| self.story.cards.get(*card));
            card.map_or("", |card| self.at(&card.name))
        };
        let mut positions: Vec<u16> = (0..short(self.story.cards.len())).collect();
        positions.sort_by(|one, other| self.formatter.compare(name(*one), name(*other)));
        positions
    }
}
