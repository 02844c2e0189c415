//! What a reader exports or shares, handed to the browser. `share.js` knows how to copy, share and save.

use std::cell::RefCell;

use fact_cards_story::edition::Edition;
use gloo::utils::window;
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::HtmlElement;
use yew::Callback;

use super::prerendered::Permalinks;
use crate::share::{Addresses, SharedContent};

/// What was to be shared is to be copied by hand.
pub const BY_HAND: u8 = 0;
/// It was shared by other means than those of the page, which say so themselves.
pub const ELSEWHERE: u8 = 3;

thread_local! {
    /// Who hands it over.
    static ON_SHARE: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Sets who hands things over.
pub fn set_up(on_share: Function) {
    ON_SHARE.set(Some(on_share));
}

/// Where links lead that are shared from an element. `site` is where the story's pages are.
pub fn addresses(host: &HtmlElement, edition: &Edition, site: &str, permalinks: &Permalinks) -> Addresses {
    let Permalinks { top, have_pictures } = permalinks.clone();
    Addresses { page: page(host, edition, site), permalinks: top, have_pictures }
}

/// The address of the cards in an element: that of the page around it where it follows the address, or else of the site's own
/// page in that language.
fn page(host: &HtmlElement, edition: &Edition, site: &str) -> String {
    if host.has_attribute("sync-url") {
        let address = window().location().href().unwrap_or_default();
        return address.split('#').next().unwrap_or_default().to_owned();
    }
    format!("{site}{}", edition.path)
}

/// Hands something over, and notifies how that was done.
pub fn share(content: &SharedContent, done: Callback<u8>) {
    let Some(on_share) = ON_SHARE.with_borrow(Clone::clone) else { return };
    let done = Closure::once_into_js(move |how: u8| done.emit(how));
    let arguments = [content.kind, &content.name, &content.text].map(JsValue::from_str);
    let arguments: js_sys::Array = arguments.iter().chain([&done]).collect();
    // It notifies by itself of what does not work.
    let _ = on_share.apply(&JsValue::NULL, arguments.unchecked_ref());
}
