//! Changes to cards and facts, as readers meet them: in place, and in one list.

use fact_cards_browser_tests::Visit;

use crate::changes::{CORRECTION, open_list};

#[tokio::test]
async fn the_list_leads_to_the_fact() {
    Visit::to("corrected")
        .and(async |page| {
            page.open("").await;
            open_list(page, "document", "").await;
            page.click(".changes a[href$='#fact=passengers']").await;
            page.until("location.hash === '#fact=passengers'").await;
            page.until("document.activeElement.dataset.fact === 'passengers'").await;
            assert!(page.text(".card [data-fact=passengers][data-link-target]").await.contains(CORRECTION));
        })
        .await;
}

#[tokio::test]
async fn without_script_the_list_opens_and_leads_to_the_fact() {
    Visit::to("corrected")
        .without_script()
        .and(async |page| {
            page.go("").await;
            let correction = "document.querySelector('[data-fact=passengers] [data-change=corrected]').textContent";
            assert_eq!(page.value::<String>(correction).await, CORRECTION);
            open_list(page, "document", "").await;
            page.click(".changes a[href$='#fact=passengers']").await;
            page.until("document.querySelector(':target')?.dataset.fact === 'passengers'").await;
        })
        .await;
}
