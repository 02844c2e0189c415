use std::rc::Rc;

use fact_cards_story::{Kind, edition::Edition};
use gloo::{
    console,
    utils::{document, document_element},
};
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlInputElement};
use yew::Callback;

use super::{address, story_section};
use crate::{Props, Requested, Widget, state::State};

/// The element of the page in which the widget stands.
const MOUNT: &str = "fact-cards";

/// Starts the widget in the page. Where it cannot start, the page is told and keeps what it shows.
pub fn start() {
    let Some(mount) = document().get_element_by_id(MOUNT) else {
        console::error!("fact-cards: the page has no element with the id fact-cards");
        return;
    };
    let language = mount.get_attribute("data-language").or_else(|| document_element().get_attribute("lang"));
    let edition = match story_section::edition(&language.unwrap_or_default()) {
        Ok(edition) => Rc::new(edition),
        Err(error) => return report(&mount, &error.to_string()),
    };

    let on_change = {
        let edition = Rc::clone(&edition);
        Callback::from(move |state: State| address::write(&edition, &state))
    };
    // Yew puts the widget in the place of what was prerendered: what the reader has set there by now is read before.
    let first = first_state(&mount, &edition);
    let props = {
        let edition = Rc::clone(&edition);
        move |state, number| Props {
            requested: Requested { state, number },
            edition: Rc::clone(&edition),
            on_change: on_change.clone(),
            heading_level: 1,
        }
    };
    let mut widget = yew::Renderer::<Widget>::with_root_and_props(mount.clone(), props(first, 0)).render();
    let mut number = 0;
    address::listen(move || {
        number += 1;
        widget.update(props(address::read(&edition), number));
    });
    tell(&mount, "fact-cards-ready", "");
}

/// The state that the address asks for; else what the reader has already set in the prerendered controls.
fn first_state(mount: &Element, edition: &Edition) -> State {
    let mut state = address::read(edition);
    if state == State::default() {
        let control = |selector| mount.query_selector(selector).ok().flatten()?.dyn_into::<HtmlInputElement>().ok();
        state.choice.query = control("input[type=search]").map(|search| search.value()).unwrap_or_default();
        state.choice.kind = control("input[name=kind]:checked").and_then(|kind| Kind::from_key(&kind.value()));
    }
    state
}

/// Tells the page that something does not work.
fn report(mount: &Element, message: &str) {
    console::error!(format!("fact-cards: {message}"));
    tell(mount, "fact-cards-error", message);
}

/// Fires an event of the widget, for the page and the pages that it may stand in.
fn tell(mount: &Element, event: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &init) {
        // Nobody cancels it, and nothing depends on that.
        let _ = mount.dispatch_event(&event);
    }
}
