use fact_cards_story::edition::Edition;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::state::State;

/// Notifies the page, across shadow roots, that the widget works.
pub fn notify_ready(host: &HtmlElement) {
    notify(host, "fact-cards-ready", &JsValue::UNDEFINED);
}

/// Notifies it of another state.
pub fn notify_change(host: &HtmlElement, edition: &Edition, state: &State) {
    let detail = Object::new();
    for (name, value) in state.to_pairs(edition) {
        // A new object takes any property.
        let _ = Reflect::set(&detail, &name.into(), &value.into());
    }
    notify(host, "fact-cards-change", &detail);
}

/// Notifies it of what does not work.
pub fn notify_error(host: &HtmlElement, why: &str) {
    notify(host, "fact-cards-error", &why.into());
}

fn notify(host: &HtmlElement, event: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &init) {
        // Nobody cancels it, and nothing depends on that.
        let _ = host.dispatch_event(&event);
    }
}
