//! Frameworks: a small app each, rendered in Node, built by its own bundler, and visited. They take minutes, so a plain run leaves
//! them out.

use super::{
    project::{Packages, Project},
    visit_app,
};

/// An app, built by a script of its own or of a package.
fn built(name: &str, script: &str, arguments: &[&str]) -> Project {
    let app = Project::app(name, Packages::Frameworks, None);
    app.run(&mut app.node(script, arguments));
    app
}

const NEXT: &str = "next/dist/bin/next";

#[tokio::test]
async fn next_builds_with_turbopack() {
    visit_app(&built("next", NEXT, &["build"]), "out").await;
}

#[tokio::test]
async fn next_builds_with_webpack() {
    visit_app(&built("next", NEXT, &["build", "--webpack"]), "out").await;
}

#[tokio::test]
async fn astro_builds() {
    visit_app(&built("astro", "astro/astro.js", &["build"]), "dist").await;
}

#[tokio::test]
async fn webpack_builds() {
    visit_app(&built("webpack", "build.mjs", &[]), "dist").await;
}

#[tokio::test]
async fn preact_hydrates_what_it_renders() {
    visit_app(&built("preact", "vite.mjs", &[]), "dist").await;
}

#[tokio::test]
async fn vue_hydrates_what_it_renders() {
    visit_app(&built("vue", "vite.mjs", &[]), "dist").await;
}

#[tokio::test]
async fn svelte_hydrates_what_it_renders() {
    visit_app(&built("svelte", "vite.mjs", &[]), "dist").await;
}

#[tokio::test]
async fn solid_hydrates_what_it_renders() {
    visit_app(&built("solid", "vite.mjs", &[]), "dist").await;
}
