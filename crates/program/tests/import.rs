//! A story from a spreadsheet, as somebody calls it who has no project around it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test ends where something is not as it should be"
)]

use std::{fs, path::Path, process::Command};

use tempfile::TempDir;

/// Calls the command in a folder: what it says, what it says of errors, and its exit status.
fn call(folder: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fact-cards-program"));
    let output = command.args(arguments).current_dir(folder).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap(), output.status.code())
}

/// A folder with a table in it.
fn with_table(table: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("bridge.csv"), table).unwrap();
    folder
}

#[test]
fn the_example_is_imported_checked_and_said_to_be_there() {
    let folder = TempDir::new().unwrap();
    let (example, ..) = call(folder.path(), &["import", "--example"]);
    let folder = with_table(&example);
    let (said, error, status) = call(folder.path(), &["import", "bridge.csv", "--out", "my-story"]);
    insta::assert_snapshot!(said, @"");
    assert_eq!((error.as_str(), status), ("", Some(0)));
    let (said, ..) = call(folder.path(), &["check", "my-story"]);
    assert_eq!(said, "my-story: 4 cards, 3 facts from 2 articles, no mistake\n");
}

#[test]
fn what_is_left_to_write_is_said() {
    let folder = with_table("card,statement,article,paragraph,place\nBridge,It opened.,Report,1,Thornmouth\n");
    let (said, ..) = call(folder.path(), &["import", "bridge.csv"]);
    insta::assert_snapshot!(said, @"");
    let folder = with_table("card,statement,article,paragraph,place\nBridge,It opened.,Report,1,Thornmouth\n");
    let (said, ..) = call(folder.path(), &["import", "bridge.csv", "--json"]);
    insta::assert_snapshot!(said, @"");
}

#[test]
fn the_files_are_as_an_editor_would_write_them() {
    let folder = with_table(
        "card,kind,statement,statement.fr,article,paragraph,speaker,figure,unit,unit.fr\n\
         The bridge,operation,\"It cost \"\"more\"\" than planned.\",Il a coûté plus.,Report; Budget,5; 2,Ada Quill,2+,million,million\n",
    );
    let options = ["--title", "A \"bridge\"", "--lead", "Two reports.", "--locale", "en-US", "--out", "s"];
    let (_, error, _) = call(folder.path(), &[["import", "bridge.csv"].as_slice(), &options].concat());
    assert_eq!(error, "");
    let read = |name: &str| fs::read_to_string(folder.path().join("s").join(name)).unwrap();
    insta::assert_snapshot!(read("story.toml"), @"");
    insta::assert_snapshot!(read("facts.toml"), @"");
    insta::assert_snapshot!(read("members.toml"), @"");
    insta::assert_snapshot!(read("articles.toml"), @"");
}

#[test]
fn every_mistake_is_told_with_its_cell() {
    let folder = with_table(
        "card;kind;statement;article;paragraph;date;speaker\r\n\
         Bridge;opration;It opened.;Report;1;12/3/25;\r\n\
         Bridge;;\"It \u{202e}cost much.\";Report;two;2025-02-30;Brigde\r\n",
    );
    let (said, error, status) = call(folder.path(), &["import", "bridge.csv"]);
    insta::assert_snapshot!(error, @"");
    assert_eq!((said.as_str(), status), ("", Some(1)));
    assert!(!folder.path().join("bridge").exists());
}

#[test]
fn what_the_check_finds_is_told_in_the_table_too() {
    let folder = with_table(
        "card,statement,article,paragraph,said,url\n\
         Bridge,It opened.,Report,1,2025,example.com\n\
         Harbour,,,,,\n",
    );
    let (_, error, status) = call(folder.path(), &["import", "bridge.csv", "--locale", "nowhere land"]);
    insta::assert_snapshot!(error, @"");
    assert_eq!(status, Some(1));
}

#[test]
fn a_story_that_is_there_stays_as_it_is() {
    let folder = with_table("card,statement,article,paragraph\nBridge,It opened.,Report,1\n");
    assert_eq!(call(folder.path(), &["new", "my-story"]).2, Some(0));
    let (_, error, status) = call(folder.path(), &["import", "bridge.csv", "--out", "my-story"]);
    assert_eq!(error, "error: my-story is not empty. Name a folder that is not there yet.\n");
    assert_eq!(status, Some(3));
    let facts = fs::read_to_string(folder.path().join("my-story/facts.toml")).unwrap();
    assert!(facts.contains("bridge-opened"), "{facts}");
}

#[test]
fn the_command_is_told_apart_from_the_table() {
    let folder = TempDir::new().unwrap();
    assert_eq!(call(folder.path(), &["import"]).2, Some(2));
    assert_eq!(call(folder.path(), &["import", "a.csv", "--language", "xx"]).2, Some(2));
    let (_, error, status) = call(folder.path(), &["import", "nowhere.csv"]);
    assert!(error.starts_with("error: nowhere.csv: "), "{error}");
    assert_eq!(status, Some(3));
}
