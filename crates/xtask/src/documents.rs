//! Tests that paths and links in the documents exist.

use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::project;

/// The folders that paths in documents begin with.
const FOLDERS: [&str; 7] = ["crates/", "docs/", "seeds/", "src/", "styles/", "tests/", "words/"];

/// The documents at the top and below `docs`.
fn documents() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![project::path("docs")];
    let top = ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md"];
    found.extend(top.map(project::path));
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                found.push(path);
            }
        }
    }
    found
}

/// The paths that stand as code in a document. Capitals and stars stand for any name, `nl` for a language of the reader's.
fn paths(text: &str) -> impl Iterator<Item = &str> {
    let code = text.split('`').skip(1).step_by(2);
    let is_path = |code: &&str| FOLDERS.iter().any(|folder| code.starts_with(folder));
    let is_any = |code: &str| code.contains(['*', ' ', '{', '…']) || code.chars().any(char::is_uppercase);
    code.filter(is_path).filter(move |code| !is_any(code) && *code != "words/nl.ftl")
}

/// Where the links of a document lead that stay in the project.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let links = text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0));
    let links = links.filter(|link| !link.contains(':') && !link.starts_with('#'));
    links.map(|link| link.split('#').next().unwrap_or_default())
}

#[test]
fn every_path_and_link_in_the_documents_leads_to_something() {
    let mut missing = Vec::new();
    for document in documents() {
        let text = fs::read_to_string(&document).expect("it can be read");
        let folder = document.parent().unwrap_or(Path::new(""));
        let named = paths(&text).map(project::path).chain(links(&text).map(|link| folder.join(link)));
        missing.extend(
            named.filter(|path| !path.exists()).map(|path| format!("{}: {}", document.display(), path.display())),
        );
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn paths_and_links_are_found() {
    let text = "`src/lib.rs` and `cargo`, [here](docs/data.md#top), [there](https://example.org), `words/LANGUAGE.ftl`";
    assert_eq!(paths(text).collect::<Vec<_>>(), ["src/lib.rs"]);
    assert_eq!(links(text).collect::<Vec<_>>(), ["docs/data.md"]);
}
