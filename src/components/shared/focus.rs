//! Where the focus goes when what had it goes away.

use web_sys::{
    Element, FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    wasm_bindgen::JsCast,
};
use yew::{MouseEvent, TargetCast};

/// Gives the focus to the first element that a selector finds in the widget around another one, or else to what the next
/// selector finds.
pub(crate) fn within_widget(from: &Element, selectors: &[&str]) {
    let Ok(Some(widget)) = from.closest(".fact-cards") else { return };
    focus(selectors.iter().find_map(|selector| widget.query_selector(selector).ok().flatten()));
}

/// Takes it from a button that goes away when it has done its work: to the sheet's own button where that is open, or else to
/// the one that opens it, which is always there.
pub(crate) fn leave(event: &MouseEvent) {
    if let Some(button) = event.target_dyn_into::<Element>() {
        within_widget(&button, &[".filters:popover-open .main-button", ".filters-button"]);
    }
}

/// Gives it to an element.
pub(crate) fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What cannot be focused is not; the reader is where they were.
        let _ = element.focus();
    }
}

/// Brings an element, such as the link target, into sight, and the focus with it.
pub(crate) fn move_to(element: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    // An article that scrolls smoothly may do so also for readers who prefer less motion.
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // What cannot be focused is still in sight.
    let _ = element.focus_with_options(&options);
}
