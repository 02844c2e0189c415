//! Third-party notices: the texts of licences and the names of authors, which must accompany published builds.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    process::Command,
};

use anyhow::{Context, Result};
use fs_err as fs;
use spdx::{Expression, ParseMode};

use super::{
    PROJECT,
    metadata::{Package, metadata},
};
use crate::{
    command::{failed, not_started},
    project,
};

/// A published package of this project, and the system that it is compiled for.
pub struct Given<'g> {
    pub package: &'g str,
    pub target: &'g str,
}

/// How the names of licence files begin, in capitals.
const NAMES: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "COPYRIGHT", "NOTICE"];

/// The licence that is chosen where a crate offers several.
const TAKEN: &str = "MIT";

/// The crate that carries fonts, and their licence.
const DRAWS: &str = "fact-cards-share-picture";
const FONTS: &str = "crates/share-picture/fonts/LICENSE-OFL.txt";

const INTRODUCTION: &str = "\
fact-cards is made with the work of others. Whose that is, and under which licence:

== Rust's standard library ==
Copyright (c) The Rust Project contributors
MIT OR Apache-2.0: https://github.com/rust-lang/rust
";

/// The notices of all crates in published packages.
///
/// # Errors
/// When cargo cannot list the crates, or a text cannot be read.
pub fn notices(given: &[Given]) -> Result<String> {
    let mut crates = BTreeSet::new();
    for Given { package, target } in given {
        crates.extend(linked(package, target)?);
    }
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in metadata(PROJECT)?.packages {
        let key = (package.name.clone(), package.version.clone());
        if package.source.is_some() && crates.contains(&key) {
            groups.entry(notice(&package)?).or_default().push(format!("{} {}", key.0, key.1));
        }
    }
    let mut groups: Vec<(String, String)> =
        groups.into_iter().map(|(text, crates)| (crates.join(", "), text)).collect();
    groups.sort();
    let groups = groups.iter().map(|(crates, text)| format!("\n== {crates} ==\n{text}"));
    let mut said = INTRODUCTION.to_owned() + &groups.collect::<String>();
    if crates.iter().any(|(name, _)| name == DRAWS) {
        let text = fs::read_to_string(project::path(FONTS))?;
        said = [&said, "\n== Noto fonts ==\nOFL-1.1\n\n", text.trim(), "\n"].concat();
    }
    Ok(said)
}

/// A crate that is linked into a published package.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Component {
    pub name: String,
    pub version: String,
    /// Its licence, as it says so.
    pub licence: String,
}

/// The crates of others in published packages, by name.
///
/// # Errors
/// When cargo cannot list them.
pub fn components(given: &[Given]) -> Result<Vec<Component>> {
    let mut crates = BTreeSet::new();
    for Given { package, target } in given {
        crates.extend(linked(package, target)?);
    }
    let packages = metadata(PROJECT)?.packages.into_iter().filter(|package| package.source.is_some());
    let of_others = packages.filter(|package| crates.contains(&(package.name.clone(), package.version.clone())));
    let mut components: Vec<Component> = of_others
        .map(|Package { name, version, license, .. }| Component { name, version, licence: license.unwrap_or_default() })
        .collect();
    components.sort();
    Ok(components)
}

/// The names and versions of the crates that are linked into a package. Procedural macros are not.
fn linked(package: &str, target: &str) -> Result<BTreeSet<(String, String)>> {
    let mut cargo = Command::new("cargo");
    cargo.args(["tree", "--locked", "--package", package, "--target", target, "--edges", "normal,no-proc-macro"]);
    let output = cargo.args(["--prefix", "none", "--format", "{p}"]).current_dir(project::root()).output();
    let output = output.with_context(|| not_started(&cargo))?;
    if !output.status.success() {
        return Err(failed(&cargo, &String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().filter_map(named).collect())
}

/// Parses a line of `cargo tree` such as `yew v0.23.0 (*)`.
fn named(line: &str) -> Option<(String, String)> {
    let mut words = line.split_whitespace();
    Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
}

/// The licence of a crate and its texts; if it contains none, the standard texts, and its authors.
fn notice(package: &Package) -> Result<String> {
    let said = package.license.as_deref().unwrap_or_default();
    let folder = package.manifest_path.parent().unwrap_or(Path::new(""));
    let mut files = licence_files(folder)?;
    let is_choice = Expression::parse_mode(said, ParseMode::LAX)
        .is_ok_and(|said| said.evaluate(|req| req.license.id().is_some_and(|id| id.name == TAKEN)));
    let is_taken = |file: &String| file.to_uppercase().contains(TAKEN);
    if is_choice && files.iter().any(is_taken) {
        files.retain(is_taken);
    }
    let mut texts = String::new();
    for file in files {
        let path = folder.join(file);
        let text = fs::read(&path)?;
        texts += "\n";
        texts += String::from_utf8_lossy(&text).replace('\r', "").trim();
        texts += "\n";
    }
    if texts.is_empty() {
        let authors = package.authors.join(", ");
        let who = if authors.is_empty() { package.repository.as_deref().unwrap_or(&package.name) } else { &authors };
        texts = format!("Copyright (c) {who}\n\n{}\n", known(said, is_choice));
    }
    Ok(format!("{said}\n{texts}"))
}

/// The licence files in a crate's folder, in order.
fn licence_files(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_licence = NAMES.iter().any(|start| name.to_uppercase().starts_with(start));
        if is_licence && entry.path().is_file() {
            files.push(name);
        }
    }
    files.sort();
    Ok(files)
}

/// The texts of the licences in an expression.
fn known(expression: &str, is_choice: bool) -> String {
    let Ok(parsed) = Expression::parse_mode(expression, ParseMode::LAX) else { return String::new() };
    let ids = parsed.requirements().filter_map(|part| part.req.license.id());
    let ids = ids.filter(|id| !is_choice || id.name == TAKEN);
    ids.map(|id| id.text().trim()).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
mod tests {
    use super::*;
    use crate::setup::WASM_TARGET;

    #[test]
    fn the_engines_notices_name_every_crate_in_it_with_a_text() {
        let said = notices(&[Given { package: "fact-cards", target: WASM_TARGET }]).unwrap();
        let crates = linked("fact-cards", WASM_TARGET).unwrap();
        assert!(crates.iter().any(|(name, _)| name == "yew"), "{crates:?}");
        for (name, version) in crates.iter().filter(|(name, _)| !name.starts_with("fact-cards")) {
            let found = said.split("\n== ").find(|part| {
                let heading = part.split_once(" ==\n").map_or("", |(heading, _)| heading);
                heading.split(", ").any(|one| one == format!("{name} {version}"))
            });
            let part = found.unwrap_or_default();
            assert!(part.len() > 500, "{name} {version} has no text: {part}");
        }
        // Local paths must not be published.
        let home = std::env::home_dir().unwrap();
        assert!(!said.contains(&*home.to_string_lossy()));
    }

    #[test]
    fn the_programs_notices_have_the_licence_of_the_fonts_that_it_carries_and_the_engines_do_not() {
        let of = |package, target| notices(&[Given { package, target }]).unwrap();
        let program = of("fact-cards-program", "x86_64-unknown-linux-gnu");
        assert!(program.contains("== Noto fonts ==\nOFL-1.1\n") && program.contains("SIL OPEN FONT LICENSE"));
        assert!(!of("fact-cards", WASM_TARGET).contains("Noto"));
    }

    #[test]
    fn where_a_crate_offers_a_choice_the_mit_licence_is_used_and_otherwise_all_of_its_licences() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE", "README.md"] {
            fs::write(folder.path().join(file), format!("The text of {file}")).unwrap();
        }
        let package = |license: &str| Package {
            license: Some(license.to_owned()),
            manifest_path: folder.path().join("Cargo.toml"),
            ..Package::default()
        };
        let said = notice(&package("MIT OR Apache-2.0")).unwrap();
        assert_eq!(said, "MIT OR Apache-2.0\n\nThe text of LICENSE-MIT\n");
        let said = notice(&package("MIT AND Apache-2.0")).unwrap();
        assert!(
            ["APACHE", "MIT", "NOTICE"].iter().all(|word| said.contains(word)) && !said.contains("README"),
            "{said}"
        );
    }

    #[test]
    fn a_crate_without_a_licence_text_gets_the_standard_one_with_its_authors() {
        let folder = tempfile::tempdir().unwrap();
        let package = Package {
            license: Some("Zlib".to_owned()),
            authors: vec!["Ada <ada@example.org>".to_owned()],
            manifest_path: folder.path().join("Cargo.toml"),
            ..Package::default()
        };
        let said = notice(&package).unwrap();
        assert!(said.starts_with("Zlib\nCopyright (c) Ada <ada@example.org>\n\n"), "{said}");
        assert!(said.contains("provided 'as-is', without any express or implied warranty"), "{said}");
    }
}
