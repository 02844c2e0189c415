//! Cards that open beside a view, and views in an article.

use fact_cards_browser_tests::Page;

use crate::articles::ROOT;

/// The focus is on that fact of the opened card, and both are visible.
pub async fn until_at_fact(page: &Page, fact: &str) {
    page.until(&format!("document.activeElement.matches('.opened [data-fact={fact}][data-link-target]')")).await;
    let in_sight =
        "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.activeElement.getBoundingClientRect())";
    page.until(in_sight).await;
}

pub async fn look_at_in_article(page: &Page, view: &str) {
    page.click(&format!("fact-cards >>> label[for=view-{view}]")).await;
    page.until(&format!("{ROOT}.querySelector('[data-view={view}]')?.checkVisibility()")).await;
}
