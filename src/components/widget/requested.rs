//! What somebody else asks of the widget.

use crate::{components::shared::Prerendered, state::State};

/// A state that somebody else asks for: the address, an attribute, an element that hydrates a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Requested {
    /// The state.
    pub state: State,
    /// Which request it is. A higher number is a new one.
    pub number: u32,
    /// Whether the reader is led to the state's card: it comes into sight and takes the focus.
    pub leads: bool,
    /// What the page shows, where it is as it was prerendered. The widget then shows the same first, but for what the reader
    /// has set in its controls, tells that it does, and shows the state after that.
    pub hydrates: Option<Prerendered>,
}
