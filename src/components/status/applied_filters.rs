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
    let mut applied = Vec::new();
    let query = choice.query.trim();
    if !query.is_empty() {
        applied.push(filled(&scene.words().applied_search, html! { { query } }));
    }
    applied.extend(choice.kind.map(|kind| html! { { scene.kind_name(kind) } }));
    for facet in Facet::ALL {
        let chosen = choice.chosen(facet).iter().filter_map(|value| scene.edition.value(facet, *value));
        applied.extend(chosen.map(|value| written(scene, &value.name)));
    }
    let one = |(key, one): (usize, Html)| html! { <span {key}>if key > 0 { { " · " } }{ one }</span> };
    html! { { for applied.into_iter().enumerate().map(one) } }
}

/// The same for paper, on which no control says it.
pub(crate) fn on_paper(scene: &Scene) -> Html {
    if !scene.choice().is_set() {
        return Html::default();
    }
    html! { <p class="applied-filters">{ applied_filters(scene) }</p> }
}
