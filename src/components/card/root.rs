//! The root element of a card, with all that stands on it.

use fact_cards_story::edition::{Card, CardId, Changed, FactId, Spelling};
use yew::prelude::*;

use super::{changes, fact, figures::figures, related::related, share};
use crate::{
    components::{
        shared::{
            Scene,
            card_link::{card_link, facts_link},
            markup::html,
            written::{marked, written},
        },
        status::relaxed_filters::relaxed_filters,
    },
    visible::VisibleCard,
};

/// A card: what it is, its name, its figures, its facts and where they lead. It takes the focus when a link leads to it, as
/// the target of the link: the browser itself moves the focus there too, when it goes back to a fragment.
pub(crate) fn card(scene: &Scene, visible: &VisibleCard) -> Html {
    let Some(card) = scene.card(visible.card) else { return Html::default() };
    let position = visible.card;
    let arrived = scene.state.card == Some(position);
    let fact = scene.state.fact.filter(|_| arrived);
    let opened = arrived.then(|| visible.clone().opened(scene.edition, scene.choice()));
    let with_open = opened.map(|opened| match fact {
        Some(fact) => opened.with_open(scene.edition, fact),
        None => opened,
    });
    let visible = with_open.as_ref().unwrap_or(visible);
    let is_withdrawn = scene.edition.withdrawal(Changed::Card(position)).is_some();
    html! {
        <article
            key={position.get()}
            class="card"
            part="card"
            id={format!("card={}", card.id)}
            data-card={card.id.clone()}
            data-kind={card.kind.key()}
            data-arrived={arrived.then_some("")}
            aria-labelledby={format!("name={}", card.id)}
            tabindex="-1"
            ref={scene.place_of_arrival(arrived && fact.is_none())}
        >
            if arrived {
                { relaxed_filters(scene) }
            }
            <p class="kicker">
                <span class="glyph" aria-hidden="true"></span>
                <span>{ marked(scene, &card.kicker) }</span>
                { share::of_card(scene, position) }
            </p>
            <@{scene.heading()} class="name" id={format!("name={}", card.id)}>
                if is_withdrawn {
                    <del>{ marked(scene, &card.name) }</del>
                } else {
                    <span>{ marked(scene, &card.name) }</span>
                }
            </@>
            { changes::of_card(scene, position) }
            { spellings(scene, card) }
            <p class="summary">
                if is_withdrawn {
                    <del>{ marked(scene, &card.summary) }</del>
                } else {
                    { marked(scene, &card.summary) }
                }
            </p>
            { figures(scene, card, visible) }
            { facts(scene, position, &visible.open) }
            { folded(scene, position, &visible.folded) }
            { more(scene, position, card, visible.more) }
            { related(scene, position, card, arrived) }
        </article>
    }
}

/// Other spellings of the name, each with where it stands.
fn spellings(scene: &Scene, card: &Card) -> Html {
    if card.spellings.is_empty() {
        return Html::default();
    }
    let spelling = |(key, spelling): (usize, &Spelling)| {
        html! {
            <li {key}>
                <bdi>{ marked(scene, &spelling.name) }</bdi>
                if let Some(marker) = &spelling.marker {
                    { " " }<span class="spelling-source">{ "(" }{ written(scene, marker) }{ ")" }</span>
                }
            </li>
        }
    };
    html! {
        <div class="spellings">
            <span>{ scene.words().also_written.as_str() }</span>{ " " }
            <ul role="list">{ for card.spellings.iter().enumerate().map(spelling) }</ul>
        </div>
    }
}

fn facts(scene: &Scene, card: CardId, facts: &[FactId]) -> Html {
    if facts.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="facts" role="list">
            { for facts.iter().map(|number| fact::fact(scene, card, *number)) }
        </ul>
    }
}

/// The facts that do not match, or are too many for an overview, one touch away.
fn folded(scene: &Scene, card: CardId, folded: &[FactId]) -> Html {
    if folded.is_empty() {
        return Html::default();
    }
    html! {
        <details class="more">
            <summary>{ scene.words().more_facts.for_count(folded.len()) }</summary>
            { facts(scene, card, folded) }
        </details>
    }
}

/// The way to the facts that a page of several has no room for: first to the card itself, and from there to a list of them.
fn more(scene: &Scene, position: CardId, card: &Card, count: usize) -> Html {
    if count == 0 {
        return Html::default();
    }
    let text = scene.words().more_facts.for_count(count);
    let link = if scene.state.card == Some(position) {
        facts_link(scene, card, text)
    } else {
        card_link(scene, position, html! { { text } })
    };
    html! { <p class="more-facts">{ link }</p> }
}
