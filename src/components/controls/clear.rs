use yew::prelude::*;

use crate::{
    components::shared::{Scene, focus, markup::html},
    state::Action,
};

/// Takes back every filter and the search.
pub(crate) fn clear(scene: &Scene) -> Html {
    let onclick = scene.dispatch.reform(|event: MouseEvent| {
        focus::leave(&event);
        Action::Clear
    });
    html! { <button class="clear" type="button" {onclick}>{ scene.words().clear.as_str() }</button> }
}
