use fact_cards_story::{Kind, edition::Edition};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::state::{Sort, State, View, limited};

/// A state, with what the reader has set by now in the controls of a prerendered page. `began` is what these began with.
pub fn with_controls(mut state: State, mount: &Element, edition: &Edition, began: &State) -> State {
    let Ok(inputs) = mount.query_selector_all("input[type=search], input:checked") else { return state };
    for input in (0..inputs.length()).filter_map(|at| inputs.get(at)?.dyn_into::<HtmlInputElement>().ok()) {
        let (name, value) = (input.name(), input.value());
        match name.as_str() {
            "kind" if Kind::from_key(&value) != began.choice.kind => state.choice.kind = Kind::from_key(&value),
            "view" if View::from_key(&value) != Some(began.view) => {
                state.view = View::from_key(&value).unwrap_or_default();
            }
            // Nothing chooses an order before the engine has come but the reader.
            "sort" if value != Sort::default().key() => state.set(edition, "sort", &value),
            // Letter for letter, since the reader may still be typing.
            "q" if !value.is_empty() => limited(&value).clone_into(&mut state.choice.query),
            "kind" | "view" | "sort" | "q" => {}
            _ => state.set(edition, &name, &value),
        }
    }
    state
}
