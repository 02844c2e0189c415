use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    components::shared::{Scene, animation_frame, markup::html},
    state::Action,
};

/// The search, which takes effect with the next frame: of several letters that come before it only the last one counts, so
/// that nobody waits for a letter that has been typed over.
pub(crate) fn search_field(scene: &Scene) -> Html {
    let label = &scene.words().search;
    let (dispatch, typed) = (scene.dispatch.clone(), Rc::clone(scene.typed));
    let oninput = move |event: InputEvent| {
        let input: Option<HtmlInputElement> = event.target_dyn_into();
        let waits = typed.replace(Some(input.map(|input| input.value()).unwrap_or_default())).is_some();
        if !waits {
            let (dispatch, typed) = (dispatch.clone(), Rc::clone(&typed));
            animation_frame::with_next(move || {
                if let Some(query) = typed.take() {
                    dispatch.emit(Action::Search(query));
                }
            });
        }
    };
    // What else happens before that frame does not take back what was typed.
    let value = scene.typed.borrow().clone().unwrap_or_else(|| scene.controls.choice.query.clone());
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
            {value}
            {oninput}
        />
    }
}
