use fact_cards_story::edition::Facet;
use yew::prelude::*;

use crate::components::shared::{
    Scene,
    markup::html,
    written::{filled, written},
};

/// Everything that is set, in words.
pub(crate) fn applied_filters(scene: &Scene) -> Html {
    let choice = scene.choice();
    let mut asked = Vec::new();
    let query = choice.query.trim();
    if !query.is_empty() {
        asked.push(filled(&scene.words().asked_text, html! { { query } }));
    }
    asked.extend(choice.kind.map(|kind| html! { { scene.kind_name(kind) } }));
    for facet in Facet::ALL {
        let chosen = choice.chosen(facet).iter().filter_map(|value| scene.edition.value(facet, *value));
        asked.extend(chosen.map(|value| written(scene, &value.name)));
    }
    let one = |(key, one): (usize, Html)| html! { <span {key}>if key > 0 { { " · " } }{ one }</span> };
    html! { { for asked.into_iter().enumerate().map(one) } }
}

/// The same for paper, on which no control says it.
pub(crate) fn on_paper(scene: &Scene) -> Html {
    if !scene.choice().is_set() {
        return Html::default();
    }
    html! { <p class="asked">{ applied_filters(scene) }</p> }
}
