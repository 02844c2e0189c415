use std::rc::Rc;

use gloo::{
    console,
    utils::{document, document_element},
};
use yew::Callback;

use super::{address, story_section};
use crate::{Props, Requested, Widget, state::State};

/// The element of the page in which the widget stands.
const MOUNT: &str = "fact-cards";

/// Starts the widget in the page. Where it cannot start, the page says so and keeps what it shows.
pub fn start() {
    let Some(mount) = document().get_element_by_id(MOUNT) else {
        console::error!("fact-cards: the page has no element with the id fact-cards");
        return;
    };
    let language = document_element().get_attribute("lang").unwrap_or_default();
    let edition = match story_section::edition(&language) {
        Ok(edition) => Rc::new(edition),
        Err(error) => {
            console::error!(format!("fact-cards: {error}"));
            return;
        }
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
