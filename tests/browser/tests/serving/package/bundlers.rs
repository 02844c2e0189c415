//! Bundlers that move no files, and React in both of its versions: quick to build, so part of every run.

use fact_cards_browser_tests::Visit;

use super::{
    ROOT,
    project::{Packages, Project},
    stories, use_the_app, use_the_cards, visit_app,
};

/// An app, built by a script of its own.
fn built(name: &str, script: &str) -> Project {
    let app = Project::app(name, Packages::Few, None);
    let said = app.run(&mut app.node(script, &[]));
    assert_eq!(said, "", "there is nothing to warn of");
    app
}

#[tokio::test]
async fn a_page_that_react_19_renders_in_node_is_hydrated_by_what_vite_builds() {
    visit_app(&built("react", "vite.mjs"), "dist").await;
}

#[tokio::test]
async fn a_page_that_react_18_renders_in_node_is_hydrated_by_what_esbuild_builds() {
    visit_app(&built("react-18", "build.mjs"), "dist").await;
}

#[tokio::test]
async fn rollup_makes_a_bundle_that_finds_the_engine_beside_it() {
    visit_app(&built("rollup", "build.mjs"), "dist").await;
}

#[tokio::test]
async fn a_script_that_is_no_module_finds_the_engine_where_the_page_says_and_shows_the_cards_without() {
    let app = built("esbuild", "build.mjs");
    Visit::to_folder(stories(app.folder()))
        .embedded_in_folder(&app.at("dist"))
        .where_something_fails()
        .and(async |page| {
            page.go("").await;
            use_the_cards(page).await;
            use_the_app(page).await;
            page.expect_no_errors().await;

            page.go("lost.html").await;
            page.until(&format!("{ROOT}?.querySelector('[data-card]')")).await;
            page.click("fact-cards >>> label[for=kind-member]").await;
            page.until_text("#told", "fact-cards does not know where its engine.js is: setAssets says so").await;
        })
        .await;
}
