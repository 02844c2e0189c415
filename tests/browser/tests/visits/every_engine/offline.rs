//! A returning reader who loses the network, and what happens when a new version is published.

use fact_cards_browser_tests::{Browser, Fault, Page, Visit};
use serde_json::Value;

use crate::{
    articles::{article, with_line},
    kept::{visit_once, watch_workers},
    offline::{expect_all_of, expect_all_of_the_first, works_and_is_not_kept},
    views::{look_at, until_in_sight},
};

/// Another story takes the place of the first; the two have nothing in common.
const SECOND: &str = "lighthouse";

/// Checks for a new version, as the browser does by itself at each visit.
async fn look_for_a_new_version(page: &Page) {
    let _: Value = page.value("(window.registration.update().catch(() => {}), null)").await;
}

async fn expect_all_of_the_second(page: &Page) {
    expect_all_of(page, "The lighthouse that walked", "lamp", "lamp-repair", 7).await;
}

#[tokio::test]
async fn after_one_visit_the_page_works_without_the_server() {
    Visit::to("seeds")
        .where_something_fails()
        .and(async |page| {
            visit_once(page).await;
            page.stop_server();
            // What was not cached by the first visit: the page again, and with it the engine.
            page.reload().await;
            expect_all_of_the_first(page).await;
            page.open("index.html#kind=venue").await;
            page.until_card_count(4).await;
            for view in ["timeline", "map", "figures", "sources"] {
                look_at(page, view).await;
                until_in_sight(page, view).await;
            }
            let watch =
                "(window.saved = [], URL.createObjectURL = blob => { saved.push(blob.type); return 'about:blank'; },
                HTMLAnchorElement.prototype.click = () => {}, null)";
            let _: Value = page.value(watch).await;
            page.click(".foot .export:not(.open-all)").await;
            page.until("saved.join() === 'text/csv'").await;
        })
        .await;
}

#[tokio::test]
async fn a_new_version_shows_at_once_and_replaces_the_old_one_as_a_whole() {
    Visit::to("seeds")
        .where_something_fails()
        .and(async |page| {
            visit_once(page).await;
            page.publish(SECOND);
            page.reload().await;
            expect_all_of_the_second(page).await;
            watch_workers(page).await;
            page.until("window.kept === 2").await;
            page.until("navigator.serviceWorker.controller?.state === 'activated' && !window.registration.installing && !window.registration.waiting").await;
            page.stop_server();
            page.reload().await;
            expect_all_of_the_second(page).await;
        })
        .await;
}

#[tokio::test]
async fn a_page_that_stays_open_keeps_its_version() {
    Visit::to("seeds")
        .where_something_fails()
        .and(async |page| {
            visit_once(page).await;
            page.publish(SECOND);
            look_for_a_new_version(page).await;
            // It controls the page before it has cleaned up.
            page.until("window.takeovers === 1 && navigator.serviceWorker.controller.state === 'activated'").await;
            page.stop_server();
            page.click("label[for=kind-venue]").await;
            page.until_cards(&["marrakech", "glasgow", "ifrane", "rabat"]).await;
            // Only a reload by the reader brings the new version.
            page.click("label[for=kind-all]").await;
            page.until("location.hash === ''").await;
            page.reload().await;
            expect_all_of_the_second(page).await;
        })
        .await;
}

#[tokio::test]
async fn an_unfinished_install_changes_nothing() {
    for fault in
        [Fault::Missing("engine*.wasm"), Fault::CutShort("engine*.js"), Fault::Refused("assets/fact-cards*.css")]
    {
        Visit::to("seeds")
            .where_something_fails()
            .and(async |page| {
                visit_once(page).await;
                page.publish(SECOND);
                page.break_with(fault);
                look_for_a_new_version(page).await;
                page.until("window.states.includes('redundant')").await;
                assert_eq!(page.value::<usize>("window.kept").await, 1);
                assert_eq!(page.value::<usize>("window.takeovers").await, 0);
                page.stop_server();
                page.reload().await;
                expect_all_of_the_first(page).await;
            })
            .await;
    }
}

#[tokio::test]
async fn a_page_whose_version_differs_from_its_files_is_not_cached() {
    // While a new version is being copied to a host, pages may still be those of the previous version.
    fn older(page: Vec<u8>) -> Vec<u8> {
        let page = String::from_utf8(page).unwrap();
        let (before, after) = page.split_once("fact-cards.js?").expect("a page names its version");
        let (_, after) = after.split_once('"').unwrap();
        format!("{before}fact-cards.js?older\"{after}").into_bytes()
    }
    Visit::to("seeds")
        .with_fault(Fault::Changed("/", older))
        .and(async |page| {
            works_and_is_not_kept(page).await;
        })
        .await;
}

#[tokio::test]
async fn when_the_network_hangs_the_cached_page_is_shown() {
    Visit::to("seeds")
        .where_something_fails()
        .and(async |page| {
            visit_once(page).await;
            page.break_with(Fault::Held(""));
            page.reload().await;
            expect_all_of_the_first(page).await;
            page.mend();
        })
        .await;
}

#[tokio::test]
async fn where_storage_is_refused_the_page_works() {
    let frame =
        "<iframe sandbox=\"allow-scripts\" src=\"{site}/\" title=\"Facts\" width=\"800\" height=\"600\"></iframe>";
    Visit::embedding("seeds", &article("", frame))
        .not_in(Browser::WebKit, "to WebKit 'self' in a policy is nobody in a sandbox, so the page has no script there")
        .and(async |page| {
            page.go("").await;
            page.enter_frame("iframe").await;
            let refused = "(() => { try { return !localStorage; } catch { return true; } })()";
            assert!(page.value::<bool>(refused).await, "a sandbox refuses storage");
            page.until("customElements.get('fact-cards')").await;
            page.click("label[for=kind-venue]").await;
            page.until_card_count(4).await;
        })
        .await;
}

#[tokio::test]
async fn only_the_page_itself_is_stored_and_an_article_stores_nothing() {
    let stored = "Promise.all([caches.keys(), indexedDB.databases?.() ?? []]).then(([kept, databases]) =>
        [kept.length, databases.length, localStorage.length, sessionStorage.length, document.cookie.length])";
    Visit::to("seeds")
        .and(async |page| {
            visit_once(page).await;
            assert_eq!(page.value::<[usize; 5]>(stored).await, [1, 0, 0, 0, 0]);
        })
        .await;
    with_line()
        .and(async |page| {
            crate::articles::arrive(page).await;
            crate::articles::activate(page).await;
            assert!(!page.requests().iter().any(|path| path.contains("sw.js")), "{:?}", page.requests());
            assert_eq!(page.value::<[usize; 5]>(stored).await, [0; 5]);
        })
        .await;
}
