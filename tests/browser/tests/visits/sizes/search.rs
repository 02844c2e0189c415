//! The layout around the search field.

use fact_cards_browser_tests::Visit;

const SEARCH: &str = "input[type=search]";

#[tokio::test]
async fn the_search_stays_where_it_is_while_numbers_beside_it_change() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.resize(1280, 800).await;
            // With or without a scroll bar the page is wider or narrower.
            let tall = "(document.body.style.minHeight = '3000px', null)";
            let _: serde_json::Value = page.value(tall).await;
            let place =
                "(({ x, width }) => [x, width])(document.querySelector('input[type=search]').getBoundingClientRect())";
            let before: (f64, f64) = page.value(place).await;
            page.type_into(SEARCH, "fugitives").await;
            page.until_card_count(2).await;
            let after: (f64, f64) = page.value(place).await;
            // A digit need not be exactly as wide as another one.
            let is_near = (after.0 - before.0).abs() < 0.5 && (after.1 - before.1).abs() < 0.5;
            assert!(is_near, "{before:?}, then {after:?}");
        })
        .await;
}
