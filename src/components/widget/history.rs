//! What has been on the page, which no rendering may forget.

use std::rc::Rc;

use fact_cards_story::edition::{CardId, Edition};

use crate::{components::shared::disclosure::Disclosed, state::State, visible::Visible};

/// What has been on the page.
#[derive(Default)]
pub(crate) struct History {
    /// The edition and the state in which a page was hydrated.
    first: Option<(Rc<Edition>, State)>,
    /// Whether the facts that were prerendered have left the page.
    has_lost_bodies: bool,
    /// The cards that were printed: these are rendered by the engine since.
    printed: Vec<CardId>,
}

impl History {
    /// Whether the facts of closed cards are still on the page as they were prerendered. What has left it does not come back:
    /// with another language, or in a story of several pages with other cards.
    pub fn keeps_bodies(&mut self, edition: &Rc<Edition>, state: &State) -> bool {
        let (first, began) = self.first.get_or_insert_with(|| (Rc::clone(edition), state.clone()));
        let has_turned = edition.has_pages() && (&state.choice, state.view) != (&began.choice, began.view);
        self.has_lost_bodies |= has_turned || !Rc::ptr_eq(first, edition);
        !self.has_lost_bodies
    }

    /// What is open: what the reader has opened or, on paper, every card that shows.
    pub fn disclosed(&mut self, disclosed: &Disclosed, on_paper: Option<&Visible>) -> Disclosed {
        let mut now = disclosed.clone();
        if let Some(visible) = on_paper {
            for card in visible.cards.iter().map(|card| card.card) {
                now = now.with_card(card, true);
                if !self.printed.contains(&card) {
                    self.printed.push(card);
                }
            }
        }
        self.printed.iter().fold(now, |open, card| open.with_rendered(*card))
    }
}
