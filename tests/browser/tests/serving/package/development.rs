//! The servers that developers work with: each serves an app that it has not built.

use fact_cards_browser_tests::{DevelopmentServer, Hosted, Visit, free_port};

use super::{
    ROOT, SEARCH,
    project::{Packages, Project},
    use_the_app,
};

/// Visits an app that a script of a package serves on the port that follows the arguments.
async fn visit_served(name: &str, packages: Packages, script: &str, arguments: &[&str]) {
    let site = Hosted::built("stories").await;
    let app = Project::app(name, packages, Some(&site.url()));
    let port = free_port();
    let command = app.node(script, &[arguments, &[&port.to_string()]].concat());
    let server = DevelopmentServer::start(&command, port, app.into_folder()).await;
    Visit::to_address(server.url())
        .and(async |page| {
            page.go("").await;
            page.until(&format!("{ROOT}?.querySelector('[data-card]')")).await;
            page.type_into(SEARCH, "keeper").await;
            page.until(&format!("{ROOT}.querySelector('mark')")).await;
            use_the_app(page).await;
        })
        .await;
}

const VITE: &str = "vite/bin/vite.js";
const NEXT: &str = "next/dist/bin/next";
const HERE: &str = "127.0.0.1";

#[tokio::test]
async fn vite_serves_react() {
    visit_served("react", Packages::Few, VITE, &["--host", HERE, "--strictPort", "--port"]).await;
}

#[tokio::test]
async fn vite_serves_vue() {
    visit_served("vue", Packages::Frameworks, VITE, &["--host", HERE, "--strictPort", "--port"]).await;
}

#[tokio::test]
async fn vite_serves_svelte() {
    visit_served("svelte", Packages::Frameworks, VITE, &["--host", HERE, "--strictPort", "--port"]).await;
}

#[tokio::test]
async fn vite_serves_solid() {
    visit_served("solid", Packages::Frameworks, VITE, &["--host", HERE, "--strictPort", "--port"]).await;
}

#[tokio::test]
async fn next_serves_with_turbopack() {
    visit_served("next", Packages::Frameworks, NEXT, &["dev", "--hostname", HERE, "--port"]).await;
}

#[tokio::test]
async fn next_serves_with_webpack() {
    visit_served("next", Packages::Frameworks, NEXT, &["dev", "--webpack", "--hostname", HERE, "--port"]).await;
}

#[tokio::test]
async fn astro_serves() {
    visit_served("astro", Packages::Frameworks, "astro/astro.js", &["dev", "--host", HERE, "--port"]).await;
}
