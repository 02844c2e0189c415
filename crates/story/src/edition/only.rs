//! Some cards of a story, shown by themselves. The edition stays whole: whoever says something on one of them, or is related to it,
//! has a name, and a position means the same card in every edition.

use super::{Card, CardId, Edition};

impl Edition {
    /// Shows nothing but the cards with these ids, parted by commas, in this order; where none of them is known, every card.
    pub fn keep_only(&mut self, ids: &str) {
        let mut only = Vec::new();
        for card in self.named(ids).flatten() {
            if !only.contains(&card) {
                only.push(card);
            }
        }
        self.only = only;
    }

    /// The card with each of these ids, parted by commas; none where it is not known.
    pub fn named(&self, ids: &str) -> impl Iterator<Item = Option<CardId>> {
        ids.split(',').map(|id| self.cards.position(id.trim()))
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

    /// The card that is shown, where it is a single one.
    #[must_use]
    pub fn single(&self) -> Option<&Card> {
        match self.only.as_slice() {
            [card] => self.card(*card),
            _ => None,
        }
    }
}
