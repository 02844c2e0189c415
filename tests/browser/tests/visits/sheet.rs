//! The sheet with the facets and the order of the cards, as a reader uses it.

use fact_cards_browser_tests::Page;

pub const OPEN: &str = "document.querySelector('.filters:popover-open') !== null";

pub fn input(facet: &str, value: &str) -> String {
    format!(".filters input[name={facet}][value=\"{value}\"]")
}

pub async fn open_sheet(page: &Page) {
    page.click(".filters-button").await;
    page.until(OPEN).await;
    page.until("document.querySelector('.facet input')").await;
}

pub async fn choose(page: &Page, facet: &str, value: &str) {
    page.click(&input(facet, value)).await;
}
