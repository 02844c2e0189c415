//! Host pages of another origin with the element in an article.

use fact_cards_browser_tests::{Visit, site_folder};
use serde_json::Value;

use fact_cards_browser_tests::Page;

/// An article with that in the middle.
pub fn article(head: &str, middle: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title>{head}</head>
<body>
<h1>An article</h1>
<p id="before">What happened.</p>
{middle}
<p id="after">What happened next.</p>
</body>
</html>"#
    )
}

/// The line of code that a web developer pastes.
pub const LINE: &str = r#"<script type="module" async src="{site}/fact-cards.js"></script><fact-cards><a href="{site}/">The facts</a></fact-cards>"#;

/// The snippet of a story's first language, to be pasted into an article.
pub fn snippet(site: &str) -> String {
    let snippet = std::fs::read_to_string(site_folder(site).join("snippet/en.html")).expect("the site has a snippet");
    snippet.replace("\"../", "\"{site}/")
}

/// The snippet as an earlier build would have made it: with other markup than the engine expects.
pub fn older_snippet() -> String {
    // Its sheet opened by itself.
    let button = "<button class=\"filters-button\"";
    snippet("seeds").replacen("<article ", "<p class=\"advert\">An older build</p><article ", 1).replacen(
        button,
        &format!("{button} popovertarget=\"filters\""),
        1,
    )
}

/// A visit to an article with the line.
pub fn with_line() -> Visit {
    Visit::embedding("seeds", &article("", LINE))
}

/// A visit to an article with the snippet.
pub fn with_snippet() -> Visit {
    Visit::embedding("seeds", &article("", &snippet("seeds")))
}

/// The first element's shadow root.
pub const ROOT: &str = "document.querySelector('fact-cards').shadowRoot";

/// Waits until the page has loaded and the loader is there, but not for the engine.
pub async fn until_defined(page: &Page) {
    page.until("customElements.get('fact-cards') && document.readyState === 'complete'").await;
}

/// Goes to the article, waits for the cards, and records the element's events.
pub async fn arrive(page: &Page) {
    page.go("").await;
    page.until("customElements.get('fact-cards')").await;
    page.until(&format!("{ROOT}?.querySelector('[data-card]')")).await;
    listen(page).await;
}

/// Records the events of elements in `heard`.
pub async fn listen(page: &Page) {
    let _: Value = page
        .value(
            "(window.heard = [], ['ready', 'change', 'error'].forEach(event =>
                document.addEventListener(`fact-cards-${event}`, ({ detail, target }) => heard.push([event, detail, target.id]))), null)",
        )
        .await;
}

/// Activates the element and waits until its engine is ready.
pub async fn activate(page: &Page) {
    page.click("fact-cards >>> .lead").await;
    page.until(&format!("{ROOT}.querySelector('[data-ready]')")).await;
}

/// Waits until the first element has that many cards.
pub async fn until_card_count(page: &Page, count: usize) {
    page.until(&format!("{ROOT}.querySelectorAll('[data-card]').length === {count}")).await;
}
