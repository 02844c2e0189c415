//! Links between cards: which filters stay, and speakers as links.

use fact_cards_browser_tests::Visit;

use crate::links::until_link_target;

#[tokio::test]
async fn the_filters_stay_when_the_card_is_shown_anyway() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#kind=member").await;
            page.click("[data-card=mohammed-dkhissi] .related a[href='#card=dgsn']").await;
            until_link_target(page, "dgsn").await;
            page.until_card_count(12).await;
            assert_eq!(page.fragment().await, "kind=member&card=dgsn");
        })
        .await;
}

#[tokio::test]
async fn the_speaker_of_a_fact_is_a_link_to_their_card() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.click("[data-card=operation-neptune] [data-fact=neptune-ship] .says a").await;
            until_link_target(page, "ahmed-nasser-al-raisi").await;
        })
        .await;
}
