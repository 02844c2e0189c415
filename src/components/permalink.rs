//! The page that a card or a fact has of its own: all of it, with its sources in full, to be read without an engine. Its links
//! lead to other such pages.

mod card;
mod fact;

use fact_cards_story::{
    PageWords, direction,
    edition::{CardId, FactId},
};
use yew::prelude::*;

use super::shared::{Scene, link::path_of_page, markup::html, written::written};
use crate::visible::page_at;

/// What a page is of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PermalinkOf {
    /// A card.
    Card(CardId),
    /// A fact.
    Fact(FactId),
}

/// The content of the page. `picture` is the way to the picture that it is shared with.
pub(crate) fn page(scene: &Scene, of: PermalinkOf, words: &PageWords, picture: Option<&AttrValue>) -> Html {
    let (home, fragment) = match of {
        PermalinkOf::Card(card) => (card, scene.card(card).map(|card| format!("#card={}", card.id))),
        PermalinkOf::Fact(fact) => {
            let fact = scene.edition.fact(fact);
            (fact.map(|fact| fact.home).unwrap_or_default(), fact.map(|fact| format!("#fact={}", fact.id)))
        }
    };
    // Saved under the id of the card or fact: its own name says nothing.
    let name = fragment.as_ref().and_then(|fragment| Some(format!("{}.png", fragment.split_once('=')?.1)));
    let in_story = format!("{}{}", of_story(scene, home), fragment.unwrap_or_default());
    html! {
        <div class="fact-cards permalink" lang={scene.edition.locale.clone()} dir={direction(scene.edition.right_to_left)}>
            <p class="of-story"><a href={in_story.clone()}>{ written(scene, &scene.edition.title) }</a></p>
            {
                match of {
                    PermalinkOf::Card(card) => card::card(scene, card),
                    PermalinkOf::Fact(fact) => fact::fact(scene, fact, words),
                }
            }
            <p class="in-story">
                <a href={in_story}>{ words.in_story.as_str() }</a>
                { for picture.map(|picture| html! { <a class="share-picture" href={picture.to_string()} download={name}>{ scene.words().share_picture.as_str() }</a> }) }
            </p>
        </div>
    }
}

/// The way to the page of the story on which a card stands, where that has several also without an engine.
fn of_story(scene: &Scene, card: CardId) -> String {
    let page = if scene.edition.has_pages() { page_at(card.index()) } else { 0 };
    format!("{}{}", scene.permalinks.unwrap_or_default(), path_of_page(page))
}
