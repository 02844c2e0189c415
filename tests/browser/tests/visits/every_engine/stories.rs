//! The head of the page.

use fact_cards_browser_tests::Visit;

#[tokio::test]
async fn the_page_opens_with_title_lead_and_counts() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            assert_eq!(page.text("h1").await, "Morocco and INTERPOL: who, what and where");
            assert!(page.text(".lead").await.starts_with("Two reports, a year apart"));
            assert_eq!(page.text(".status").await, "22 cards, 72 facts from 2 articles");
            assert_eq!(page.text(".status").await, "22 cards, 72 facts from 2 articles");
            assert_eq!(page.value::<String>("document.title").await, "Morocco and INTERPOL: who, what and where");
        })
        .await;
}
