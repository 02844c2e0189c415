use fact_cards_story::edition::{Card, Link};
use yew::prelude::*;

use super::{Scene, card_link::card_link};

/// The cards that a card is related to, and how.
pub(super) fn related(scene: &Scene, card: &Card) -> Html {
    if card.links.is_empty() {
        return Html::default();
    }
    let link = |(key, link): (usize, &Link)| {
        let name = scene.card(link.card).map_or_else(Html::default, |card| html! { { card.name.shown() } });
        html! { <li {key}><span>{ link.relation.as_str() }</span>{ " " }{ card_link(scene, link.card, name) }</li> }
    };
    html! {
        <ul class="related" role="list" aria-label={scene.words().related.clone()}>
            { for card.links.iter().enumerate().map(link) }
        </ul>
    }
}
