use yew::prelude::*;

use super::{Scene, asked::asked, clear};

/// What was asked where nothing matches, and the way back.
pub(super) fn nothing_found(scene: &Scene) -> Html {
    if !scene.visible.cards.is_empty() {
        return Html::default();
    }
    html! {
        <div class="nothing-found">
            <p>{ scene.words().nothing_found.replace("{what}", &asked(scene)) }</p>
            { clear::clear(scene) }
        </div>
    }
}
