//! Somebody with nothing but the program `fact-cards` makes a site, and a reader visits it.

use std::{
    env, fs,
    path::Path,
    process::{Command, Output},
};

use fact_cards_browser_tests::{Folder, Visit};

use crate::kept::visit_once;

/// Calls the program in a folder, with nothing of this project around it and no other program to be found.
fn call(folder: &Path, arguments: &[&str]) -> Output {
    let program = env::var_os("FACT_CARDS_PROGRAM").expect("`cargo xtask test browser` builds it and says where it is");
    Command::new(program).args(arguments).current_dir(folder).env_clear().output().expect("it can be started")
}

fn succeeds(folder: &Path, arguments: &[&str]) {
    let Output { status, stderr, .. } = call(folder, arguments);
    assert!(status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&stderr));
}

#[tokio::test]
async fn a_story_that_was_begun_mistaken_mended_and_built_works_without_network() {
    let folder = Folder::new("newsroom");
    let at = folder.path();
    succeeds(at, &["new", "my-story"]);

    let facts = at.join("my-story/facts.toml");
    let written = fs::read_to_string(&facts).expect("the story has facts");
    let edited = written.replace("The bridge was opened", "The ferry was replaced");
    fs::write(&facts, edited.replace("place = \"thornmouth\"", "place = \"thornmuth\"")).expect("it can be written");
    let refused = call(at, &["build", "my-story", "--soon"]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains("my-story/facts.toml:11:9") && said.contains("did you mean `thornmouth`?"), "{said}");

    fs::write(&facts, edited).expect("it can be written");
    succeeds(at, &["build", "my-story", "--soon"]);
    Visit::to_folder(at.join("site"))
        .where_something_fails()
        .and(async |page| {
            visit_once(page).await;
            page.stop_server();
            page.reload().await;
            page.until_text("h1", "The bridge at Thornmouth").await;
            page.until_card_count(3).await;
            page.type_into("input[type=search]", "ferry").await;
            page.until("document.querySelector('[data-fact=bridge-opened] mark')?.textContent === 'ferry'").await;
            page.click("label[for=kind-venue]").await;
            page.until_card_count(1).await;
        })
        .await;
}

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
