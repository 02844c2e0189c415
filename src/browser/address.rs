use fact_cards_story::edition::Edition;
use gloo::utils::window;
use wasm_bindgen::JsValue;

use crate::state::State;

/// The state that the page's address requests; none where it requests nothing. A card that it names shows, also where its
/// filters would hide it.
pub fn requested(edition: &Edition) -> Option<State> {
    let fragment = window().location().hash().unwrap_or_default();
    let state = State::from_fragment(&fragment, edition);
    (state != State::default() || fragment.ends_with(FIRST)).then(|| state.showing_its_card(edition))
}

/// Requests the first page of everything.
const FIRST: &str = "page=1";

/// Marks an entry of the history that the first letter of a search added.
const SEARCH: &str = "fact-cards-search";

/// Writes a state into the address, which has requested `now`. Where the address requests nothing, the element itself requests
/// another page than the first if `has_page`. Choosing adds an entry to the history and so does the first letter of a search;
/// further letters replace that one, also when all were deleted and others are typed.
pub fn write(edition: &Edition, now: State, state: &State, has_page: bool) {
    let fragment = |state: &State| {
        let fragment = state.to_fragment(edition);
        if fragment.is_empty() && has_page { FIRST.to_owned() } else { fragment }
    };
    let written = fragment(state);
    if fragment(&now) == written {
        return;
    }
    let was_searching = !now.choice.query.is_empty();
    let mut typed = now;
    typed.choice.query.clone_from(&state.choice.query);
    let only_typed = fragment(&typed) == written;

    let location = window().location();
    let path = format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let url = if written.is_empty() { path } else { format!("{path}#{written}") };
    // Browsers refuse where a page changes its address too often; the widget works without.
    let _ = window().history().and_then(|history| {
        let mark = JsValue::from_str(SEARCH);
        let entry = history.state()?;
        if only_typed && (was_searching || entry == mark) {
            // What a host page keeps with its entry stays.
            history.replace_state_with_url(&entry, "", Some(&url))
        } else {
            let entry = if only_typed { mark } else { JsValue::NULL };
            history.push_state_with_url(&entry, "", Some(&url))
        }
    });
}
