use std::mem;

use fact_cards_story::edition::{Card, CardId, Link};
use yew::prelude::*;

use crate::components::shared::{
    Scene,
    card_link::card_link,
    markup::html,
    written::{filled, written},
};

/// How many related cards stand on a card of one page of several, and how many at most on one that the reader has opened.
const FEW: usize = 2;
const MOST: usize = 100;

/// The cards that a card is related to, and how; and on a card that the reader has opened, one touch away, those that these are
/// related to. On a closed card of a page of several there are only some of them.
pub(crate) fn related(scene: &Scene, position: CardId, card: &Card, opened: bool) -> Html {
    if card.links.is_empty() {
        return Html::default();
    }
    let most = match (scene.edition.is_large(), opened || scene.edition.is_narrowed()) {
        (false, _) => usize::MAX,
        (true, false) => FEW,
        (true, true) => MOST,
    };
    let link = |(key, link): (usize, &Link)| {
        html! { <li {key}>{ written(scene, &link.relation) }{ " " }{ to(scene, link.card) }</li> }
    };
    html! {
        <>
            <ul class="related" role="list" aria-label={scene.words().related.clone()}>
                { for card.links.iter().take(most).enumerate().map(link) }
            </ul>
            if opened {
                { two_steps(scene, position, card) }
            }
        </>
    }
}

fn to(scene: &Scene, position: CardId) -> Html {
    let name = scene.card(position).map_or_else(Html::default, |card| written(scene, &card.name));
    card_link(scene, position, name)
}

/// What the related cards are related to, each card once.
fn two_steps(scene: &Scene, position: CardId, card: &Card) -> Html {
    // Whatever links there are, each card is gone through once, and named once.
    let mut is_known = vec![false; scene.edition.cards.len()];
    let mut is_new = |card: CardId| is_known.get_mut(card.index()).is_some_and(|known| !mem::replace(known, true));
    is_new(position);
    let near: Vec<CardId> = card.links.iter().map(|link| link.card).filter(|card| is_new(*card)).collect();
    let mut steps = Vec::new();
    for via in near.into_iter().filter_map(|near| scene.card(near)) {
        steps.extend(via.links.iter().filter(|link| is_new(link.card)).map(|link| (via, link)));
    }
    if steps.is_empty() {
        return Html::default();
    }
    let words = scene.words();
    let comma = words.comma.as_str();
    let step = |(via, link): (&Card, &Link)| {
        html! {
            <li key={link.card.get()}>
                { to(scene, link.card) }{ " " }<span>{ "(" }{ written(scene, &link.relation) }{ comma }{ " " }{ filled(&words.via, written(scene, &via.name)) }{ ")" }</span>
            </li>
        }
    };
    html! {
        <details class="two-steps">
            <summary>{ words.two_steps.as_str() }{ " " }<span class="count">{ scene.number(steps.len()) }</span></summary>
            <ul class="related" role="list">{ for steps.into_iter().take(MOST).map(step) }</ul>
        </details>
    }
}
