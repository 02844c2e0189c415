//! The standalone file with scripts switched off.

use fact_cards_browser_tests::Visit;

use crate::standalone::FILE;

#[tokio::test]
async fn without_script_the_facts_of_the_file_are_there_and_kinds_and_links_work() {
    // Only a server can switch scripts off in a test.
    Visit::to("seeds")
        .without_script()
        .and(async |page| {
            page.go(FILE).await;
            assert_eq!(page.cards().await.len(), 22);
            page.click("label[for=kind-venue]").await;
            page.until(
                "[...document.querySelectorAll('[data-card]')].filter(card => card.checkVisibility()).length === 4",
            )
            .await;
            page.click("[data-card=ifrane] .related a[href='#card=morocco']").await;
            page.until("document.querySelector(':target').checkVisibility()").await;
        })
        .await;
}
