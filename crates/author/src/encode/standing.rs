//! What stands on each card: found once for all cards, since going through every fact for each one takes minutes where there
//! are thousands.

use super::{Story, entry_mut};

/// What others say of a card. Positions are those of the story.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing {
    /// The facts whose home it is.
    pub own: Vec<usize>,
    /// The facts of other cards that are about it too.
    pub about: Vec<usize>,
    /// The links of other cards to it: the card, and which of its links.
    pub linked_from: Vec<(usize, usize)>,
}

impl Standing {
    /// What stands on each card of the story.
    pub(super) fn on_each(story: &Story) -> Vec<Self> {
        let mut cards = vec![Self::default(); story.cards.len()];
        for (number, fact) in story.facts.iter().enumerate() {
            if let Some(home) = entry_mut(&mut cards, fact.card.target) {
                home.own.push(number);
            }
            for about in &fact.about {
                if let Some(card) =
                    entry_mut(&mut cards, about.target).filter(|card| card.about.last() != Some(&number))
                {
                    card.about.push(number);
                }
            }
        }
        for (from, card) in story.cards.iter().enumerate() {
            for (at, link) in card.links.iter().enumerate() {
                if let Some(to) = entry_mut(&mut cards, link.to.target) {
                    to.linked_from.push((from, at));
                }
            }
        }
        cards
    }
}
