use fact_cards_story::edition::Facet;
use yew::prelude::*;

use super::{Scene, clear};

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

/// Everything that is set, in words.
fn asked(scene: &Scene) -> String {
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
