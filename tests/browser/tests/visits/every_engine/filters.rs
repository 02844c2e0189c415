//! Facts that the filters fold.

use fact_cards_browser_tests::Visit;

#[tokio::test]
async fn facts_that_do_not_match_fold_away_and_open_with_one_touch() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#source=marrakech-2025").await;
            let card = "[data-card=mohammed-dkhissi]";
            page.open_card(card).await;
            let open: Vec<String> = page
                .value(&format!(
                    "[...document.querySelectorAll('{card} .body > .facts > [data-fact]')].map(fact => fact.dataset.fact)"
                ))
                .await;
            assert_eq!(open, ["dkhissi-vice-president", "dkhissi-praised"]);
            // WebKit's driver takes folded content for displayed, so the page itself is asked.
            let folded = "document.querySelector('[data-card=mohammed-dkhissi] [data-fact=dkhissi-nominated]')";
            assert!(!page.value::<bool>(&format!("{folded}.checkVisibility()")).await);
            assert_eq!(page.text("[data-card=mohammed-dkhissi] .more > summary").await, "3 more facts");
            page.click("[data-card=mohammed-dkhissi] .more > summary").await;
            page.until(&format!("{folded}.checkVisibility()")).await;
        })
        .await;
}

#[tokio::test]
async fn on_a_closed_card_at_most_two_of_the_facts_found_are_there_and_how_many_more() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#topic=general-assembly").await;
            let (most, told): (usize, bool) = page
                .value(
                    "(hits => [Math.max(...hits.map(all => all.querySelectorAll('[data-fact]').length)),
                        hits.some(all => /\\d more fact/.test(all.querySelector('.more-hits')?.innerText))])
                        ([...document.querySelectorAll('[data-card]:not([data-open]) .hits')])",
                )
                .await;
            assert_eq!((most, told), (2, true));
        })
        .await;
}
