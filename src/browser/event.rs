use fact_cards_story::edition::{CardId, Edition, FactId};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::{components::Shown, share::Share, state::State};

/// Notifies the page, across shadow roots, that the widget works.
pub fn notify_ready(host: &HtmlElement) {
    notify(host, "fact-cards-ready", &JsValue::UNDEFINED);
}

/// Notifies it of another state.
pub fn notify_change(host: &HtmlElement, edition: &Edition, state: &State) {
    let detail = Object::new();
    for (name, value) in state.to_pairs(edition) {
        set(&detail, name, &value.into());
    }
    notify(host, "fact-cards-change", &detail);
}

/// Notifies it of a card that was opened or closed; of no card where it is all of them.
pub fn notify_open(host: &HtmlElement, edition: &Edition, card: Option<CardId>, is_open: bool) {
    let detail = Object::new();
    set(&detail, "card", &JsValue::NULL);
    set_ids(&detail, edition, card, None);
    set(&detail, "open", &is_open.into());
    notify(host, "fact-cards-open", &detail);
}

/// Notifies it of what a reader has shared or exported, and how: a number that `share.js` says.
pub fn notify_share(host: &HtmlElement, edition: &Edition, what: &Share, how: u8) {
    let (what, card, fact) = match what {
        Share::Link(card, fact) => ("link", Some(*card), *fact),
        Share::Citation(card, fact) => ("citation", Some(*card), Some(*fact)),
        Share::Picture(card) => ("picture", Some(*card), None),
        Share::Csv => ("csv", None, None),
        Share::Json => ("json", None, None),
    };
    let how = ["by-hand", "copied", "saved", "shared"].get(usize::from(how)).copied().unwrap_or_default();
    let detail = Object::new();
    set(&detail, "what", &what.into());
    set(&detail, "how", &how.into());
    set_ids(&detail, edition, card, fact);
    notify(host, "fact-cards-share", &detail);
}

/// Notifies it of a search, and what that has found. What was typed is told where the element asks for that.
pub fn notify_search(host: &HtmlElement, shown: &Shown) {
    let typed = shown.state.choice.query.trim();
    let detail = Object::new();
    for (name, number) in [("length", typed.chars().count()), ("cards", shown.cards), ("facts", shown.facts)] {
        set(&detail, name, &number.into());
    }
    if host.has_attribute("search-text") {
        set(&detail, "text", &typed.into());
    }
    notify(host, "fact-cards-search", &detail);
}

fn set_ids(detail: &Object, edition: &Edition, card: Option<CardId>, fact: Option<FactId>) {
    let card = card.and_then(|card| edition.card(card)).map(|card| &card.id);
    let fact = fact.and_then(|fact| edition.fact(fact)).map(|fact| &fact.id);
    for (name, id) in [("card", card), ("fact", fact)] {
        if let Some(id) = id {
            set(detail, name, &id.as_str().into());
        }
    }
}

fn set(detail: &Object, name: &str, value: &JsValue) {
    // A new object takes any property.
    let _ = Reflect::set(detail, &name.into(), value);
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
