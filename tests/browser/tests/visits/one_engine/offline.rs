//! A returning reader who loses the network, and where a browser caches nothing or offers to install the page.

use fact_cards_browser_tests::{Browser, Fault, Visit};
use serde_json::json;

use crate::{
    kept::visit_once,
    offline::{FIRST, expect_all_of_the_first, works_and_is_not_kept},
};

#[tokio::test]
async fn where_storage_is_full_the_page_works_and_nothing_is_cached() {
    Visit::to("seeds")
        .only_in(Browser::Chromium, "only Chromium can be told how much may be stored")
        .and(async |page| {
            let quota = json!({ "origin": page.site(), "quotaSize": 1000 });
            page.devtools("Storage.overrideQuotaForOrigin", quota).await;
            works_and_is_not_kept(page).await;
        })
        .await;
}

#[tokio::test]
async fn with_data_saving_on_nothing_is_fetched_in_advance() {
    Visit::to("seeds")
        .only_in(Browser::Chromium, "only Chromium tells pages of it")
        .and(async |page| {
            page.devtools("Emulation.setDataSaverOverride", json!({ "dataSaverEnabled": true })).await;
            page.go("").await;
            assert!(page.value::<bool>("navigator.connection.saveData").await);
            page.click("label[for=kind-venue]").await;
            page.until_card_count(4).await;
            assert!(!page.requests().iter().any(|path| path.contains("sw.js")), "{:?}", page.requests());
        })
        .await;
}

#[tokio::test]
async fn a_reader_may_install_the_page() {
    Visit::to("seeds")
        .only_in(Browser::Chromium, "only Chromium says what keeps a page from being installed")
        .in_whole_browser()
        .and(async |page| {
            visit_once(page).await;
            let manifest = page.devtools("Page.getAppManifest", json!({})).await;
            assert_eq!(manifest["errors"], json!([]), "{manifest}");
            assert!(manifest["url"].as_str().unwrap().ends_with("/manifest.webmanifest"), "{manifest}");
            assert!(manifest["data"].as_str().unwrap().contains(FIRST), "{manifest}");
            let hindrances = page.devtools("Page.getInstallabilityErrors", json!({})).await;
            assert_eq!(hindrances["installabilityErrors"], json!([]));
        })
        .await;
}

#[tokio::test]
async fn after_one_visit_every_language_works_without_the_server() {
    Visit::to("seeds")
        .where_something_fails()
        .and(async |page| {
            visit_once(page).await;
            page.stop_server();
            page.open("fr/#kind=venue").await;
            page.until_card_count(4).await;
            page.click(".languages [data-language=ar]").await;
            page.until("document.documentElement.dir === 'rtl' && location.pathname === '/ar/'").await;
            page.until_text(".languages [aria-current]", "العربية").await;
            page.reload().await;
            page.until_card_count(4).await;
            page.until("document.documentElement.lang === 'ar-MA'").await;
        })
        .await;
}

#[tokio::test]
async fn a_reader_who_goes_offline_while_reading_can_still_search() {
    Visit::to("seeds")
        .where_something_fails()
        .and(async |page| {
            visit_once(page).await;
            page.stop_server();
            page.click("label[for=kind-venue]").await;
            page.until_card_count(4).await;
        })
        .await;
}

#[tokio::test]
async fn a_page_that_was_removed_is_uncached_and_its_worker_unregistered() {
    Visit::to("seeds")
        .where_something_fails()
        .and(async |page| {
            visit_once(page).await;
            page.break_with(Fault::Missing("/"));
            page.go("").await;
            let left = "(Promise.all([navigator.serviceWorker?.getRegistrations(), caches.keys()])
                .then(all => { window.left = all.flat().length; }), window.left === 0)";
            page.until(left).await;
        })
        .await;
}

#[tokio::test]
async fn when_the_server_fails_the_cached_page_is_shown() {
    Visit::to("seeds")
        .where_something_fails()
        .and(async |page| {
            visit_once(page).await;
            page.break_with(Fault::Ill(""));
            page.reload().await;
            expect_all_of_the_first(page).await;
        })
        .await;
}
