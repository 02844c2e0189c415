//! The engine loads on activation and hydrates the page: nodes, focus, selection and scroll position stay. What counts
//! as activation, and what the scripts do then, is tested in `tests/script`.

use fact_cards_browser_tests::{Fault, Key, Page, Visit};
use serde_json::{Value, json};

use crate::{
    activation::{READY, SEARCH, arrive},
    articles::{self, ROOT},
};

/// The value, selection and focus of the search field, and the scroll position of the page.
async fn search_field(page: &Page) -> Value {
    page.value(&format!(
        "(search => [search.value, search.selectionStart, search.selectionEnd, document.activeElement === search, Math.round(scrollY)])
            (document.querySelector('{SEARCH}'))"
    ))
    .await
}

/// Keeps references to prerendered nodes, to see whether they stay: all but the views out of sight. Where the engine
/// adds something, the parts are compared. The status stops being a live region.
async fn mark_nodes(page: &Page) {
    let keep = "(window.kept = [...document.querySelectorAll('.fact-cards, .fact-cards *')]
        .filter(node => !node.closest('.view, .foot'))
        .map(node => [node, node.querySelector('.view') ? null : node.innerHTML.replace(/<!--.*?-->/g, '')]), null)";
    let _: Value = page.value(keep).await;
}

#[tokio::test]
async fn a_click_a_tap_a_key_focus_and_a_resting_pointer_activate_the_cards() {
    Visit::to("seeds")
        .where_data_is_saved()
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
async fn hydration_keeps_the_prerendered_nodes() {
    Visit::to("seeds")
        .where_data_is_saved()
        .and(async |page| {
            arrive(page).await;
            mark_nodes(page).await;
            page.click(".lead").await;
            page.until(READY).await;
            let (kept, all, changed): (usize, usize, usize) = page
                .value(
                    "[kept.filter(([node]) => node.isConnected).length, kept.length,
                      kept.filter(([node, html]) => html !== null && node.innerHTML.replace(/ (aria-live=\"off\"|popovertarget=\"filters\")/g, '').replace(/<!--.*?-->/g, '') !== html).length]",
                )
                .await;
            assert!(all > 1000, "the page has {all} elements");
            assert_eq!((kept, changed), (all, 0));
        })
        .await;
}

#[tokio::test]
async fn prerendered_markup_in_a_shadow_root_is_hydrated() {
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
async fn what_the_reader_opened_focused_scrolled_chose_and_typed_survives_hydration() {
    Visit::to("seeds")
        .where_data_is_saved()
        .and(async |page| {
            // Before the service worker can cache it.
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            page.click("[data-card=dgsn] .facts-of > summary").await;
            page.click(".filters-button").await;
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
            // What is left may be no higher than the window, for a moment at least: WebKit keeps no place then.
            let scrolled = "window.chrome || navigator.userAgent.includes('Firefox')
                ? Math.max(0, Math.min(150, document.documentElement.scrollHeight - innerHeight)) : Math.round(scrollY)";
            let scrolled: Value = page.value(scrolled).await;
            assert_eq!(search_field(page).await, json!(["dgsn", 2, 4, true, scrolled]));
            assert_eq!(page.fragment().await, "kind=member&q=dgsn");

            page.type_into(SEARCH, "\u{e010} nothing").await;
            page.until("document.querySelector('.nothing-found')").await;
            assert!(page.value::<bool>("document.querySelector('#kind-member').checked").await);
        })
        .await;
}

#[tokio::test]
async fn a_page_changed_by_a_translator_is_mounted_afresh_with_the_readers_input() {
    Visit::to("seeds")
        .where_data_is_saved()
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            let translate = "(document.querySelectorAll('.statement, .name').forEach(text => {
                const font = document.createElement('font');
                font.append(...text.childNodes);
                text.append(font);
            }), null)";
            let _: Value = page.value(translate).await;
            page.click("[data-card=dgsn] .facts-of > summary").await;
            page.type_into(SEARCH, "dgsn").await;
            let _: Value = page
                .value(&format!("(document.querySelector('{SEARCH}').setSelectionRange(1, 3), scrollTo(0, 100), null)"))
                .await;
            page.until("scrollY === 100").await;
            page.release();
            page.until(READY).await;
            page.until("document.querySelectorAll('[data-card]').length < 22").await;
            assert_eq!(page.value::<usize>("document.querySelectorAll('font').length").await, 0);
            let scrolled = "Math.max(0, Math.min(100, document.documentElement.scrollHeight - innerHeight))";
            let scrolled: Value = page.value(scrolled).await;
            assert_eq!(search_field(page).await, json!(["dgsn", 1, 3, true, scrolled]));
            assert!(page.value::<bool>("document.querySelector('[data-card=dgsn] .facts-of').open").await);
            page.type_into(SEARCH, "\u{e010} nothing").await;
            page.until("document.querySelector('.nothing-found')").await;
        })
        .await;
}
