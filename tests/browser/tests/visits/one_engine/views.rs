//! The five views of the same selection.

use fact_cards_browser_tests::{Fault, Page, Visit};
use serde_json::Value;

use crate::{
    articles::{LINE, ROOT, article, until_defined, with_snippet},
    views::{ALL, counts_in_status, look_at, until_in_sight},
};

/// The number of different facts among the entries of a view.
async fn entries(page: &Page, view: &str) -> usize {
    let links = format!("[data-view={view}] :is(.entry, .bar-of) .whose a[href^=\"#fact=\"]");
    page.value(&format!("new Set([...document.querySelectorAll('{links}')].map(link => link.hash)).size")).await
}

/// The number of facts that a view says it has no place for.
async fn rest(page: &Page, view: &str) -> usize {
    let said = format!("document.querySelector('[data-view={view}] .view-inside > .rest')?.innerText ?? ''");
    let said: String = page.value(&said).await;
    said.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

#[tokio::test]
async fn every_view_shows_all_that_passes_the_filters_and_says_what_it_cannot_place() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            for (choice, least) in
                [("", 72), ("kind=operation", 30), ("topic=organised-crime", 5), ("kind=venue&q=glasgow", 2)]
            {
                page.open(&format!("?{choice}#{choice}")).await;
                let (_, facts) = counts_in_status(page).await;
                assert!(facts >= least, "{choice}: {facts}");
                for view in ["timeline", "map", "sources"] {
                    look_at(page, view).await;
                    until_in_sight(page, view).await;
                    assert_eq!(counts_in_status(page).await.1, facts, "a view filters nothing");
                    let has_nothing = format!("document.querySelector('[data-view={view}] .nothing') !== null");
                    if page.value::<bool>(&has_nothing).await {
                        assert_eq!((view, entries(page, view).await), ("map", 0), "{choice}");
                    } else {
                        assert_eq!(entries(page, view).await + rest(page, view).await, facts, "{view} of {choice}");
                    }
                }
                look_at(page, "figures").await;
                until_in_sight(page, "figures").await;
                let bars: usize = page.value("document.querySelectorAll('.bar-of').length").await;
                assert_eq!(entries(page, "figures").await, bars, "a bar for each fact, in {choice}");
                assert!(bars <= facts);
            }
        })
        .await;
}

#[tokio::test]
async fn an_attribute_can_choose_a_view_in_an_article_at_any_time() {
    let requesting = LINE.replace("<fact-cards>", "<fact-cards view=\"timeline\">");
    Visit::embedding("seeds", &article("", &requesting))
        .and(async |page| {
            page.go("").await;
            let in_sight = |view: &str| format!("{ROOT}?.querySelector('[data-view={view}]')?.checkVisibility()");
            page.until(&in_sight("timeline")).await;
            let _: Value = page.value("(document.querySelector('fact-cards').view = 'map', null)").await;
            page.until(&in_sight("map")).await;
            let _: Value = page.value("(document.querySelector('fact-cards').view = '', null)").await;
            page.until(&format!("{ROOT}.querySelectorAll('.cards > *').length === 22")).await;
        })
        .await;
}

#[tokio::test]
async fn a_search_typed_in_one_view_applies_in_the_next() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#view=sources").await;
            page.type_into("input[type=search]", "fugitives").await;
            page.until("location.hash.includes('q=fugitives')").await;
            let (cards, facts) = counts_in_status(page).await;
            page.until("document.querySelector('[data-view=sources] mark')").await;
            assert_eq!(entries(page, "sources").await, facts);
            look_at(page, "timeline").await;
            page.until("document.querySelector('[data-view=timeline] mark')").await;
            assert_eq!(entries(page, "timeline").await + rest(page, "timeline").await, facts);
            look_at(page, "cards").await;
            page.until_card_count(cards).await;
        })
        .await;
}

#[tokio::test]
async fn a_view_is_in_the_address_and_survives_a_reload() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            for view in ALL.into_iter().skip(1) {
                look_at(page, view).await;
                page.until(&format!("location.hash === '#view={view}'")).await;
            }
            page.reload().await;
            until_in_sight(page, "sources").await;
            look_at(page, "cards").await;
            page.until("location.hash === ''").await;
        })
        .await;
}

#[tokio::test]
async fn in_an_article_the_cards_stay_until_the_chosen_view_is_ready() {
    with_snippet()
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            page.go("").await;
            until_defined(page).await;
            page.click("fact-cards >>> label[for=view-map]").await;
            page.until(&format!("{ROOT}.getElementById('view-map').checked")).await;
            let cards =
                format!("[...{ROOT}.querySelectorAll('.cards > *')].filter(card => card.checkVisibility()).length");
            assert_eq!(page.value::<usize>(&cards).await, 6);
            let line = format!("getComputedStyle({ROOT}.querySelector('.views-line')).borderBlockEndStyle");
            assert_eq!(page.value::<String>(&line).await, "dashed", "it can be seen that the view is awaited");
            page.release();
            page.until(&format!("{ROOT}.querySelector('[data-ready] [data-view=map] .pin')?.checkVisibility()")).await;
            page.until(&format!("{cards} === 0")).await;
            assert_eq!(page.value::<String>(&line).await, "solid");
            let styled =
                "getComputedStyle(document.querySelector('fact-cards').shadowRoot.querySelector('.pins')).position";
            assert_eq!(page.value::<String>(styled).await, "absolute", "the styles of views have come too");
        })
        .await;
}

#[tokio::test]
async fn an_article_offers_no_views_where_the_engine_cannot_load() {
    let offered = format!("{ROOT}.querySelector('.view-names').checkVisibility()");
    with_snippet()
        .where_something_fails()
        .and(async |page| {
            page.go("").await;
            until_defined(page).await;
            assert!(page.value::<bool>(&offered).await);
            page.break_with(Fault::Missing(".wasm"));
            page.click("fact-cards >>> label[for=view-map]").await;
            page.until(&format!("{ROOT}.querySelector('[data-failed]')")).await;
            assert!(!page.value::<bool>(&offered).await);
            assert!(page.value::<bool>(&format!("{ROOT}.querySelector('.card').checkVisibility()")).await);
        })
        .await;
    with_snippet()
        .without_script()
        .and(async |page| {
            page.go("").await;
            page.until(&format!("{ROOT}?.querySelector('.card').checkVisibility()")).await;
            assert!(!page.value::<bool>(&offered).await);
        })
        .await;
}
