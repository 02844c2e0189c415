use fact_cards_story::edition::Facet;
use yew::prelude::*;

use super::Scene;

/// Everything that is set, in words.
pub(super) fn asked(scene: &Scene) -> String {
    let words = scene.words();
    let choice = scene.choice();
    let mut asked = Vec::new();
    let query = choice.query.trim();
    if !query.is_empty() {
        asked.push(words.asked_text.replace("{text}", query));
    }
    asked.extend(choice.kind.map(|kind| scene.kind_name(kind).to_owned()));
    for facet in Facet::ALL {
        let values = scene.edition.values(facet);
        let chosen = choice.chosen(facet).iter().filter_map(|value| values.get(usize::from(*value)));
        asked.extend(chosen.map(|value| value.name.clone()));
    }
    asked.join(" · ")
}

/// The same for paper, on which no control says it.
pub(super) fn on_paper(scene: &Scene) -> Html {
    if !scene.choice().is_set() {
        return Html::default();
    }
    html! { <p class="asked">{ asked(scene) }</p> }
}
