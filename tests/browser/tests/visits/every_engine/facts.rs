//! The sources of a fact.

use fact_cards_browser_tests::Visit;

#[tokio::test]
async fn opening_a_source_shows_article_date_and_paragraph() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let source = "[data-card=operation-neptune] [data-fact=neptune-arrests] .source";
            assert_eq!(page.text(&format!("{source} > summary")).await, "Marrakech ¶6");
            page.click(&format!("{source} > summary")).await;
            page.until(&format!("document.querySelector('{source} > p').checkVisibility()")).await;
            assert_eq!(
                page.text(&format!("{source} > p")).await,
                "Interpol President in Marrakech: Morocco as a Global Bridge Against Transnational Crime · \
                 paragraph 6 of 8 · date of publication not given"
            );
        })
        .await;
}
