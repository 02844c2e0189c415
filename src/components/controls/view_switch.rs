//! The choice of a view.

use yew::prelude::*;

use super::choices::{self, Choice};
use crate::{
    components::shared::Scene,
    state::{Action, View},
};

const NAME: &str = "view";

/// The radio buttons.
pub(crate) fn radios(scene: &Scene) -> Html {
    let choice =
        |view: View| Choice { key: view.key(), chosen: scene.controls.view == view, action: Action::Look(view) };
    choices::radios(scene, NAME, &View::ALL.map(choice))
}

/// The labels.
pub(crate) fn labels(scene: &Scene) -> Html {
    let words = scene.words();
    let label =
        |view: View| choices::label(NAME, view.key(), "view-name", None, html! { { view.name(words).to_owned() } });
    choices::group(
        NAME,
        "view-names",
        &words.view,
        &View::ALL.map(View::key),
        html! { { for View::ALL.into_iter().map(label) } },
    )
}
