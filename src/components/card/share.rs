//! What a reader can share or export of a card or a fact.

use fact_cards_story::edition::{CardId, FactId};
use yew::prelude::*;

use crate::{
    components::shared::{Scene, disclosure::Disclosure, markup::html},
    share::Share,
    state::View,
};

/// The link to a card, its picture, and the way to the code that puts it on another page.
pub(crate) fn of_card(scene: &Scene, card: CardId) -> Html {
    let words = scene.words();
    let name = scene.card(card).map_or("", |card| card.name.shown());
    let (link, picture) = (Share::Link(card, None), Share::Picture(card));
    let label = |word: &str| Some([word, ": ", name].concat());
    html! {
        <p class="exports">
            { button(scene, &link, &words.copy_link, label(&words.copy_link)) }
            if scene.have_pictures {
                { button(scene, &picture, &words.share_picture, label(&words.share_picture)) }
            }
            { embed(scene, card) }
            { shared(scene, &[link, picture]) }
        </p>
    }
}

/// The way to the code that puts a card on another page; nothing where no site is known.
fn embed(scene: &Scene, card: CardId) -> Html {
    let Some(card) = scene.card(card).filter(|_| !scene.site.is_empty()) else { return Html::default() };
    let (words, language) = (scene.words(), &scene.edition.language);
    // The page is in English. Its options are those of a search, as in the address of a frame.
    let href = [scene.site, "embed/?only=", &card.id, "&lang=", language].concat();
    let label = [&words.embed_card, ": ", card.name.shown()].concat();
    html! { <a class="export" {href} hreflang="en" aria-label={label}>{ words.embed_card.as_str() }</a> }
}

/// The link to a fact on a card, and the fact with its sources.
pub(crate) fn of_fact(scene: &Scene, card: CardId, fact: FactId) -> Html {
    let words = scene.words();
    let (link, citation) = (Share::Link(card, Some(fact)), Share::Citation(card, fact));
    html! {
        <p class="exports">
            { button(scene, &link, &words.copy_link, None) }
            { button(scene, &citation, &words.cite, None) }
            { shared(scene, &[link, citation]) }
        </p>
    }
}

/// Opens or closes all cards that are shown, and saves what is shown as files.
pub(crate) fn foot(scene: &Scene) -> Html {
    let words = scene.words();
    let download = &words.download;
    let label = |form| Some(format!("{download}: {form}"));
    let shown = || scene.visible.cards.iter().map(|card| card.card);
    let are_open = shown().all(|card| scene.disclosed.has(card));
    let (all, cards) = if are_open { (&words.close_all, Vec::new()) } else { (&words.open_all, shown().collect()) };
    let disclose = scene.disclose.clone();
    let onclick = move |_: MouseEvent| disclose.emit(Disclosure::Cards(cards.clone()));
    html! {
        <p class="foot">
            if scene.has(View::Cards) && shown().next().is_some() {
                <button class="export open-all" type="button" {onclick}>{ all.as_str() }</button>{ " " }
            }
            <span>{ download.as_str() }</span>{ " " }
            { button(scene, &Share::Csv, "CSV", label("CSV")) }{ " " }{ button(scene, &Share::Json, "JSON", label("JSON")) }
        </p>
    }
}

fn button(scene: &Scene, what: &Share, name: &str, label: Option<String>) -> Html {
    let (share, what) = (scene.share.clone(), what.clone());
    let onclick = move |_: MouseEvent| share.emit(what.clone());
    html! { <button class="export" type="button" aria-label={label} {onclick}>{ name }</button> }
}

/// That one of these was copied; or what is to be copied by hand, where that was refused.
fn shared(scene: &Scene, of: &[Share]) -> Html {
    let Some(shared) = scene.shared.filter(|shared| of.contains(&shared.what)) else { return Html::default() };
    let words = scene.words();
    match &shared.by_hand {
        None if !shared.was_copied() => Html::default(),
        // The status says it to those who do not see it, where there is one.
        None => {
            let (role, hidden) = if scene.bare { (Some("status"), None) } else { (None, Some("true")) };
            html! { <span class="exported" {role} aria-hidden={hidden}>{ words.copied.as_str() }</span> }
        }
        Some(text) => html! {
            <label class="by-hand">
                <span>{ words.copy_by_hand.as_str() }</span>
                <textarea readonly=true rows="3" value={text.clone()} />
            </label>
        },
    }
}
