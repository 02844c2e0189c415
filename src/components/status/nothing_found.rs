use yew::prelude::*;

use super::asked::asked;
use crate::components::{
    controls::clear,
    shared::{Scene, markup::html, written::filled},
};

/// What was asked where nothing matches, and the way back.
pub(crate) fn nothing_found(scene: &Scene) -> Html {
    if !scene.visible.order.is_empty() {
        return Html::default();
    }
    html! {
        <div class="nothing-found">
            <p>{ filled(&scene.words().nothing_found, asked(scene)) }</p>
            { clear::clear(scene) }
        </div>
    }
}
