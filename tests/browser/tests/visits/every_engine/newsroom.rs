//! A newsroom with nothing but the program `fact-cards` makes a site, and a reader visits it.

use std::fs;

use fact_cards_browser_tests::{Folder, Visit};

use crate::{
    kept::visit_once,
    newsroom::{call, succeeds},
};

#[tokio::test]
async fn a_story_begun_corrected_and_built_with_the_program_works_offline() {
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
