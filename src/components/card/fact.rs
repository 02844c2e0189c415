use fact_cards_story::edition::{CardId, Fact, FactId};
use yew::prelude::*;

use super::{changes::statement, share, source_marker::source_marker};
use crate::components::shared::{Scene, card_link::card_link, markup::html, written::marked};

/// A fact as it stands on a card: when, what, who says so, and where it is reported. On a card that is not its own it says
/// whose it is.
pub(crate) fn fact(scene: &Scene, card: CardId, number: FactId) -> Html {
    let Some(fact) = scene.edition.fact(number) else { return Html::default() };
    let own = fact.home == card;
    let arrived = scene.state.fact == Some(number) && scene.state.card == Some(card);
    html! {
        <li
            key={number.get()}
            class="fact"
            part="fact"
            id={own.then(|| format!("fact={}", fact.id))}
            data-fact={fact.id.clone()}
            data-arrived={arrived.then_some("")}
            tabindex={arrived.then_some("-1")}
            ref={scene.place_of_arrival(arrived)}
        >
            { context(scene, fact, own) }
            { statement(scene, number, fact, Some(card)) }
            <div class="sources">
                { for fact.sources.iter().enumerate().map(|(key, source)| source_marker(scene, key, source)) }
                if let Some(agreement) = &fact.agreement {
                    <span class="agreement">{ agreement.as_str() }</span>
                }
                { share::of_fact(scene, card, number) }
            </div>
        </li>
    }
}

/// The date or period that the fact speaks of, and the card that it belongs to where that is another one.
fn context(scene: &Scene, fact: &Fact, own: bool) -> Html {
    let home = (!own).then(|| scene.card(fact.home)).flatten();
    if fact.when.is_none() && home.is_none() {
        return Html::default();
    }
    html! {
        <p class="context">
            if let Some(when) = &fact.when {
                <span class="when">{ marked(scene, when) }</span>
            }
            if fact.when.is_some() && home.is_some() {
                { " · " }
            }
            if let Some(home) = home {
                <span class="home">{ card_link(scene, fact.home, marked(scene, &home.name)) }</span>
            }
        </p>
    }
}
