use yew::prelude::*;

use crate::{
    components::shared::{
        Scene, focus,
        markup::html,
        written::{filled, written},
    },
    state::Action,
};

/// That the filters were relaxed for the link target, in words.
pub(crate) fn sentence(scene: &Scene) -> Option<Html> {
    let card = scene.state.relaxed.as_ref().and(scene.state.card).and_then(|card| scene.card(card))?;
    Some(filled(&scene.words().relaxed_filters, written(scene, &card.name)))
}

/// The same on that card, where the reader now looks, with the way back.
pub(crate) fn relaxed_filters(scene: &Scene) -> Html {
    let Some(sentence) = sentence(scene) else { return Html::default() };
    let onclick = scene.dispatch.reform(|event: MouseEvent| {
        focus::leave(&event);
        Action::PutBack
    });
    html! {
        <p class="relaxed-filters">
            { sentence }{ " " }
            <button class="put-back" type="button" {onclick}>{ scene.words().put_back.as_str() }</button>
        </p>
    }
}
