use yew::prelude::*;

use super::applied_filters::applied_filters;
use crate::components::{
    controls::clear,
    shared::{Scene, markup::html, written::filled},
};

/// The applied filters where nothing matches, and the way back.
pub(crate) fn nothing_found(scene: &Scene) -> Html {
    if !scene.visible.order.is_empty() {
        return Html::default();
    }
    html! {
        <div class="nothing-found">
            <p>{ filled(&scene.words().nothing_found, applied_filters(scene)) }</p>
            { clear::clear(scene) }
        </div>
    }
}
