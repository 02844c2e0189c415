//! Somebody with nothing but the program `fact-cards` makes a site, and a reader visits it.

use std::fs;

use fact_cards_browser_tests::{Folder, Visit};

use crate::newsroom::{call, succeeds};

#[tokio::test]
async fn a_spreadsheet_and_a_story_become_one_site_with_one_engine() {
    let folder = Folder::new("newsroom-many");
    let at = folder.path();
    succeeds(at, &["new", "bridge"]);
    let example = call(at, &["import", "--example"]);
    fs::write(at.join("table.csv"), example.stdout).expect("it can be written");
    succeeds(at, &["import", "table.csv", "--out", "table"]);
    succeeds(at, &["build", "bridge", "table", "--soon", "--title", "Our stories"]);
    Visit::to_folder(at.join("site"))
        .and(async |page| {
            page.go("").await;
            page.until_text("h1", "Our stories").await;
            page.click("a[href='table/']").await;
            page.until_reloaded_with(".extent", "3 facts from 2 articles").await;
            page.type_into("input[type=search]", "bridge").await;
            page.until("document.querySelector('mark')").await;
            page.go("bridge/").await;
            page.until_card_count(3).await;
            page.click("label[for=kind-venue]").await;
            page.until_card_count(1).await;
        })
        .await;
}
