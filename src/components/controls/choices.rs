//! A choice of one among several. Its radio buttons stand before what they choose from, as siblings, and its labels among the
//! controls: so a style sheet alone can choose, without script.

use yew::prelude::*;

use crate::{
    components::shared::{Scene, markup::html},
    state::Action,
};

/// One of the choices.
pub(crate) struct Choice {
    /// The word for it in markup.
    pub key: &'static str,
    /// Whether it is the one that is chosen.
    pub chosen: bool,
    /// What choosing it does.
    pub action: Action,
}

fn id(name: &str, key: &str) -> String {
    format!("{name}-{key}")
}

/// The radio buttons, of which the labels are all that is seen.
pub(crate) fn radios(scene: &Scene, name: &'static str, choices: &[Choice]) -> Html {
    let radio = |choice: &Choice| {
        let action = choice.action.clone();
        let onchange = scene.dispatch.reform(move |_: Event| action.clone());
        html! {
            <input
                key={id(name, choice.key)}
                class="one-choice"
                type="radio"
                {name}
                id={id(name, choice.key)}
                value={choice.key}
                checked={choice.chosen}
                {onchange}
            />
        }
    };
    html! { { for choices.iter().map(radio) } }
}

/// The label of a radio button.
pub(crate) fn label(
    name: &'static str,
    key: &'static str,
    class: &'static str,
    kind: Option<&'static str>,
    inside: Html,
) -> Html {
    html! { <label {key} {class} for={id(name, key)} data-kind={kind}>{ inside }</label> }
}

/// The labels as a group, held together with their radio buttons for those who do not see them.
pub(crate) fn group(name: &'static str, class: &'static str, title: &str, keys: &[&'static str], labels: Html) -> Html {
    let owned: Vec<String> = keys.iter().map(|key| id(name, key)).collect();
    html! {
        <div {class} role="radiogroup" aria-label={title.to_owned()} aria-owns={owned.join(" ")}>{ labels }</div>
    }
}
