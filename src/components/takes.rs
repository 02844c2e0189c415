//! What a reader can take along of a card or a fact.

use yew::prelude::*;

use super::{Scene, card_link::opens_elsewhere};
use crate::take::Take;

/// The link to a card.
pub(super) fn of_card(scene: &Scene, card: u16) -> Html {
    let Some(known) = scene.card(card) else { return Html::default() };
    let what = Take::Link(card, None);
    let label = format!("{}: {}", scene.words().copy_link, known.name.shown());
    html! {
        <span class="takes">{ link(scene, &what, format!("#card={}", known.id), Some(label)) }{ taken(scene, &[what]) }</span>
    }
}

/// The link to a fact on a card, and the fact with its sources.
pub(super) fn of_fact(scene: &Scene, card: u16, fact: u16) -> Html {
    let Some(known) = scene.edition.fact(fact) else { return Html::default() };
    let (to_link, to_cite) = (Take::Link(card, Some(fact)), Take::Citation(card, fact));
    let onclick = {
        let (take, what) = (scene.take.clone(), to_cite.clone());
        move |_: MouseEvent| take.emit(what.clone())
    };
    html! {
        <span class="takes">
            { link(scene, &to_link, format!("#fact={}", known.id), None) }
            <button class="take" type="button" {onclick}>{ scene.words().cite.as_str() }</button>
            { taken(scene, &[to_link, to_cite]) }
        </span>
    }
}

/// A link that is copied or shared when it is followed. Without script it puts itself into the address.
fn link(scene: &Scene, what: &Take, href: String, label: Option<String>) -> Html {
    let (take, what) = (scene.take.clone(), what.clone());
    let onclick = move |event: MouseEvent| {
        if !opens_elsewhere(&event) {
            event.prevent_default();
            take.emit(what.clone());
        }
    };
    html! { <a class="take" {href} aria-label={label} {onclick}>{ scene.words().copy_link.as_str() }</a> }
}

/// That one of these was copied; or what is to be copied by hand, where that was refused.
fn taken(scene: &Scene, of: &[Take]) -> Html {
    let Some(taken) = scene.taken.filter(|taken| of.contains(&taken.what)) else { return Html::default() };
    let words = scene.words();
    match &taken.by_hand {
        None => html! { <span class="taken" aria-hidden="true">{ words.copied.as_str() }</span> },
        Some(text) => html! {
            <label class="by-hand">
                <span>{ words.copy_by_hand.as_str() }</span>
                <textarea readonly=true rows="3" value={text.clone()} />
            </label>
        },
    }
}

/// What is shown, as files.
pub(super) fn downloads(scene: &Scene) -> Html {
    let button = |what: Take, name: &str| {
        let take = scene.take.clone();
        let onclick = move |_: MouseEvent| take.emit(what.clone());
        html! { <button class="take" type="button" {onclick}>{ name }</button> }
    };
    html! {
        <p class="downloads">
            <span>{ scene.words().download.as_str() }</span>{ " " }
            { button(Take::Csv, "CSV") }{ " " }{ button(Take::Json, "JSON") }
        </p>
    }
}
