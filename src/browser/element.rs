//! The widget in `<fact-cards>` elements: what `hydrate.js` calls on activation. Its names there are not those of anything
//! else, so that the build can make them short.

use std::{cell::RefCell, rc::Rc};

use fact_cards_story::edition::Edition;
use gloo::{events::EventListener, utils::window};
use js_sys::{Function, Uint8Array, WeakMap};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::{
    address,
    attributes::attributes,
    controls::with_controls,
    mounted::Mounted,
    placement::Placement,
    prerendered::{are_prerendered, disclosed_in, heading_level, is_as_prerendered, prerendered_in, was_ready},
    share,
    story_section::{self, Brought},
};
use crate::{Requested, state::State};

thread_local! {
    /// Every widget on the page. None is ever dropped: Yew keeps its listeners for good.
    static WIDGETS: RefCell<Vec<Rc<Mounted>>> = const { RefCell::new(Vec::new()) };
    /// For each element whose widget has moved to another one, the state in which it was left, as a fragment.
    static LEFT: WeakMap = WeakMap::new();
    /// Notified when the program stops.
    static ON_STOP: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Prepares for elements. Should the program ever stop, `on_stop` is called with the reason; what a reader exports or shares
/// is handed to `on_share`.
#[wasm_bindgen(js_name = startEngine)]
pub fn start_engine(on_stop: Function, on_share: Function) {
    ON_STOP.set(Some(on_stop));
    share::set_up(on_share);
    yew::set_custom_panic_hook(Box::new(|panic| {
        if let Some(on_stop) = ON_STOP.take() {
            // Nothing is left that could be done about an error there.
            let _ = on_stop.call1(&JsValue::NULL, &panic.to_string().into());
        }
    }));
    let on_popstate = |_: &web_sys::Event| {
        for widget in WIDGETS.with_borrow(Clone::clone) {
            widget.follow_address();
        }
    };
    EventListener::new(&window(), "popstate", on_popstate).forget();
    for (event, prints) in [("beforeprint", true), ("afterprint", false)] {
        let on_print = move |_: &web_sys::Event| {
            for widget in WIDGETS.with_borrow(Clone::clone) {
                widget.print(prints);
            }
        };
        EventListener::new(&window(), event, on_print).forget();
    }
}

/// Reads a story in a language, with these cards only, so that it is at hand when an element is hydrated.
///
/// # Errors
/// When there is no story that can be read.
#[wasm_bindgen(js_name = readStory)]
#[allow(clippy::needless_pass_by_value, reason = "JavaScript gives no reference to what may not be there")]
pub fn read_story(language: &str, only: &str, story: Option<Uint8Array>) -> Result<(), JsValue> {
    edition(&story, language, only).map(drop)
}

/// Hydrates what stands in `mount`, in the element `host`, or replaces it where it is not what was prerendered. `link_target` is
/// the fragment of a link that was followed by now, `shape` that of the elements in the mount, `story` the bytes of the story that
/// the element brings, `site` the address of its pages.
///
/// # Errors
/// When there is no story that can be read.
#[wasm_bindgen(js_name = hydrateElement)]
#[allow(clippy::needless_pass_by_value, reason = "JavaScript gives no reference to what may not be there")]
pub fn hydrate_element(
    host: HtmlElement,
    mount: HtmlElement,
    language: &str,
    link_target: Option<String>,
    shape: u32,
    story: Option<Uint8Array>,
    site: String,
) -> Result<(), JsValue> {
    let edition = edition(&story, language, &only(&host))?;
    let requested = first_request(&host, &mount, &edition, link_target);
    let level = heading_level(&mount);

    let idle = WIDGETS.with_borrow(|widgets| widgets.iter().find(|widget| widget.is_idle()).cloned());
    if let Some(widget) = idle {
        let (left, state) = widget.move_to(Placement::new(host, &mount, edition, site, requested), mount);
        LEFT.with(|all| all.set(&left, &state.into()));
        return Ok(());
    }
    let is_known =
        is_as_prerendered(&mount, shape, story_section::fingerprint(&story)) && are_prerendered(&mount, &edition);
    let mut place = Placement::new(host, &mount, edition, site, requested);
    let widget = match level.filter(|_| is_known && !was_ready(&mount)) {
        Some(level) => {
            place.heading_level = level;
            Mounted::hydrating(place, mount)
        }
        None => Mounted::in_place_of(place, mount),
    };
    WIDGETS.with_borrow_mut(|widgets| widgets.push(widget));
    Ok(())
}

/// Takes the new value of an attribute. `story` and `site` are those that the element has now.
///
/// # Errors
/// When there is no story that can be read.
#[wasm_bindgen(js_name = changeAttribute)]
#[allow(clippy::needless_pass_by_value, reason = "JavaScript gives no reference to what may not be there")]
pub fn change_attribute(
    host: &HtmlElement,
    attribute: &str,
    language: &str,
    story: Option<Uint8Array>,
    site: String,
) -> Result<(), JsValue> {
    let widget = WIDGETS.with_borrow(|widgets| widgets.iter().find(|widget| widget.is_in(host)).cloned());
    let Some(widget) = widget else { return Ok(()) };
    let edition = || edition(&story, language, &only(host));
    match attribute {
        "lang" => widget.speak(edition()?),
        "only" => {
            let (edition, only) = (edition()?, only(host));
            widget.show_cards(Rc::clone(&edition));
            if !only.is_empty() && edition.named(&only).any(|card| card.is_none()) {
                return Err(JsValue::from_str(&["only: no card has an id of ", &only].concat()));
            }
        }
        "controls" => widget.update(),
        "open" => widget.open_cards(),
        "src" => widget.show_story(edition()?, site),
        "heading-level" => widget.set_heading_level(),
        "show" => widget.set_show(),
        name if State::NAMES.contains(&name) => {
            widget.request_value(name, &host.get_attribute(name).unwrap_or_default());
        }
        _ => {}
    }
    Ok(())
}

/// A story in one language with those cards only, or what is wrong with it in words.
fn edition(story: &Brought, language: &str, only: &str) -> Result<Rc<Edition>, JsValue> {
    story_section::edition(story, language, only).map_err(|error| JsValue::from_str(&error.to_string()))
}

/// The cards that an element shows by themselves.
fn only(host: &HtmlElement) -> String {
    host.get_attribute("only").unwrap_or_default()
}

/// The first state to show: the one in which the element was left, or that of the address, or that of the attributes, with what
/// the reader has set in the prerendered page by now.
fn first_request(host: &HtmlElement, mount: &HtmlElement, edition: &Edition, link_target: Option<String>) -> Requested {
    if let Some(left) = LEFT.with(|left| left.get(host)).as_string() {
        let state = State::from_fragment(&left, edition);
        return Requested {
            state,
            number: 0,
            moves_to_target: false,
            hydrates: Some(prerendered_in(mount)),
            disclosed: None,
        };
    }
    let addressed = host.has_attribute("sync-url").then(|| address::requested(edition)).flatten();
    let moves_to_target = addressed.is_some() || link_target.is_some();
    let attributes = attributes(host, edition);
    let state = addressed.unwrap_or_else(|| attributes.clone());
    // In a copy of what was shown before nobody has chosen anything yet: where there is an address, that says what to show.
    let is_settled = was_ready(mount) && host.has_attribute("sync-url");
    let state = if is_settled { state } else { with_controls(state, mount, edition, &attributes) };
    // A link means its card and its fact together, whatever was meant before.
    let to = link_target.map(|fragment| State::from_fragment(&fragment, edition)).filter(|to| to.card.is_some());
    let (card, fact) = to.map_or((state.card, state.fact), |to| (to.card, to.fact));
    let state = State { card, fact, ..state }.showing_its_card(edition);
    let disclosed = Some(disclosed_in(mount, edition));
    Requested { state, number: 0, moves_to_target, hydrates: Some(prerendered_in(mount)), disclosed }
}
