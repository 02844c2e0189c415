use yew::prelude::*;

use super::{Scene, clear, gave_way};

/// How much is shown, told politely to those who do not see it, and the way back to everything.
pub(super) fn status(scene: &Scene) -> Html {
    let words = scene.words();
    let visible = scene.visible;
    let status = words
        .status
        .replace("{cards}", &words.cards.of(visible.cards.len()))
        .replace("{facts}", &words.facts.of(visible.facts))
        .replace("{articles}", &words.articles.of(visible.articles));
    html! {
        <div class="status-line">
            <p class="status" role="status">
                <span>{ status }</span>
                if let Some(gave_way) = gave_way::sentence(scene) {
                    { " " }<span class="spoken">{ gave_way }</span>
                }
            </p>
            if scene.choice().is_set() && !visible.cards.is_empty() {
                { clear::clear(scene) }
            }
        </div>
    }
}
