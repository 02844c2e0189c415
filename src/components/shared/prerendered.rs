//! What a page has of a story before there is an engine.

use crate::state::{Choice, State};

/// What a page has of a story before there is an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prerendered {
    /// The cards of a page, counted from 0: every fact of them, in as few bytes as an article is asked to carry.
    Cards(u16),
    /// Every view.
    Views,
}

impl Prerendered {
    /// The state that shows it.
    #[must_use]
    pub fn state(self) -> State {
        let page = match self {
            Self::Cards(page) => page,
            Self::Views => 0,
        };
        State { choice: Choice { page, ..Choice::default() }, ..State::default() }
    }

    /// Whether a widget that shows a state shows just this.
    pub(crate) fn shows(self, state: &State) -> bool {
        matches!(self, Self::Cards(_)) && self.state() == *state
    }
}
