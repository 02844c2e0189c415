//! A site of many stories that share one engine, and articles that name the story they want.

use fact_cards_browser_tests::Visit;
use serde_json::Value;

use crate::{
    articles::{ROOT, activate, arrive},
    many::with_line,
};

#[tokio::test]
async fn hydration_keeps_the_prerendered_nodes_of_one_story_of_many() {
    Visit::to("stories")
        .and(async |page| {
            page.go("seeds/").await;
            let _: Value = page.value("(window.kept = document.querySelector('[data-card=dgsn]'), null)").await;
            page.click("label[for=kind-member]").await;
            page.until("document.querySelector('[data-ready]')").await;
            page.until_card_count(12).await;
            page.until("kept.isConnected").await;
        })
        .await;
    with_line()
        .and(async |page| {
            arrive(page).await;
            let _: Value = page.value(&format!("(window.kept = {ROOT}.querySelector('[data-card=dgsn]'), null)")).await;
            activate(page).await;
            page.until("kept.isConnected").await;
        })
        .await;
}

#[tokio::test]
async fn one_story_of_many_works_offline_after_one_visit() {
    Visit::to("stories")
        .where_something_fails()
        .and(async |page| {
            page.go("lighthouse/").await;
            page.until("navigator.serviceWorker.controller?.state === 'activated'").await;
            page.stop_server();
            page.reload().await;
            page.until_card_count(7).await;
            page.type_into("input[type=search]", "tower").await;
            page.until("document.querySelector('mark')").await;
        })
        .await;
}
