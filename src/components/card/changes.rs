//! What became of cards and facts: said where they stand, and once more in a list of all.

use fact_cards_story::edition::{CardId, Change, ChangeKind, Changed, Fact, FactId};
use yew::prelude::*;

use crate::components::shared::{
    Scene,
    card_link::{card_link, fact_link},
    markup::html,
    written::{marked, written},
};

/// What a fact states, with what became of it. What is withdrawn is said to be before it is read. `card` is the
/// one that it stands on.
pub(crate) fn statement(scene: &Scene, number: FactId, fact: &Fact, card: Option<CardId>) -> Html {
    let withdrawal = scene.edition.withdrawal_of_fact(number, fact);
    let text = marked(scene, &fact.statement);
    html! {
        <>
            { for withdrawal.map(|withdrawal| withdrawn(scene, withdrawal, card)) }
            <p class="statement">
                if withdrawal.is_some() {
                    <del>{ text }</del>
                } else {
                    { text }
                }
            </p>
            { notes(scene, Changed::Fact(number)) }
        </>
    }
}

/// That a fact is withdrawn, and why. On a card that is withdrawn itself the card says why.
pub(crate) fn withdrawn(scene: &Scene, withdrawal: &Change, card: Option<CardId>) -> Html {
    match &scene.edition.changes {
        Some(changes) if card.map(Changed::Card) == Some(withdrawal.of) => html! {
            <p class="change" data-change="withdrawn"><span class="change-on">{ changes.withdrawn.as_str() }</span></p>
        },
        _ => note(scene, 0, withdrawal),
    }
}

/// What became of a card, at its head.
pub(crate) fn of_card(scene: &Scene, card: CardId) -> Html {
    let of = Changed::Card(card);
    html! { <>{ for scene.edition.withdrawal(of).map(|withdrawal| note(scene, 0, withdrawal)) }{ notes(scene, of) }</> }
}

/// What was corrected and changed in a card or fact.
pub(crate) fn notes(scene: &Scene, of: Changed) -> Html {
    let changes = scene.edition.changes_of(of).iter().enumerate();
    let notes = changes.filter(|(_, change)| change.kind != ChangeKind::Withdrawn);
    html! { { for notes.map(|(key, change)| note(scene, key, change)) } }
}

pub(crate) fn note(scene: &Scene, key: usize, change: &Change) -> Html {
    html! {
        <p {key} class="change" data-change={change.kind.key()}>
            <span class="change-on">{ change.on.as_str() }</span>{ " " }<span>{ written(scene, &change.what) }</span>
        </p>
    }
}

/// All that was changed in the story, the latest first, whatever the filters leave. It is there in every view.
pub(crate) fn list(scene: &Scene) -> Html {
    let Some(changes) = &scene.edition.changes else { return Html::default() };
    let listed = |(key, change): (usize, &Change)| {
        html! {
            <li {key}>
                if let Some(link) = link(scene, change) {
                    <p class="change-of">{ link }</p>
                }
                { note(scene, 0, change) }
            </li>
        }
    };
    html! {
        <details class="changes">
            <summary>
                <@{scene.heading()}>{ changes.heading.as_str() }</@>{ " " }<span>{ scene.number(changes.all.len()) }</span>
            </summary>
            <ol role="list">{ for changes.listed().enumerate().map(listed) }</ol>
            if let Some(earlier) = &changes.earlier {
                <p>{ earlier.as_str() }</p>
            }
        </details>
    }
}

/// The way to what was changed, by the name of its card.
fn link(scene: &Scene, change: &Change) -> Option<Html> {
    let name = |card: CardId| Some(written(scene, &scene.card(card)?.name));
    Some(match change.of {
        Changed::Fact(number) => {
            let fact = scene.edition.fact(number)?;
            fact_link(scene, fact, number, name(fact.home)?)
        }
        Changed::Card(card) | Changed::FactOf(card) => card_link(scene, card, name(card)?),
        Changed::Gone => return None,
    })
}
