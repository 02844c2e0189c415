use yew::prelude::*;

use super::Scene;
use crate::state::Action;

/// A link to another card. Without script it is a link to the card's place on the page.
pub(super) fn card_link(scene: &Scene, position: u16, name: Html) -> Html {
    let Some(card) = scene.card(position) else { return name };
    let dispatch = scene.dispatch.clone();
    let onclick = move |event: MouseEvent| {
        // Opening it in a new tab or window is the browser's.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            dispatch.emit(Action::Open(position));
        }
    };
    html! { <a href={format!("#card={}", card.id)} {onclick}><bdi>{ name }</bdi></a> }
}
