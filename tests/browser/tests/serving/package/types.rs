//! The declarations for the templates of frameworks, checked by the checker of each: what is right passes, what is wrong is told.

use super::project::{Packages, Project};

#[test]
fn vue_and_jsx_of_react_preact_and_solid_know_the_element() {
    let app = Project::app("types", Packages::Frameworks, None);
    // Checks files of TypeScript as well. What must be an error is marked in them.
    assert_eq!(app.run(&mut app.node("vue-tsc/bin/vue-tsc.js", &["--project", "."])), "");
}

#[test]
fn react_18_knows_the_element() {
    let app = Project::app("types", Packages::Frameworks, None);
    assert_eq!(app.run(&mut app.node("typescript/bin/tsc", &["--project", "react-18.json"])), "");
}

#[test]
fn svelte_knows_the_element() {
    let app = Project::app("types", Packages::Frameworks, None);
    let check = ["--tsconfig", "svelte.json", "--output", "machine"];
    // Its markup has no marks for what must be an error.
    let (_, said) = app.told(&mut app.node("svelte-check/bin/svelte-check", &check));
    let errors: Vec<&str> = said.lines().filter(|line| line.contains(" ERROR ")).collect();
    let [error] = errors.as_slice() else { panic!("{said}") };
    assert!(error.contains("Wrong.svelte") && error.contains("\\\"bridge\\\""), "{error}");
}
