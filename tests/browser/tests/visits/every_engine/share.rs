//! What a reader can share and export: links, citations and files.

use fact_cards_browser_tests::{Fault, Visit};

use crate::{
    articles::{arrive, until_defined, with_line},
    share::{LINK, watch},
};

#[tokio::test]
async fn a_link_to_a_card_is_copied_with_the_address_of_the_page() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("?from=here#kind=operation").await;
            watch(page, None, None).await;
            page.click(LINK).await;
            page.until("copied.length === 1").await;
            let own = format!("{}/?from=here#card=operation-neptune", page.site());
            assert_eq!(page.value::<String>("copied[0]").await, own);
            page.until_text("[data-card=operation-neptune] .side .exported", "Copied").await;
            page.until_text(".status .spoken", "Copied").await;
            // The reader's next action clears the notice.
            page.click("label[for=kind-all]").await;
            page.until("!document.querySelector('.exported')").await;
        })
        .await;
}

#[tokio::test]
async fn in_an_article_a_link_leads_to_the_page_of_the_cards() {
    with_line()
        .and(async |page| {
            arrive(page).await;
            watch(page, None, None).await;
            // It also works when pressed before the engine is ready.
            page.click(&format!("fact-cards >>> {LINK}")).await;
            page.until("copied.length === 1").await;
            let own = format!("{}/#card=operation-neptune", page.site());
            assert_eq!(page.value::<String>("copied[0]").await, own);
        })
        .await;
}

#[tokio::test]
async fn a_button_pressed_before_the_engine_is_ready_acts_once_it_is() {
    Visit::to("seeds")
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            page.go("").await;
            until_defined(page).await;
            watch(page, None, None).await;
            page.click(".foot .export:not(.open-all)").await;
            assert!(page.value::<bool>("document.querySelector('[data-ready]') === null && saved.length === 0").await);
            page.release();
            page.until("document.querySelector('[data-ready]')").await;
            page.until("saved.length === 1 && saved[0][0] === 'facts.csv'").await;
            page.click(LINK).await;
            page.until("copied.length === 1").await;
            assert_eq!(page.value::<usize>("saved.length").await, 1, "it is done once");
        })
        .await;
}
