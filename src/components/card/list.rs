//! The cards of a page, and in an article the button that shows more than the first.

use fact_cards_story::edition::CardId;
use yew::prelude::*;

use super::{
    root::{self, Role},
    source_details::about,
};
use crate::{
    components::shared::{Scene, markup::html},
    state::View,
    visible::{VisibleCard, in_order},
};

/// The cards.
///
/// A story of one page keeps all of its cards on the page: those that do not show are hidden where they are. Taking them away and
/// making them anew would take several times as long.
pub(crate) fn cards(scene: &Scene) -> Html {
    let shown = &scene.visible.cards;
    let is_seen = scene.has(View::Cards);
    let is_long = scene.show > 0 && shown.len() > scene.show && is_seen;
    html! {
        <>
            <div class="cards" hidden={(!is_seen).then_some("")} aria-busy={(is_seen && scene.at_once < shown.len()).then_some("true")}>
                if scene.edition.has_pages() {
                    if is_seen {
                        { for shown.iter().enumerate().take(scene.at_once).map(|(at, card)| root::card(scene, card, Role::Shown(at))) }
                    }
                } else {
                    { for all(scene).into_iter().map(|(card, role)| root::card(scene, &card, role)) }
                }
            </div>
            if is_long {
                <details class="show-all">
                    <summary>
                        <span>{ scene.words().show_all.for_count(shown.len()) }</span>
                        <span>{ scene.words().show_fewer.as_str() }</span>
                    </summary>
                </details>
            }
            if is_seen {
                { about(scene) }
            }
        </>
    }
}

/// Every card of the story, those that show in their order. The others stand where they stand without a filter, as long as that is
/// the order of those that show: what stays where it is need not be moved.
fn all(scene: &Scene) -> Vec<(VisibleCard, Role)> {
    let edition = scene.edition;
    let shown = &scene.visible.cards;
    let mut places: Vec<Option<usize>> = vec![None; edition.cards.len()];
    for (place, card) in shown.iter().enumerate() {
        if let Some(at) = places.get_mut(card.card.index()) {
            *at = Some(place);
        }
    }
    let place = |card: &CardId| places.get(card.index()).copied().flatten();
    let is_looked_at = scene.has(View::Cards);
    let card = |card: CardId| match place(&card)
        .filter(|at| is_looked_at && *at < scene.at_once)
        .and_then(|at| Some((at, shown.get(at)?)))
    {
        Some((at, visible)) => (visible.clone(), Role::Shown(at)),
        None => (VisibleCard { card, ..VisibleCard::default() }, Role::Hidden),
    };
    let order = in_order(edition, scene.choice().sort);
    let in_place = order.iter().filter(|card| place(card).is_some()).eq(shown.iter().map(|card| &card.card));
    if in_place {
        return order.into_iter().map(card).collect();
    }
    let hidden = order.into_iter().filter(|card| place(card).is_none());
    shown.iter().map(|card| card.card).chain(hidden).map(card).collect()
}
