//! The page that plain Trunk builds for working on the widget, without prerendering.

use fact_cards_browser_tests::{Page, Visit, trunk_serve};

/// Trunk starts the program with an inline script.
const POLICY: &str = "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";

#[tokio::test]
async fn plain_trunk_builds_a_page_that_works() {
    Visit::to("trunk").policy(POLICY).and(use_the_page).await;
}

#[tokio::test]
async fn plain_trunk_serves_a_page_that_works() {
    let trunk = trunk_serve().await;
    Visit::to_address(trunk.url()).and(use_the_page).await;
}

async fn use_the_page(page: &Page) {
    page.go("#kind=member").await;
    page.until_card_count(12).await;
    page.click("label[for=kind-venue]").await;
    page.until_card_count(4).await;
    assert_eq!(page.fragment().await, "kind=venue");
    page.type_into("input[type=search]", "glasgow").await;
    page.until("document.querySelector('mark')").await;
}
