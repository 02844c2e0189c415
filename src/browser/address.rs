use fact_cards_story::edition::Edition;
use gloo::utils::window;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::state::State;

/// The state that the page's address requests; none where it requests nothing. A card that it names shows, also where its
/// filters would hide it.
pub fn requested(edition: &Edition) -> Option<State> {
    let fragment = window().location().hash().unwrap_or_default();
    if is_route(&fragment) {
        return None;
    }
    let state = State::from_fragment(&fragment, edition);
    (state != State::default() || fragment.ends_with(FIRST)).then(|| state.showing_its_card(edition))
}

/// Requests the first page of everything.
const FIRST: &str = "page=1";

/// What stands in an entry of the history that we have added, beside what the page keeps there: what was done.
const OURS: &str = "fact-cards";
/// The first letter of a search was typed.
const SEARCH: &str = "search";
/// Anything else.
const CHOICE: &str = "choice";

/// Whether a fragment is where a page's own router has led, as `#/news/42` and `#!news`.
fn is_route(fragment: &str) -> bool {
    fragment.starts_with("#/") || fragment.starts_with("#!")
}

/// A router has the fragment of the page's address for itself.
#[derive(Debug)]
pub struct RouteInTheWay;

/// Writes a state into the address, which has requested `now`. Where the address requests nothing, the element itself requests
/// another page than the first if `has_page`. Choosing adds an entry to the history and so does the first letter of a search;
/// further letters replace that one, also when all were deleted and others are typed. What routers keep with an entry stays with
/// it and is in the ones that are added: without it, going back would show another page.
///
/// # Errors
/// When the fragment is a route: that stays as it is.
pub fn write(edition: &Edition, now: State, state: &State, has_page: bool) -> Result<(), RouteInTheWay> {
    let fragment = |state: &State| {
        let fragment = state.to_fragment(edition);
        if fragment.is_empty() && has_page { FIRST.to_owned() } else { fragment }
    };
    let written = fragment(state);
    if fragment(&now) == written {
        return Ok(());
    }
    let was_searching = !now.choice.query.is_empty();
    let mut typed = now;
    typed.choice.query.clone_from(&state.choice.query);
    let only_typed = fragment(&typed) == written;

    let location = window().location();
    if is_route(&location.hash().unwrap_or_default()) {
        return Err(RouteInTheWay);
    }
    let path = format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let url = if written.is_empty() { path } else { format!("{path}#{written}") };
    // Browsers refuse where a page changes its address too often; the widget works without.
    let _ = window().history().and_then(|history| {
        let entry = history.state()?;
        let was_typed = || Reflect::get(&entry, &OURS.into()).is_ok_and(|what| what == SEARCH);
        if only_typed && (was_searching || was_typed()) {
            history.replace_state_with_url(&entry, "", Some(&url))
        } else {
            let entry = marked(entry, if only_typed { SEARCH } else { CHOICE });
            history.push_state_with_url(&entry, "", Some(&url))
        }
    });
    Ok(())
}

/// What a page keeps with its entry, with a mark of ours. What has no properties stays as it is.
fn marked(entry: JsValue, mark: &str) -> JsValue {
    if !(entry.is_object() || entry.is_null()) {
        return entry;
    }
    let marked = Object::assign(&Object::new(), entry.unchecked_ref());
    // A new object takes any property.
    let _ = Reflect::set(&marked, &OURS.into(), &mark.into());
    marked.into()
}
