//! What a search finds, and what it shows.

use fact_cards_browser_tests::Visit;

const SEARCH: &str = "input[type=search]";

#[tokio::test]
async fn case_and_accents_make_no_difference() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            for query in ["NEPTUNE", "neptune", "Néptünê"] {
                page.type_into(SEARCH, query).await;
                page.until("document.querySelectorAll('[data-card]').length < 22").await;
                assert!(page.cards().await.contains(&"operation-neptune".to_owned()), "{query}");
                page.click(":not(.sheet-foot) > .clear").await;
                page.until_card_count(22).await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_name_is_found_in_the_other_articles_spelling() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.type_into(SEARCH, "mohamed dkhissi").await;
            page.until_cards(&["mohammed-dkhissi"]).await;
        })
        .await;
}

#[tokio::test]
async fn an_empty_result_says_which_filters_are_applied_and_offers_the_way_back() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#kind=venue&source=election-2024").await;
            page.type_into(SEARCH, "submarine").await;
            page.until_card_count(0).await;
            assert_eq!(page.text(".nothing-found p").await, "No card matches “submarine” · Venues · Election.");
            assert!(page.text(".status").await.starts_with("0 cards"));
            page.click(".nothing-found .clear").await;
            page.until_card_count(22).await;
        })
        .await;
}

#[tokio::test]
async fn what_is_typed_is_never_an_error_or_markup() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            for query in ["<script>alert(1)</script>", "\\", "(((", "%", "“", "مراكش", "🙂", "&amp;"] {
                page.type_into(SEARCH, query).await;
                let typed = serde_json::json!(query);
                page.until(&format!("document.querySelector('input[type=search]').value === {typed}")).await;
                page.until("document.querySelector('.nothing-found, [data-card]')").await;
                page.click(":not(.sheet-foot) > .clear").await;
                page.until_card_count(22).await;
            }
            assert_eq!(page.value::<usize>("document.querySelectorAll('main script').length").await, 0);
        })
        .await;
}

#[tokio::test]
async fn cards_narrow_with_each_letter_and_the_matches_are_marked() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.type_into(SEARCH, "fugi").await;
            page.until("document.querySelectorAll('[data-card]').length < 22").await;
            page.type_into(SEARCH, "tives").await;
            page.until_cards(&["operation-neptune", "ahmed-nasser-al-raisi"]).await;
            let marks: Vec<String> =
                page.value("[...new Set([...document.querySelectorAll('mark')].map(mark => mark.textContent))]").await;
            assert_eq!(marks, ["fugitives"]);
            let statement = "[data-card=operation-neptune] [data-fact=neptune-fugitives] .statement";
            assert!(page.text(statement).await.starts_with("325 international fugitives were identified."));
        })
        .await;
}
