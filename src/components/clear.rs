use yew::prelude::*;

use super::{Scene, focus, markup::html};
use crate::state::Action;

/// Takes back every filter and the search.
pub(super) fn clear(scene: &Scene) -> Html {
    let onclick = scene.dispatch.reform(|event: MouseEvent| {
        focus::leave(&event);
        Action::Clear
    });
    html! { <button class="clear" type="button" {onclick}>{ scene.words().clear.as_str() }</button> }
}
