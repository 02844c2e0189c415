//! The state that an element requests by its attributes.

use fact_cards_story::edition::Edition;
use web_sys::HtmlElement;

use crate::state::State;

/// The state that the attributes of an element request.
pub fn attributes(host: &HtmlElement, edition: &Edition) -> State {
    State::NAMES.into_iter().fold(State::default(), |state, name| match host.get_attribute(name) {
        Some(value) => state.with(edition, name, &value),
        None => state,
    })
}
