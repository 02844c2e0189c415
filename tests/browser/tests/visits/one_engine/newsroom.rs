//! A newsroom with nothing but the program `fact-cards` makes a site, and a reader visits it.

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
            page.until_reloaded_with(".status", "4 cards, 3 facts from 2 articles").await;
            page.type_into("input[type=search]", "bridge").await;
            page.until("document.querySelector('mark')").await;
            page.go("bridge/").await;
            page.until_card_count(3).await;
            page.click("label[for=kind-venue]").await;
            page.until_card_count(1).await;
        })
        .await;
}

#[tokio::test]
async fn the_program_and_its_sites_carry_third_party_notices() {
    let folder = Folder::new("newsroom-licences");
    let at = folder.path();
    let said = call(at, &["licences"]);
    let said = String::from_utf8(said.stdout).expect("it is text");
    // One crate is in the engine, the other in the program.
    for of_the_program in ["yew 0.", "clap_builder "] {
        assert!(said.contains(of_the_program), "{of_the_program}: {said}");
    }
    succeeds(at, &["new", "bridge"]);
    succeeds(at, &["build", "bridge", "--soon"]);
    let site = at.join("site");
    let notices = fs::read_to_string(site.join("licences.txt")).expect("a site has its notices");
    assert!(notices.contains("yew 0.") && !notices.contains("clap_builder "), "{notices}");
    // Nobody loads them without asking.
    Visit::to_folder(site)
        .and(async |page| {
            page.open("").await;
            assert!(page.value::<bool>("navigator.serviceWorker.ready.then(() => true)").await);
            let requests = page.requests();
            assert!(!requests.is_empty() && !requests.iter().any(|path| path.contains("licences")), "{requests:?}");
        })
        .await;
}
