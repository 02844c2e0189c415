use fact_cards_story::edition::{CardId, Edition};
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
    let pairs = state.to_pairs(edition);
    notify(host, "fact-cards-change", &object(pairs.iter().map(|(name, value)| (*name, value.into()))));
}

/// Notifies it of a card that was opened or closed; of no card where it is all of them.
pub fn notify_open(host: &HtmlElement, edition: &Edition, card: Option<CardId>, is_open: bool) {
    let card = card.and_then(|card| edition.card(card)).map_or(JsValue::NULL, |card| card.id.as_str().into());
    notify(host, "fact-cards-open", &object([("card", card), ("open", is_open.into())]));
}

/// Notifies it of what a reader has shared or exported, and how: a number that `hydrate.js` says.
pub fn notify_share(host: &HtmlElement, edition: &Edition, what: &Share, how: u8) {
    let (what, card, fact) = match what {
        Share::Link(card, fact) => ("link", Some(*card), *fact),
        Share::Citation(card, fact) => ("citation", Some(*card), Some(*fact)),
        Share::Csv => ("csv", None, None),
        Share::Json => ("json", None, None),
    };
    let how = ["by-hand", "copied", "saved", "shared"].get(usize::from(how)).copied().unwrap_or_default();
    let id = |name, id: Option<&String>| id.map(|id| (name, JsValue::from(id.as_str())));
    let card = id("card", card.and_then(|card| edition.card(card)).map(|card| &card.id));
    let fact = id("fact", fact.and_then(|fact| edition.fact(fact)).map(|fact| &fact.id));
    let detail = [Some(("what", what.into())), Some(("how", how.into())), card, fact];
    notify(host, "fact-cards-share", &object(detail.into_iter().flatten()));
}

/// Notifies it of a search, and what that has found. What was typed is told where the element asks for that.
pub fn notify_search(host: &HtmlElement, shown: &Shown) {
    let typed = shown.state.choice.query.trim();
    let [length, cards, facts] = [typed.chars().count(), shown.cards, shown.facts].map(JsValue::from);
    let text = host.has_attribute("search-text").then(|| ("text", typed.into()));
    let detail = [("length", length), ("cards", cards), ("facts", facts)];
    notify(host, "fact-cards-search", &object(detail.into_iter().chain(text)));
}

fn object(properties: impl IntoIterator<Item = (&'static str, JsValue)>) -> Object {
    let object = Object::new();
    for (name, value) in properties {
        // A new object takes any property.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object
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
