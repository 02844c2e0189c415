use fact_cards_story::edition::{CardId, FactId};
use yew::prelude::*;

use super::changes::statement;
use crate::components::shared::{Scene, markup::html};

/// How many of the facts that were found stand below the head of a closed card.
const MOST: usize = 2;

/// What was found on a closed card, and how many more facts.
pub(crate) fn hits(scene: &Scene, card: CardId, found: &[FactId]) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    let hit = |number: &FactId| {
        let fact = scene.edition.fact(*number)?;
        Some(
            html! { <li key={number.get()} data-fact={fact.id.clone()}>{ statement(scene, *number, fact, Some(card)) }</li> },
        )
    };
    let more = found.len().saturating_sub(MOST);
    html! {
        <ul class="hits" role="list">
            { for found.iter().take(MOST).filter_map(hit) }
            if more > 0 {
                <li key="more" class="more-hits">{ scene.words().more_facts.for_count(more) }</li>
            }
        </ul>
    }
}
