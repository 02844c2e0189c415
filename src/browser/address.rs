use fact_cards_story::edition::Edition;
use gloo::{events::EventListener, utils::window};
use wasm_bindgen::JsValue;

use crate::state::{Action, State};

/// The state that the page's address asks for. A card that it names shows, also where its filters would hide it.
pub fn read(edition: &Edition) -> State {
    let state = State::from_fragment(&window().location().hash().unwrap_or_default(), edition);
    match state.card {
        Some(card) => State { card: None, ..state }.after(Action::Open(card), edition),
        None => state,
    }
}

/// Marks an entry of the history that the first letter of a search added.
const SEARCH: &str = "fact-cards-search";

/// Writes a state into the address. Choosing adds an entry to the history and so does the first letter of a search; further
/// letters replace that one, also when all were deleted and others are typed.
pub fn write(edition: &Edition, state: &State) {
    let now = read(edition);
    let fragment = state.to_fragment(edition);
    if now.to_fragment(edition) == fragment {
        return;
    }
    let was_searching = !now.choice.query.is_empty();
    let mut typed = now;
    typed.choice.query.clone_from(&state.choice.query);
    let only_typed = typed.to_fragment(edition) == fragment;

    let location = window().location();
    let path = format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let url = if fragment.is_empty() { path } else { format!("{path}#{fragment}") };
    // Browsers refuse where a page changes its address too often; the widget works without.
    let _ = window().history().and_then(|history| {
        let mark = if only_typed { JsValue::from_str(SEARCH) } else { JsValue::NULL };
        if only_typed && (was_searching || history.state()? == mark) {
            history.replace_state_with_url(&mark, "", Some(&url))
        } else {
            history.push_state_with_url(&mark, "", Some(&url))
        }
    });
}

/// Tells whenever the address changes other than by [`write`].
pub fn listen(on_change: impl FnMut() + 'static) {
    let mut on_change = on_change;
    EventListener::new(&window(), "popstate", move |_| on_change()).forget();
}
