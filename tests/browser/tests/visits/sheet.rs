//! The sheet with the facets and the order of the cards, as a reader uses it.

use fact_cards_browser_tests::Page;
use serde_json::Value;

pub const OPEN: &str = "document.querySelector('.filters:popover-open') !== null";

pub fn input(facet: &str, value: &str) -> String {
    format!(".filters input[name={facet}][value=\"{value}\"]")
}

pub async fn open_sheet(page: &Page) {
    page.click(".filters-button").await;
    page.until(OPEN).await;
    page.until("document.querySelector('.facet input')").await;
}

/// Opens the sheet of the widget in that root (a JavaScript expression) however its button is covered, and waits for
/// its contents: the engine makes them once the sheet is open.
pub async fn show_sheet(page: &Page, root: &str) {
    let _: Value = page.value(&format!("({root}.querySelector('.filters').showPopover(), null)")).await;
    page.until(&format!("{root}.querySelector('.filters:popover-open .facet input')")).await;
}

pub async fn hide_sheet(page: &Page, root: &str) {
    let _: Value = page.value(&format!("({root}.querySelector('.filters').hidePopover(), null)")).await;
}

pub async fn choose(page: &Page, facet: &str, value: &str) {
    page.click(&input(facet, value)).await;
}
