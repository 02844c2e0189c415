//! What a reader can take along of a card or a fact.

use fact_cards_story::edition::{CardId, FactId};
use yew::prelude::*;

use crate::{
    components::shared::{Scene, markup::html},
    take::Take,
};

/// The link to a card.
pub(crate) fn of_card(scene: &Scene, card: CardId) -> Html {
    let words = scene.words();
    let name = scene.card(card).map_or("", |card| card.name.shown());
    let link = Take::Link(card, None);
    html! {
        <span class="takes">
            { button(scene, &link, &words.copy_link, Some(format!("{}: {name}", words.copy_link))) }
            { taken(scene, &[link]) }
        </span>
    }
}

/// The link to a fact on a card, and the fact with its sources.
pub(crate) fn of_fact(scene: &Scene, card: CardId, fact: FactId) -> Html {
    let words = scene.words();
    let (link, citation) = (Take::Link(card, Some(fact)), Take::Citation(card, fact));
    html! {
        <span class="takes">
            { button(scene, &link, &words.copy_link, None) }
            { button(scene, &citation, &words.cite, None) }
            { taken(scene, &[link, citation]) }
        </span>
    }
}

/// What is shown, as files.
pub(crate) fn downloads(scene: &Scene) -> Html {
    let download = &scene.words().download;
    let label = |form| Some(format!("{download}: {form}"));
    html! {
        <p class="downloads">
            <span>{ download.as_str() }</span>{ " " }
            { button(scene, &Take::Csv, "CSV", label("CSV")) }{ " " }{ button(scene, &Take::Json, "JSON", label("JSON")) }
        </p>
    }
}

fn button(scene: &Scene, what: &Take, name: &str, label: Option<String>) -> Html {
    let (take, what) = (scene.take.clone(), what.clone());
    let onclick = move |_: MouseEvent| take.emit(what.clone());
    html! { <button class="take" type="button" aria-label={label} {onclick}>{ name }</button> }
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
