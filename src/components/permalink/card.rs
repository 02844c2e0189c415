use fact_cards_story::edition::{Card, CardId, Changed, Fact, FactId};
use yew::prelude::*;

use crate::{
    components::{
        card::{
            body::spellings,
            changes::{note, notes, statement},
            face::face,
            figures::figures,
            meta::says,
            related::related,
            source_details::source_details,
        },
        shared::{
            Scene,
            card_link::card_link,
            markup::html,
            written::{Marking, written},
        },
    },
    permalink,
    state::{Choice, State, View},
};

/// How many facts a page has at most: a document stays bounded, whatever the story. The rest is one link away.
const MOST: usize = 250;

/// A card with all that it has. That it is withdrawn is said before its name.
pub(super) fn card(scene: &Scene, position: CardId) -> Html {
    let Some(card) = scene.card(position) else { return Html::default() };
    let withdrawal = scene.edition.withdrawal(Changed::Card(position));
    let all = scene.edition.columns().standing.get(position);
    let shown = all.get(..MOST).unwrap_or(all);
    let left_out = scene.edition.changes_of(Changed::FactOf(position));
    let struck = |text: Html| {
        if withdrawal.is_some() {
            html! { <del>{ text }</del> }
        } else {
            text
        }
    };
    html! {
        <article class="permalink-card" data-card={card.id.clone()} data-kind={card.kind.key()}>
            <div class="permalink-head">
                { face(card) }
                <p class="kicker"><span class="glyph" aria-hidden="true"></span>{ written(scene, &card.kicker) }</p>
                { for withdrawal.map(|withdrawal| note(scene, 0, withdrawal)) }
                <h1 class="name">{ struck(written(scene, &card.name)) }</h1>
                { notes(scene, Changed::Card(position)) }
                <p class="summary">{ struck(written(scene, &card.summary)) }</p>
                { figures(scene, Marking::Plain, position, card) }
            </div>
            <div class="permalink-body">
                <ul class="facts" role="list">{ for shown.iter().filter_map(|number| fact(scene, position, *number)) }</ul>
                { for left_out.iter().enumerate().map(|(key, change)| note(scene, key, change)) }
                if shown.len() < all.len() {
                    <p class="more-facts"><a href={rest(scene, card)}>{ scene.words().more_facts.for_count(all.len() - shown.len()) }</a></p>
                }
                if !(card.spellings.is_empty() && card.links.is_empty()) {
                    <div class="side">{ spellings(scene, card) }{ related(scene, position, card, true) }</div>
                }
            </div>
        </article>
    }
}

/// A fact on a card, with its sources in full.
fn fact(scene: &Scene, card: CardId, number: FactId) -> Option<Html> {
    let fact = scene.edition.fact(number)?;
    let own = fact.home == card;
    Some(html! {
        <li key={number.get()} class="fact" id={own.then(|| format!("fact={}", fact.id))} data-fact={fact.id.clone()}>
            { statement(scene, number, fact, Some(card)) }
            { line(scene, fact, own) }
            { for fact.sources.iter().enumerate().map(|(key, source)| source_details(scene, key, source)) }
        </li>
    })
}

/// When, on which card, who says so, in how many articles, and the way to the page of the fact.
fn line(scene: &Scene, fact: &Fact, own: bool) -> Html {
    let when = fact.when.as_ref().map(|when| html! { <span class="when">{ written(scene, when) }</span> });
    let home = scene
        .card(fact.home)
        .filter(|_| !own)
        .map(|home| html! { <span class="home">{ card_link(scene, fact.home, written(scene, &home.name)) }</span> });
    let agreement =
        fact.agreement.as_ref().map(|agreement| html! { <span class="agreement">{ agreement.as_str() }</span> });
    let link = permalink::of_fact(fact).map(|path| {
        let href = format!("{}{path}", scene.permalinks.unwrap_or_default());
        let name = scene.words().copy_link.as_str();
        html! { <a class="fact-link" {href} aria-label={format!("{name}: {}", fact.statement.shown())}>{ name }</a> }
    });
    let mut parts = Vec::new();
    for part in [when, home, says(scene, fact), agreement, link].into_iter().flatten() {
        if !parts.is_empty() {
            parts.push(html! { { " · " } });
        }
        parts.push(part);
    }
    if parts.is_empty() {
        Html::default()
    } else {
        html! { <p class="meta">{ parts }</p> }
    }
}

/// The list of every fact of a card in the story.
fn rest(scene: &Scene, card: &Card) -> String {
    let choice = Choice { query: format!("\"{}\"", card.name.shown()), ..Choice::default() };
    let state = State { choice, view: View::Sources, ..State::default() };
    format!("{}#{}", scene.permalinks.unwrap_or_default(), state.to_fragment(scene.edition))
}
