//! What a reader is left with where the cards of an article cannot work.

use fact_cards_browser_tests::{Page, Visit};
use serde_json::{Value, json};

use crate::articles::{ROOT, activate, arrive, until_card_count};

/// The line that says what does not work.
pub const CANNOT_START: &str = "Search and most filters do not work right now. All facts can still be read.";

/// What an article must allow, as in `docs/embedding.md`.
pub const HOST_POLICY: &str = "default-src 'none'; script-src {site} 'wasm-unsafe-eval'; connect-src {site}";

/// The facts can be read, opened and filtered by kind, one line says what does not work, and the article was notified
/// of the reason.
pub async fn expect_facts_and_one_line(page: &Page, why: &str) {
    page.until_text("fact-cards >>> .status", CANNOT_START).await;
    until_card_count(page, 22).await;
    page.until("heard.some(([event]) => event === 'error')").await;
    let told: Value = page.value("heard").await;
    assert_eq!(told.as_array().map(Vec::len), Some(1), "{told}");
    let reason = told[0][1].as_str().unwrap_or_default();
    assert!(reason.contains(why), "the article is told {reason:?}, not {why:?}");
    let mentions = format!("{ROOT}.querySelector('.fact-cards').innerText.split({}).length - 1", json!(CANNOT_START));
    assert_eq!(page.value::<usize>(&mentions).await, 1, "it is said once");

    page.click("fact-cards >>> label[for=kind-venue]").await;
    let shown = format!("[...{ROOT}.querySelectorAll('[data-card]')].filter(card => card.checkVisibility()).length");
    page.until(&format!("{shown} === 4")).await;
    page.click("fact-cards >>> [data-card=glasgow] .facts-of > summary").await;
    page.until(&format!("{ROOT}.querySelector('[data-card=glasgow] .fact').checkVisibility()")).await;
    page.until_text("fact-cards >>> .status", CANNOT_START).await;
    // A link reaches its card even if the chosen kind hides it.
    page.click("fact-cards >>> [data-card=glasgow] .home a").await;
    page.until(&format!("{ROOT}.activeElement?.matches('[data-card]:not([data-kind=venue])')")).await;
}

/// Activates the cards of an article where something fails.
pub async fn leaves_the_facts(visit: Visit, why: &str) {
    visit
        .where_something_fails()
        .and(async |page| {
            arrive(page).await;
            page.click("fact-cards >>> .lead").await;
            expect_facts_and_one_line(page, why).await;
        })
        .await;
}

/// Makes the page reject the engine's changes from now on, as where another script has modified its nodes.
pub async fn break_the_page(page: &Page) {
    let refuse = "(Node.prototype.insertBefore = () => { throw new Error('refused on purpose'); }, null)";
    let _: Value = page.value(refuse).await;
}

/// An engine that works for a while and then stops.
pub async fn gives_back_what_was_prerendered(visit: Visit, why: &str) {
    visit
        .where_something_fails()
        .and(async |page| {
            arrive(page).await;
            activate(page).await;
            page.click("fact-cards >>> label[for=kind-operation]").await;
            until_card_count(page, 6).await;
            break_the_page(page).await;
            let _: Value = page.value("(heard.length = 0, null)").await;
            page.click("fact-cards >>> label[for=kind-all]").await;
            expect_facts_and_one_line(page, why).await;
        })
        .await;
}
