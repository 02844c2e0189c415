//! The card that is the link target, on the page.

use fact_cards_browser_tests::Page;

pub async fn until_link_target(page: &Page, card: &str) {
    page.until(&format!(
        "document.activeElement.closest('[data-card]')?.dataset.card === '{card}'
         && document.querySelector('[data-card={card}]').hasAttribute('data-link-target')"
    ))
    .await;
    let in_sight = format!(
        "(() => {{ const name = document.querySelector('[data-card={card}] .name').getBoundingClientRect();
          return name.top >= 0 && name.bottom <= innerHeight; }})()"
    );
    page.until(&in_sight).await;
}
