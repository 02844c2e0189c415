use std::rc::Rc;

use gloo::{
    console,
    utils::{document, document_element},
};
use web_sys::{CustomEvent, CustomEventInit, Element};
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
    let props = move |number| Props {
        requested: Requested { state: address::read(&edition), number },
        edition: Rc::clone(&edition),
        on_change: on_change.clone(),
        heading_level: 1,
    };
    let mut widget = yew::Renderer::<Widget>::with_root_and_props(mount, props(0)).render();
    let mut number = 0;
    address::listen(move || {
        number += 1;
        widget.update(props(number));
    });
}

/// Tells the page that something does not work.
fn report(mount: &Element, message: &str) {
    console::error!(format!("fact-cards: {message}"));
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&message.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict("fact-cards-error", &init) {
        // Nobody cancels it, and nothing depends on that.
        let _ = mount.dispatch_event(&event);
    }
}
