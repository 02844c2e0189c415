//! What an opened card has below its head: its facts, other spellings, what it is related to, its link.

use fact_cards_story::edition::{Card, CardId, FactId, Pictured, Spelling};
use yew::prelude::*;

use super::{fact::fact, related::related, share};
use crate::{
    components::shared::{
        Scene,
        card_link::{elsewhere, facts_link},
        markup::html,
        picture,
        written::{marked, written},
    },
    visible::VisibleCard,
};

/// How many facts a closed card has in a story of several pages, for those who read without script.
#[cfg(not(target_arch = "wasm32"))]
const EXCERPT: usize = 2;
/// How many an opened one has there.
const MOST: usize = 60;

/// How many facts a card has that stands by itself in an article: its page has the others.
const BARE: usize = 12;

/// How many facts a card has at most, where that would be so many of a story of several pages.
fn most(scene: &Scene, of_pages: usize) -> usize {
    if scene.bare {
        BARE
    } else if scene.edition.is_large() {
        of_pages
    } else {
        usize::MAX
    }
}

/// All that an opened card has, as the engine makes it: what matches first, the rest folded away.
pub(crate) fn opened(scene: &Scene, card: &Card, visible: &VisibleCard) -> Html {
    let position = visible.card;
    let most = most(scene, MOST);
    let mut open: Vec<FactId> = visible.open.iter().take(most).copied().collect();
    let link_target = scene.state.fact.filter(|_| scene.state.card == Some(position));
    // The others stand in their order; the link target comes after those that there is room for.
    open.extend(link_target.filter(|fact| visible.open.contains(fact) && !open.contains(fact)));
    let more = visible.open.len() - open.len();
    let folded = visible.folded.get(..most).unwrap_or(&visible.folded);
    html! {
        <>
            { picture::figure(scene, Pictured::Card(position)) }
            { facts(scene, position, &open, true) }
            if more > 0 {
                { rest(scene, position, card, more) }
            }
            if !visible.folded.is_empty() {
                <details class="more">
                    <summary>{ scene.words().more_facts.for_count(visible.folded.len()) }</summary>
                    { facts(scene, position, folded, true) }
                    if folded.len() < visible.folded.len() {
                        { rest(scene, position, card, visible.folded.len() - folded.len()) }
                    }
                </details>
            }
            <div class="side">
                { spellings(scene, card) }
                { related(scene, position, card, true) }
                { share::of_card(scene, position) }
            </div>
        </>
    }
}

/// The way to so many more facts, for which a card of a story of several pages has no room. Where cards stand by themselves, there
/// is no list of facts beside them.
fn rest(scene: &Scene, position: CardId, card: &Card, more: usize) -> Html {
    let text = scene.words().more_facts.for_count(more);
    let link =
        if scene.bare { elsewhere(scene, position, card, html! { { text } }) } else { facts_link(scene, card, text) };
    html! { <p class="more-facts">{ link }</p> }
}

/// The same as it is prerendered.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn prerendered(scene: &Scene, position: CardId, card: &Card) -> Html {
    let most = most(scene, EXCERPT);
    let all = scene.edition.columns().standing.get(position);
    let open = all.get(..most).unwrap_or(all);
    let more = all.len() - open.len();
    html! {
        <>
            { picture::figure(scene, Pictured::Card(position)) }
            { facts(scene, position, open, false) }
            if more > 0 {
                if scene.bare {
                    { rest(scene, position, card, more) }
                } else {
                    <p class="more-facts">{ crate::components::shared::card_link::card_link(scene, position, html! { { scene.words().more_facts.for_count(more) } }) }</p>
                }
            }
            if !(card.spellings.is_empty() && card.links.is_empty()) {
                <div class="side">{ spellings(scene, card) }{ related(scene, position, card, false) }</div>
            }
        </>
    }
}

fn facts(scene: &Scene, card: CardId, facts: &[FactId], has_menu: bool) -> Html {
    if facts.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="facts" role="list">
            { for facts.iter().map(|number| fact(scene, card, *number, has_menu)) }
        </ul>
    }
}

/// Other spellings of the name, each with where it stands.
pub(crate) fn spellings(scene: &Scene, card: &Card) -> Html {
    if card.spellings.is_empty() {
        return Html::default();
    }
    let spelling = |(key, spelling): (usize, &Spelling)| {
        html! {
            <li {key}>
                <bdi>{ marked(scene, &spelling.name) }</bdi>
                if let Some(marker) = &spelling.marker {
                    { " " }<span class="source">{ "(" }{ written(scene, marker) }{ ")" }</span>
                }
            </li>
        }
    };
    html! {
        <div class="spellings">
            { scene.words().also_written.as_str() }{ " " }
            <ul role="list">{ for card.spellings.iter().enumerate().map(spelling) }</ul>
        </div>
    }
}
