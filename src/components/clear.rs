use yew::prelude::*;

use super::Scene;
use crate::state::Action;

/// Takes back every filter and the search.
pub(super) fn clear(scene: &Scene) -> Html {
    let onclick = scene.dispatch.reform(|_: MouseEvent| Action::Clear);
    html! { <button class="clear" type="button" {onclick}>{ scene.words().clear.as_str() }</button> }
}
