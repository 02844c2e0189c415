use yew::prelude::*;

use super::{Scene, clear};
use crate::state::Action;

/// How much is shown, told politely to those who do not see it, and what can be taken back.
pub(super) fn status(scene: &Scene) -> Html {
    let words = scene.words();
    let visible = scene.visible;
    let status = words
        .status
        .replace("{cards}", &words.cards.of(visible.cards.len()))
        .replace("{facts}", &words.facts.of(visible.facts))
        .replace("{articles}", &words.articles.of(visible.articles));
    let gave_way = scene.state.gave_way.as_ref().and(scene.state.card).and_then(|card| scene.card(card));
    let gave_way = gave_way.map(|card| words.gave_way.replace("{card}", card.name.shown()));
    let put_back = scene.dispatch.reform(|_: MouseEvent| Action::PutBack);
    html! {
        <div class="status-line">
            <p class="status" role="status">
                <span>{ status }</span>
                if let Some(gave_way) = &gave_way {
                    { " " }<span class="gave-way">{ gave_way.as_str() }</span>
                }
            </p>
            if gave_way.is_some() {
                <button class="put-back" type="button" onclick={put_back}>{ words.put_back.as_str() }</button>
            }
            if scene.choice().is_set() && !visible.cards.is_empty() {
                { clear::clear(scene) }
            }
        </div>
    }
}
