//! The filter for the kind of card.

use fact_cards_story::Kind;
use yew::prelude::*;

use super::choices::{self, Choice};
use crate::{
    components::shared::{Scene, markup::html},
    state::Action,
};

const NAME: &str = "kind";
const CHOICES: [Option<Kind>; 4] = [None, Some(Kind::Member), Some(Kind::Operation), Some(Kind::Venue)];

fn key(kind: Option<Kind>) -> &'static str {
    kind.map_or("all", Kind::key)
}

/// The radio buttons.
pub(crate) fn radios(scene: &Scene) -> Html {
    let choice =
        |kind| Choice { key: key(kind), chosen: scene.controls.choice.kind == kind, action: Action::ChooseKind(kind) };
    choices::radios(scene, NAME, &CHOICES.map(choice))
}

/// The labels, each with how many cards there are of that kind.
pub(crate) fn labels(scene: &Scene) -> Html {
    let words = scene.words();
    let label = |kind: Option<Kind>| {
        let name = kind.map_or(words.all.as_str(), |kind| scene.kind_name(kind));
        let kinds = &scene.visible.kinds;
        let count = kind.map_or(kinds.iter().sum(), |kind| kinds.get(kind as usize).copied().unwrap_or_default());
        let inside = html! {
            <>
                if kind.is_some() {
                    <span class="glyph" aria-hidden="true"></span>
                }
                <span class="kind-name">{ name }</span>{ " " }
                <span class="count">{ scene.number(count) }</span>
            </>
        };
        choices::label(NAME, key(kind), "kind", kind.map(Kind::key), inside)
    };
    let labels = html! { { for CHOICES.into_iter().map(label) } };
    choices::group(NAME, "kinds", &words.kind, &CHOICES.map(key), labels)
}
