use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Scene, markup::html};
use crate::state::Action;

/// The search, which takes effect with each letter.
pub(super) fn search_field(scene: &Scene) -> Html {
    let label = &scene.words().search;
    let oninput = scene.dispatch.reform(|event: InputEvent| {
        let input: Option<HtmlInputElement> = event.target_dyn_into();
        Action::Search(input.map(|input| input.value()).unwrap_or_default())
    });
    html! {
        <input
            class="search"
            part="search"
            type="search"
            name="q"
            autocomplete="off"
            enterkeyhint="search"
            placeholder={label.clone()}
            aria-label={label.clone()}
            value={scene.controls.choice.query.clone()}
            {oninput}
        />
    }
}
