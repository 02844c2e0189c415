use fact_cards_story::{
    Text,
    edition::{Card, CardId, FactId},
};
use yew::prelude::*;

use super::changes::statement;
use crate::components::shared::{Scene, markup::html, written::marked};

/// How many of the facts that were found stand below the head of a closed card.
const MOST: usize = 2;

/// What was found on a closed card: the other spellings of its name that match, some facts, and how many more.
pub(crate) fn hits(scene: &Scene, position: CardId, card: &Card, found: &[FactId]) -> Html {
    let matches = |text: &Text| {
        let parts = text.parts(scene.terms(), scene.edition.right_to_left);
        parts.iter().any(|part| part.pieces.iter().any(|(_, found)| *found))
    };
    let spelling = card.spellings.iter().map(|spelling| &spelling.name).find(|name| matches(name));
    if found.is_empty() && spelling.is_none() {
        return Html::default();
    }
    let hit = |number: &FactId| {
        let fact = scene.edition.fact(*number)?;
        let statement = statement(scene, *number, fact, Some(position));
        Some(html! { <li key={number.get()} data-fact={fact.id.clone()}>{ statement }</li> })
    };
    let more = found.len().saturating_sub(MOST);
    html! {
        <ul class="hits" role="list">
            if let Some(spelling) = spelling {
                <li key="spelling">{ scene.words().also_written.as_str() }{ " " }<bdi>{ marked(scene, spelling) }</bdi></li>
            }
            { for found.iter().take(MOST).filter_map(hit) }
            if more > 0 {
                <li key="more" class="more-hits">{ scene.words().more_facts.for_count(more) }</li>
            }
        </ul>
    }
}
