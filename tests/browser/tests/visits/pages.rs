//! Helpers for the pages of a story of a thousand cards.

use fact_cards_browser_tests::Page;

pub const NEXT: &str = ".pages > a[rel=next]";

/// The first card.
pub async fn first_card(page: &Page) -> String {
    page.value("document.querySelector('.cards > [data-card]').dataset.card").await
}

pub async fn until_page(page: &Page, number: usize) {
    page.until(&format!("document.querySelector('.pages')?.dataset.page === '{}'", number - 1)).await;
}
