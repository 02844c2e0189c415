//! Links from card to card. Without script they lead to the card's place on the page.

use fact_cards_story::edition::{Card, CardId, Fact, FactId};
use yew::prelude::*;

use super::{
    Scene,
    link::{followed, path_of_page},
    markup::html,
};
use crate::{
    permalink,
    state::{Action, Choice, State, View},
    visible::page_at,
};

/// A link to another card.
pub(crate) fn card_link(scene: &Scene, position: CardId, name: Html) -> Html {
    let Some(card) = scene.card(position) else { return name };
    if !scene.edition.keeps(position) {
        return elsewhere(scene, position, card, name);
    }
    link(scene, address(scene, position, "card", &card.id), Action::Open(position), name)
}

/// A link to a card that is not among those that are shown: to its own page or its place on the story's, where these are known.
/// The browser follows it; where `sentence.js` can, it opens that card beside the words.
pub(crate) fn elsewhere(scene: &Scene, position: CardId, card: &Card, name: Html) -> Html {
    let edition = scene.edition;
    let own = permalink::address(edition, scene.top, position, None);
    let on_page = || (!scene.site.is_empty()).then(|| [scene.site, &edition.path, "#card=", &card.id].concat());
    match own.or_else(on_page) {
        Some(href) => {
            let beside = (!edition.keeps(position)).then(|| card.id.clone());
            html! { <a {href} data-fact-card={beside}>{ name }</a> }
        }
        None => name,
    }
}

/// A link to a fact on its own card.
pub(crate) fn fact_link(scene: &Scene, fact: &Fact, number: FactId, name: Html) -> Html {
    link(scene, address(scene, fact.home, "fact", &fact.id), Action::OpenFact(number, fact.home), name)
}

/// A link to every fact that stands on a card, as a list of several pages.
pub(crate) fn facts_link(scene: &Scene, card: &Card, text: String) -> Html {
    let query = format!("\"{}\"", card.name.shown());
    let choice = Choice { query: query.clone(), ..Choice::default() };
    let state = State { choice, view: View::Sources, ..State::default() };
    let href = format!("#{}", state.to_fragment(scene.edition));
    html! { <a {href} onclick={followed(scene, Action::List(query))}>{ text }</a> }
}

/// The address of a card, or of what stands on it: on the page on which the card was prerendered, where that is another one.
pub(crate) fn address(scene: &Scene, card: CardId, name: &str, id: &str) -> String {
    #[cfg(not(target_arch = "wasm32"))]
    if let (Some(top), Some(card)) = (scene.permalinks, scene.card(card)) {
        let fragment = if name == "fact" { format!("#fact={id}") } else { String::new() };
        return format!("{top}{}{fragment}", permalink::of_card(card));
    }
    let page = if scene.edition.has_pages() { page_at(card.index()) } else { 0 };
    let elsewhere = scene.pages.filter(|_| page != scene.visible.page);
    let path = elsewhere.map(|pages| format!("{pages}{}", path_of_page(page)));
    format!("{}#{name}={id}", path.unwrap_or_default())
}

fn link(scene: &Scene, href: String, action: Action, name: Html) -> Html {
    html! { <a {href} onclick={followed(scene, action)}>{ name }</a> }
}
