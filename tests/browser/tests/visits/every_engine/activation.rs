//! The engine comes on activation, and hydrates what is there: nodes, focus, selection, what is scrolled.
//! What is an activation, and what the scripts do about it, is said in `tests/script`.

use fact_cards_browser_tests::{Fault, Key, Page, Visit};
use serde_json::{Value, json};

use crate::{
    activation::{READY, SEARCH, arrive},
    articles::{self, ROOT},
};

/// What is typed, from where to where it is selected, whether it has the focus, and how far the page is scrolled.
async fn search_field(page: &Page) -> Value {
    page.value(&format!(
        "(search => [search.value, search.selectionStart, search.selectionEnd, document.activeElement === search, scrollY])
            (document.querySelector('{SEARCH}'))"
    ))
    .await
}

/// Keeps things of the prerendered page, so that it can be seen whether they stay: all but the views that nobody looks at.
/// Of what the engine adds something to, the parts are compared. The status is no longer told by itself then.
async fn mark_nodes(page: &Page) {
    let keep = "(window.kept = [...document.querySelectorAll('.fact-cards, .fact-cards *')]
        .filter(node => !node.closest('.view'))
        .map(node => [node, node.matches('.two-steps') || node.querySelector('.view, .two-steps') ? null : node.innerHTML]), null)";
    let _: Value = page.value(keep).await;
}

#[tokio::test]
async fn a_click_a_tap_a_key_focus_and_a_resting_pointer_activate_the_cards() {
    Visit::to("seeds")
        .and(async |page| {
            arrive(page).await;
            page.click(".lead").await;
            page.until(READY).await;

            arrive(page).await;
            page.tap(".lead").await;
            page.until(READY).await;

            arrive(page).await;
            page.tab_into_widget().await;
            page.until(READY).await;

            arrive(page).await;
            page.hover(".lead").await;
            page.until(READY).await;
        })
        .await;
}

#[tokio::test]
async fn the_nodes_that_were_prerendered_are_kept() {
    Visit::to("seeds")
        .and(async |page| {
            arrive(page).await;
            mark_nodes(page).await;
            page.click(".lead").await;
            page.until(READY).await;
            let (kept, all, changed): (usize, usize, usize) = page
                .value(
                    "[kept.filter(([node]) => node.isConnected).length, kept.length,
                      kept.filter(([node, html]) => html !== null && node.innerHTML.replace(' aria-live=\"off\"', '') !== html).length]",
                )
                .await;
            assert!(all > 1000, "the page has {all} elements");
            assert_eq!((kept, changed), (all, 0));
        })
        .await;
}

#[tokio::test]
async fn what_was_prerendered_in_a_shadow_root_is_taken_over() {
    articles::with_snippet()
        .and(async |page| {
            articles::arrive(page).await;
            let keep = format!("(window.kept = [...{ROOT}.querySelectorAll('.card, .card *')], kept.length)");
            assert!(page.value::<usize>(&keep).await > 1000);
            page.click("fact-cards >>> .lead").await;
            page.until("heard.some(([event]) => event === 'ready')").await;
            assert!(
                page.value::<bool>(&format!("kept.every(node => node.isConnected && {ROOT}.contains(node))")).await
            );
        })
        .await;
}

#[tokio::test]
async fn what_is_opened_focused_scrolled_chosen_and_typed_stays_when_the_engine_comes() {
    Visit::to("seeds")
        .and(async |page| {
            // Before the service worker can keep it.
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            page.click("[data-card=dgsn] .source > summary").await;
            page.click(".filters-button").await;
            page.click("input[name=source][value=election-2024]").await;
            page.press(Key::Escape).await;
            page.click("label[for=kind-member]").await;
            page.type_into(SEARCH, "dgsn").await;
            let _: Value = page
                .value(&format!("(document.querySelector('{SEARCH}').setSelectionRange(2, 4), scrollTo(0, 150), null)"))
                .await;
            page.until("scrollY === 150").await;
            assert!(page.value::<bool>(&format!("{READY} === null")).await, "the engine is held");
            page.release();
            page.until(READY).await;
            page.until("document.querySelectorAll('[data-card]').length < 12").await;
            assert_eq!(search_field(page).await, json!(["dgsn", 2, 4, true, 150]));
            assert_eq!(page.fragment().await, "kind=member&source=election-2024&q=dgsn");

            page.type_into(SEARCH, "\u{e010} nothing").await;
            page.until("document.querySelector('.nothing-found')").await;
            assert!(
                page.value::<bool>("document.querySelector('input[name=source][value=election-2024]').checked").await
            );
            assert!(page.value::<bool>("document.querySelector('#kind-member').checked").await);
        })
        .await;
}

#[tokio::test]
async fn a_page_that_a_translator_has_changed_is_mounted_anew_with_what_the_reader_did() {
    Visit::to("seeds")
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            let translate =
                "(document.querySelectorAll('.statement > span:first-child, .name > span').forEach(text => {
                const font = document.createElement('font');
                font.append(...text.childNodes);
                text.append(font);
            }), null)";
            let _: Value = page.value(translate).await;
            page.click("[data-card=dgsn] .source > summary").await;
            page.type_into(SEARCH, "dgsn").await;
            let _: Value = page
                .value(&format!("(document.querySelector('{SEARCH}').setSelectionRange(1, 3), scrollTo(0, 100), null)"))
                .await;
            page.until("scrollY === 100").await;
            page.release();
            page.until(READY).await;
            page.until("document.querySelectorAll('[data-card]').length < 22").await;
            assert_eq!(page.value::<usize>("document.querySelectorAll('font').length").await, 0);
            assert_eq!(search_field(page).await, json!(["dgsn", 1, 3, true, 100]));
            assert!(page.value::<bool>("document.querySelector('[data-card=dgsn] .source').open").await);
            page.type_into(SEARCH, "\u{e010} nothing").await;
            page.until("document.querySelector('.nothing-found')").await;
        })
        .await;
}
