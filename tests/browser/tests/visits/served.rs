//! What a server has sent, and what a reader does in an article meanwhile.

use fact_cards_browser_tests::{Page, Sent};

use crate::articles::{ROOT, until_card_count};

pub const SEARCH: &str = "input[type=search]";

/// The paths of what was sent with a body.
pub fn paths(sent: &[Sent]) -> Vec<&str> {
    let mut paths: Vec<&str> = sent.iter().filter(|sent| sent.body > 0).map(|sent| sent.path.as_str()).collect();
    paths.sort_unstable();
    paths
}

/// Filters and searches.
pub async fn use_the_element(page: &Page) {
    page.click("fact-cards >>> label[for=kind-venue]").await;
    until_card_count(page, 4).await;
    page.type_into(&format!("fact-cards >>> {SEARCH}"), "glasgow").await;
    until_card_count(page, 1).await;
    page.until(&format!("{ROOT}.querySelector('mark')")).await;
}
