//! Runs every reader on its folder of the corpus, which includes every input that once broke it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test stops at the first thing that is not as it should be"
)]

use std::{
    collections::BTreeSet,
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};

use fact_cards_reader_tests::{MAKERS, Maker, READERS, data_of};
use fact_cards_story::section;

/// A file or folder of this package. Cargo says at run time where that is, since the checkout may have been moved after
/// the build.
fn here(path: &str) -> PathBuf {
    Path::new(&env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests")).join(path)
}

/// The contents of a folder, sorted by name.
fn entries(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(here(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Their names without extensions.
fn stems(folder: &str) -> BTreeSet<String> {
    entries(folder).iter().map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
}

/// Runs a reader on every input in its folder.
fn try_corpus(reader: &str) {
    let (_, try_out) = READERS.into_iter().find(|(name, _)| *name == reader).unwrap();
    let inputs = entries(&format!("corpus/{reader}"));
    assert!(inputs.len() >= 10, "there are only {} inputs in corpus/{reader}", inputs.len());
    for input in inputs {
        let bytes = fs::read(&input).unwrap();
        let outcome = catch_unwind(AssertUnwindSafe(|| try_out(&bytes)));
        assert!(outcome.is_ok(), "the reader does not keep its word with {}", input.display());
    }
}

#[test]
fn any_address_leads_to_a_state_that_can_be_shown_and_written_again() {
    try_corpus("address");
}

#[test]
fn any_table_is_a_complete_story_or_mistakes_with_their_places() {
    try_corpus("csv");
}

#[test]
fn any_story_data_can_be_shown_and_written_again_or_are_refused_with_a_reason() {
    try_corpus("story_bin");
}

#[test]
fn any_files_are_a_story_that_survives_encoding_or_mistakes_with_their_places() {
    try_corpus("toml");
}

#[test]
fn any_bytes_are_a_picture_that_is_shown_or_a_mistake_with_its_remedy() {
    try_corpus("picture");
}

#[test]
fn every_reader_has_a_corpus_folder_and_a_fuzz_target() {
    let readers: BTreeSet<String> = READERS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(stems("corpus"), readers);
    assert_eq!(stems("../../fuzz/fuzz_targets"), readers);
}

/// The prefixes of inputs that are made from tables or files, followed by the name of the original; and whether they
/// have an index.
const MADE: [(&str, bool); 2] = [("made-of-", false), ("made-with-index-of-", true)];

#[test]
fn corpus_inputs_made_from_stories_can_still_be_decoded() {
    let mut made = 0;
    for path in entries("corpus/story_bin") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let made_of = |(prefix, with_index)| Some((name.strip_prefix(prefix)?, with_index));
        let Some((origin, with_index)) = MADE.into_iter().find_map(made_of) else { continue };
        if env::var_os("FACT_CARDS_UPDATE_CORPUS").is_some() {
            fs::write(&path, data(origin, with_index)).unwrap();
        }
        let decoded = section::decode(&section::sealed(&fs::read(&path).unwrap()), "en");
        let remedy =
            "after a change of the format run FACT_CARDS_UPDATE_CORPUS=1 cargo test -p fact-cards-reader-tests";
        assert!(decoded.is_ok(), "{name}: {}\n{remedy}", decoded.unwrap_err());
        made += 1;
    }
    assert!(made >= 10, "there are only {made}");
}

/// The story data for an input of that name.
fn data(name: &str, with_index: bool) -> Vec<u8> {
    let of_reader = |(reader, story): (&str, Maker)| {
        let input = fs::read(here(&format!("corpus/{reader}/{name}"))).ok()?;
        data_of(&story(&input)?, with_index)
    };
    MAKERS.into_iter().find_map(of_reader).unwrap_or_else(|| panic!("{name} is no story"))
}
