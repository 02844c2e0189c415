//! What somebody else requests of the widget.

use crate::{
    components::shared::{Prerendered, disclosure::Disclosed},
    state::State,
};

/// A state that somebody else requests: the address, an attribute, an element that hydrates a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Requested {
    /// The state.
    pub state: State,
    /// Which request it is. A higher number is a new one.
    pub number: u32,
    /// Whether the reader is moved to the state's link target: it comes into sight and takes the focus.
    pub moves_to_target: bool,
    /// What the page shows, where it is as it was prerendered. The widget then shows the same first, but for what the reader
    /// has set in its controls, notifies that it does, and shows the state after that.
    pub hydrates: Option<Prerendered>,
    /// What is open on that page; nothing where that stays as it is.
    pub disclosed: Option<Disclosed>,
}

impl Requested {
    /// Whether it requests just what a page shows as it was prerendered.
    #[must_use]
    pub fn shows_what_was_prerendered(&self) -> bool {
        let nothing_open = self.disclosed.as_ref().is_none_or(Disclosed::is_empty);
        nothing_open && self.hydrates.is_some_and(|prerendered| prerendered.shows(&self.state))
    }
}
