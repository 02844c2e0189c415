//! Helpers for the embed guide, which shows each way to embed the cards.

use fact_cards_browser_tests::{Page, Visit};
use serde_json::{Value, json};

pub const PAGE: &str = "embed/";

pub const LINE_ROOT: &str = "document.querySelector('#line fact-cards').shadowRoot";

/// Goes to the page and waits until its script has set it up.
pub async fn arrive(page: &Page) {
    page.go(PAGE).await;
    page.until("'scripted' in document.documentElement.dataset").await;
    page.until("document.querySelector('#html code').textContent").await;
    page.until(&format!("{LINE_ROOT}?.querySelector('[data-card]')")).await;
}

/// The same, with its lazy frames loaded: Firefox loses a click while a frame that has come near starts to load.
pub async fn arrive_with_frames(page: &Page) {
    arrive(page).await;
    for method in ["html", "frame"] {
        look_at(page, method).await;
        until_loaded(page, method).await;
    }
}

/// Scrolls to an embed method, so that its lazy frame loads.
pub async fn look_at(page: &Page, method: &str) {
    let _: Value = page.value(&format!("(document.querySelector('#{method} .live').scrollIntoView(), null)")).await;
}

/// Waits until the page in the frame of an embed method has loaded.
async fn until_loaded(page: &Page, method: &str) {
    let frame = format!("document.querySelector('#{method} iframe')");
    page.until(&format!(
        "{frame}.contentDocument?.URL.split('#')[0] === {frame}.src && {frame}.contentDocument.readyState === 'complete'"
    ))
    .await;
}

/// Enters the frame of an embed method once its page has loaded, since a driver may lose a frame whose page is still to
/// come.
pub async fn enter(page: &Page, method: &str) {
    look_at(page, method).await;
    until_loaded(page, method).await;
    page.enter_frame(&format!("#{method} iframe")).await;
}

/// The code of an embed method.
pub async fn code(page: &Page, method: &str) -> String {
    page.value(&format!("document.querySelector('#{method} pre code').textContent")).await
}

/// Selects a value in a list. When Chromium's driver clicks an option, the page gets no `input` event.
pub async fn choose(page: &Page, option: &str, value: &str) {
    let chosen = format!(
        "(() => {{ const list = document.querySelector('#{option}');
            list.value = {};
            for (const kind of ['input', 'change']) list.dispatchEvent(new Event(kind, {{ bubbles: true }}));
            return list.value; }})()",
        json!(value)
    );
    assert_eq!(page.value::<String>(&chosen).await, value);
}

/// A visit to the site as published, with its address in the code. Nothing answers there in the tests.
pub fn published() -> Visit {
    Visit::to("published").where_something_fails()
}
