//! Where the focus goes when what had it goes away.

use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};

/// Gives the focus to the first element of the widget around another one that the selector finds.
pub(super) fn within_widget(from: &Element, selector: &str) {
    let widget = from.closest(".fact-cards").ok().flatten();
    focus(widget.and_then(|widget| widget.query_selector(selector).ok().flatten()));
}

/// Gives it to an element.
pub(super) fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What cannot be focused is not; the reader is where they were.
        let _ = element.focus();
    }
}
