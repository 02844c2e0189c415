//! What every link has: what it does when it is followed, and the path of a page.

use yew::prelude::*;

use super::Scene;
use crate::state::Action;

/// What a link does when it is followed.
pub(crate) fn followed(scene: &Scene, action: Action) -> Callback<MouseEvent> {
    let dispatch = scene.dispatch.clone();
    Callback::from(move |event: MouseEvent| {
        // Opening it in a new tab or window is the browser's.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            dispatch.emit(action.clone());
        }
    })
}

/// Whether an address is one of the web. The data of a story may come from anywhere, and `javascript:` is an address too.
pub(crate) fn leads_to_the_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// The path of a page, seen from the first one.
#[must_use]
pub fn path_of_page(page: u16) -> String {
    if page == 0 { String::new() } else { format!("page/{}/", u32::from(page) + 1) }
}
