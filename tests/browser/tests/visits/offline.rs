//! Checks of a page that works offline, and of one of which nothing is cached.

use fact_cards_browser_tests::Page;

use crate::kept::expect_install_to_fail;

pub const FIRST: &str = "Morocco and INTERPOL: who, what and where";

/// The whole page works, in this version.
pub async fn expect_all_of(page: &Page, title: &str, search: &str, found: &str, cards: usize) {
    page.until_text("h1", title).await;
    page.until_card_count(cards).await;
    page.type_into("input[type=search]", search).await;
    page.until(&format!("document.querySelector('[data-card={found}] mark')")).await;
    assert!(page.cards().await.len() < cards);
    let styled = "getComputedStyle(document.querySelector('.fact-cards')).backgroundColor";
    assert_eq!(page.value::<String>(styled).await, "rgb(251, 250, 246)");
    page.click(":not(.sheet-foot) > .clear").await;
    page.until_card_count(cards).await;
}

pub async fn expect_all_of_the_first(page: &Page) {
    expect_all_of(page, FIRST, "ifrane", "ifrane", 22).await;
}

/// The page loads and works although the browser cannot cache it.
pub async fn works_and_is_not_kept(page: &Page) {
    page.go("").await;
    expect_install_to_fail(page).await;
    page.click("label[for=kind-venue]").await;
    page.until_card_count(4).await;
}
