//! Helpers for our own page before activation.

use fact_cards_browser_tests::Page;

use crate::articles::until_defined;

pub const READY: &str = "document.querySelector('[data-ready]')";
pub const SEARCH: &str = "input[type=search]";

/// Goes to the site and waits until the loader has done what it does without activation.
pub async fn arrive(page: &Page) {
    page.go("").await;
    until_defined(page).await;
}
