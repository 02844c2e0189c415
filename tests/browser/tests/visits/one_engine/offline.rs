//! A reader who has been there before and loses the network, and what becomes of it when a new version is published.

use fact_cards_browser_tests::{Browser, Visit};
use serde_json::json;

use crate::kept::{expect_install_to_fail, visit_once};

const FIRST: &str = "Morocco and INTERPOL: who, what and where";

#[tokio::test]
async fn where_storage_is_full_the_page_works_and_nothing_is_kept() {
    Visit::to("seeds")
        .only_in(Browser::Chromium, "only Chromium can be told how much may be stored")
        .and(async |page| {
            let quota = json!({ "origin": page.site(), "quotaSize": 1000 });
            page.devtools("Storage.overrideQuotaForOrigin", quota).await;
            page.go("").await;
            expect_install_to_fail(page).await;
            page.click("label[for=kind-venue]").await;
            page.until_card_count(4).await;
        })
        .await;
}

#[tokio::test]
async fn who_saves_data_gets_nothing_in_advance() {
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
