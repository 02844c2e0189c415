//! What is done when the page is drawn.

use web_sys::{
    wasm_bindgen::{JsCast, closure::Closure},
    window,
};

/// Runs something just before the page is drawn next.
pub(crate) fn with_next(run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    // A window that is there has frames.
    let _ = window().map(|window| window.request_animation_frame(run.unchecked_ref()));
}

/// Runs something after the page was drawn next.
pub(crate) fn after_next(run: impl FnOnce() + 'static) {
    with_next(move || with_next(run));
}
