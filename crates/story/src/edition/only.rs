//! Some cards of a story, shown by themselves. The edition stays whole: whoever says something on one of them, or is related to it,
//! has a name, and a position means the same card in every edition.

use super::{CardId, Edition};

impl Edition {
    /// Shows nothing but the cards with these ids, parted by commas, in this order; where none of them is known, every card.
    pub fn keep_only(&mut self, ids: &str) {
        self.only.clear();
        for card in parted(ids).filter_map(|id| self.cards.position(id)) {
            if !self.only.contains(&card) {
                self.only.push(card);
            }
        }
    }

    /// Those of some ids, parted by commas, that no card has.
    pub fn unknown<'i>(&self, ids: &'i str) -> impl Iterator<Item = &'i str> {
        parted(ids).filter(|id| self.cards.position(id).is_none())
    }

    /// Whether some cards are shown by themselves.
    #[must_use]
    pub const fn is_narrowed(&self) -> bool {
        !self.only.is_empty()
    }

    /// Whether a card is one of those that are shown.
    #[must_use]
    pub fn keeps(&self, card: CardId) -> bool {
        !self.is_narrowed() || self.only.contains(&card)
    }

    /// The cards that are shown: in the order of the story or, where it is narrowed, in that in which they were named.
    #[must_use]
    pub fn kept(&self) -> Vec<CardId> {
        if self.is_narrowed() { self.only.clone() } else { CardId::first(self.cards.len()).collect() }
    }

    /// The ids of the cards that are shown by themselves, parted by commas; empty where all are.
    #[must_use]
    pub fn only_ids(&self) -> String {
        let ids: Vec<&str> =
            self.only.iter().filter_map(|card| self.card(*card)).map(|card| card.id.as_str()).collect();
        ids.join(",")
    }
}

/// Ids that commas part, without spaces.
fn parted(ids: &str) -> impl Iterator<Item = &str> {
    ids.split(',').map(str::trim).filter(|id| !id.is_empty())
}
