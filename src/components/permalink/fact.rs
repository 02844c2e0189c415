use fact_cards_story::{
    PageWords,
    edition::{Card, CardId, Changed, Fact, FactId},
};
use yew::prelude::*;

use crate::components::{
    card::{changes, face::face, figures::figure, meta::says, source_details::source_details},
    shared::{
        Scene,
        card_link::card_link,
        markup::html,
        written::{Marking, written},
    },
};

/// A fact: its figure and what is stated large, then who says so and when, where it is reported, and the card that it belongs to.
/// That it is withdrawn is said before anything else.
pub(super) fn fact(scene: &Scene, number: FactId, words: &PageWords) -> Html {
    let Some(fact) = scene.edition.fact(number) else { return Html::default() };
    let Some(home) = scene.card(fact.home) else { return Html::default() };
    let withdrawal = scene.edition.withdrawal_of_fact(number, fact);
    let stated = written(scene, &fact.statement);
    html! {
        <article class="permalink-fact" data-fact={fact.id.clone()} data-kind={home.kind.key()}>
            { for withdrawal.map(|withdrawal| changes::withdrawn(scene, withdrawal, None)) }
            if withdrawal.is_none() {
                { for fact.figure.as_ref().map(|shown| html! { <p class="figures">{ figure(scene, Marking::Plain, number, shown) }</p> }) }
            }
            <h1 class="statement" data-quoted={fact.speaker.map(|_| "")}>
                if withdrawal.is_some() {
                    <del>{ stated }</del>
                } else {
                    { stated }
                }
            </h1>
            { changes::notes(scene, Changed::Fact(number)) }
            { line(scene, fact) }
            <div class="sources">{ for fact.sources.iter().enumerate().map(|(key, source)| source_details(scene, key, source)) }</div>
            { on(scene, number, fact, home, words) }
        </article>
    }
}

/// Who says so, when it was said, and the date or period that it speaks of.
fn line(scene: &Scene, fact: &Fact) -> Html {
    let says = says(scene, fact);
    let when = fact.when.as_ref().map(|when| html! { <span class="when">{ written(scene, when) }</span> });
    if says.is_none() && when.is_none() && fact.agreement.is_none() {
        return Html::default();
    }
    let agreement =
        fact.agreement.as_ref().map(|agreement| html! { <span class="agreement">{ agreement.as_str() }</span> });
    let mut parts = Vec::new();
    for part in [says, when, agreement].into_iter().flatten() {
        if !parts.is_empty() {
            parts.push(html! { { " · " } });
        }
        parts.push(part);
    }
    html! { <p class="meta">{ parts }</p> }
}

/// The card that a fact belongs to, and the others on which it stands.
fn on(scene: &Scene, number: FactId, fact: &Fact, home: &Card, words: &PageWords) -> Html {
    let others: Vec<CardId> =
        scene.edition.columns().on.get(number).iter().copied().filter(|card| *card != fact.home).collect();
    let is_withdrawn = scene.edition.withdrawal(Changed::Card(fact.home)).is_some();
    let name = card_link(scene, fact.home, written(scene, &home.name));
    html! {
        <>
            <p class="on-card">{ words.on_card.as_str() }</p>
            <div class="permalink-home" data-card={home.id.clone()}>
                { face(home) }
                <p class="kicker"><span class="glyph" aria-hidden="true"></span>{ written(scene, &home.kicker) }</p>
                <p class="name">
                    if is_withdrawn {
                        <del>{ name }</del>
                    } else {
                        { name }
                    }
                </p>
                if !is_withdrawn {
                    <p class="summary">{ written(scene, &home.summary) }</p>
                }
            </div>
            if !others.is_empty() {
                <div class="side">
                    <p class="on-card" id="also-on">{ words.also_on.as_str() }</p>
                    <ul class="related" role="list" aria-labelledby="also-on">
                        { for others.iter().filter_map(|card| Some(html! { <li key={card.get()}>{ card_link(scene, *card, written(scene, &scene.card(*card)?.name)) }</li> })) }
                    </ul>
                </div>
            }
        </>
    }
}
