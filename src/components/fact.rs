use fact_cards_story::edition::Fact;
use yew::prelude::*;

use super::{Scene, card_link::card_link, marked::marked, source_marker::source_marker};

/// A fact as it stands on a card: when, what, who says so, and where it is reported. On a card that is not its own it says
/// whose it is.
pub(super) fn fact(scene: &Scene, number: u16, own: bool) -> Html {
    let Some(fact) = scene.edition.fact(number) else { return Html::default() };
    html! {
        <li key={number} class="fact" part="fact" data-fact={fact.id.clone()}>
            { context(scene, fact, own) }
            <p class="statement">
                <bdi>{ marked(&fact.statement, scene.terms()) }</bdi>
                { says(scene, fact) }
            </p>
            <div class="sources">
                { for fact.sources.iter().enumerate().map(|(key, source)| source_marker(scene, key, source)) }
                if let Some(agreement) = &fact.agreement {
                    <span class="agreement">{ agreement.as_str() }</span>
                }
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
                <span class="when">{ marked(when, scene.terms()) }</span>
            }
            if fact.when.is_some() && home.is_some() {
                { " · " }
            }
            if let Some(home) = home {
                <span class="home">{ card_link(scene, fact.home, marked(&home.name, scene.terms())) }</span>
            }
        </p>
    }
}

/// Who says so, and when it was said.
fn says(scene: &Scene, fact: &Fact) -> Html {
    let Some((position, speaker)) = fact.speaker.and_then(|speaker| Some((speaker, scene.card(speaker)?))) else {
        return Html::default();
    };
    html! {
        <span class="says">
            { " — " }{ card_link(scene, position, marked(&speaker.name, scene.terms())) }
            if let Some(said) = &fact.said {
                { ", " }<span class="said">{ said.as_str() }</span>
            }
        </span>
    }
}
