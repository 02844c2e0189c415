//! The sheet with the facets and the order of the cards.

use fact_cards_browser_tests::{Fault, Key, Visit};

use crate::{
    articles::{ROOT, article, older_snippet, until_defined},
    sheet::OPEN,
};

#[tokio::test]
async fn chips_remove_their_value_and_pass_the_focus_on() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#topic=terrorism,organised-crime&place=marrakech").await;
            page.until("document.querySelectorAll('.chip').length === 3").await;
            page.click(".chips li:first-child .chip").await;
            page.until("location.hash === '#topic=terrorism&place=marrakech'").await;
            page.until("document.activeElement === document.querySelector('.chip')").await;
            page.press(Key::Enter).await;
            page.until("location.hash === '#place=marrakech'").await;
            page.until("document.activeElement.matches('.chip')").await;
            page.press(Key::Enter).await;
            page.until("location.hash === '' && !document.querySelector('.chips')").await;
            page.until("document.activeElement.matches('.filters-button')").await;
            page.until_card_count(22).await;
        })
        .await;
}

#[tokio::test]
async fn the_sheet_opens_by_key_takes_the_focus_and_gives_it_back() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            for leave in [Some(Key::Escape), None] {
                let focus = "(document.querySelector('.filters-button').focus(), true)";
                assert!(page.value::<bool>(focus).await);
                page.press(Key::Enter).await;
                page.until(OPEN).await;
                page.until("document.activeElement.closest('.filters')").await;
                match leave {
                    Some(key) => page.press(key).await,
                    None => page.click(".filters .close").await,
                }
                page.until(&format!("!({OPEN})")).await;
                page.until("document.activeElement.matches('.filters-button')").await;
            }
        })
        .await;
}

#[tokio::test]
async fn the_open_sheet_of_an_older_snippet_stays_open_and_is_filled() {
    let older = older_snippet();
    Visit::embedding("seeds", &article("", &older))
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            page.go("").await;
            until_defined(page).await;
            page.click("fact-cards >>> .filters-button").await;
            page.until(&format!("{ROOT}.querySelector('.filters:popover-open')")).await;
            page.release();
            page.until(&format!("!{ROOT}.querySelector('.advert')")).await;
            page.until(&format!("{ROOT}.querySelector('.filters:popover-open input[name=topic]')")).await;
            page.click("fact-cards >>> .filters input[name=topic][value=terrorism]").await;
            page.until(&format!("{ROOT}.querySelector('[data-ready] .chip')")).await;
        })
        .await;
}
