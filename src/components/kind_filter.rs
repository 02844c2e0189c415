//! The filter for the kind of card. Its radio buttons stand before the list, as siblings, and its labels among the controls:
//! so a style sheet alone can filter, without script.

use fact_cards_story::Kind;
use yew::prelude::*;

use super::Scene;
use crate::state::Action;

const CHOICES: [Option<Kind>; 4] = [None, Some(Kind::Member), Some(Kind::Operation), Some(Kind::Venue)];

fn key(kind: Option<Kind>) -> &'static str {
    kind.map_or("all", Kind::key)
}

fn id(kind: Option<Kind>) -> String {
    format!("kind-{}", key(kind))
}

/// The radio buttons, of which the labels are all that is seen.
pub(super) fn radios(scene: &Scene) -> Html {
    let radio = |kind: Option<Kind>| {
        let onchange = scene.dispatch.reform(move |_: Event| Action::ChooseKind(kind));
        html! {
            <input
                key={key(kind)}
                class="kind-choice"
                type="radio"
                name="kind"
                id={id(kind)}
                value={key(kind)}
                checked={scene.controls.kind == kind}
                {onchange}
            />
        }
    };
    html! { <>{ for CHOICES.into_iter().map(radio) }</> }
}

/// The labels, each with how many cards there are of that kind.
pub(super) fn labels(scene: &Scene) -> Html {
    let words = scene.words();
    let label = |kind: Option<Kind>| {
        let name = kind.map_or(words.all.as_str(), |kind| scene.kind_name(kind));
        let kinds = &scene.visible.kinds;
        let count = kind.map_or(kinds.iter().sum(), |kind| kinds.get(kind as usize).copied().unwrap_or_default());
        html! {
            <label key={key(kind)} class="kind" for={id(kind)} data-kind={kind.map(Kind::key)}>
                if kind.is_some() {
                    <span class="glyph" aria-hidden="true"></span>
                }
                <span class="kind-name">{ name }</span>{ " " }
                <span class="count">{ count }</span>
            </label>
        }
    };
    let owned = CHOICES.map(id).join(" ");
    html! {
        <div class="kinds" role="radiogroup" aria-label={words.kind.clone()} aria-owns={owned}>
            { for CHOICES.into_iter().map(label) }
        </div>
    }
}
