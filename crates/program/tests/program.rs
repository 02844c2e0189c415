//! The program as called by somebody without any project around it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test ends where something is not as it should be"
)]

#[path = "support/program.rs"]
mod program;

use std::{
    fs,
    path::Path,
    process::{Output, Stdio},
};

use tempfile::TempDir;

use self::program::program;

/// The output and the exit status of a call.
struct Said {
    out: String,
    error: String,
    status: Option<i32>,
}

/// Runs the command in a folder.
fn call(folder: &Path, arguments: &[&str]) -> Said {
    let Output { status, stdout, stderr } = program(folder).args(arguments).output().unwrap();
    Said { out: String::from_utf8(stdout).unwrap(), error: String::from_utf8(stderr).unwrap(), status: status.code() }
}

/// A folder with a new story in it.
fn with_story() -> TempDir {
    let folder = TempDir::new().unwrap();
    assert_eq!(call(folder.path(), &["new", "my-story"]).status, Some(0));
    folder
}

/// Replaces a text in a file of the new story.
fn edit(folder: &TempDir, file: &str, what: &str, by: &str) {
    let path = folder.path().join("my-story").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(what), "{file} has no {what}");
    fs::write(path, text.replace(what, by)).unwrap();
}

#[test]
fn a_new_story_has_no_mistake() {
    let folder = with_story();
    let said = call(folder.path(), &["check", "my-story"]);
    assert_eq!(said.out, "my-story: 3 cards, 2 facts from 1 article, no mistake\n");
    assert_eq!((said.error.as_str(), said.status), ("", Some(0)));
}

#[test]
fn the_next_steps_are_printed_with_the_name_of_the_folder() {
    let folder = TempDir::new().unwrap();
    let said = call(folder.path(), &["new", "my-story"]);
    assert_eq!(
        said.out,
        "my-story holds a small story. See what you change in its files, then make its site:\n  fact-cards serve my-story\n  fact-cards build my-story\n"
    );
}

#[test]
fn a_new_story_is_not_mixed_with_what_is_there() {
    let folder = with_story();
    edit(&folder, "facts.toml", "bridge-opened", "bridge-closed");
    let said = call(folder.path(), &["new", "my-story"]);
    assert_eq!(said.error, "error: my-story is not empty. Name a folder that is not there yet.\n");
    assert_eq!(said.status, Some(3));
    let facts = fs::read_to_string(folder.path().join("my-story/facts.toml")).unwrap();
    assert!(facts.contains("bridge-closed"), "the story is as it was");
}

#[test]
fn a_mistake_is_reported_with_its_line_a_caret_and_what_was_meant() {
    let folder = with_story();
    edit(&folder, "facts.toml", r#"speaker = "harbour-office""#, r#"speaker = "harbor-office""#);
    for command in ["check", "build"] {
        let said = call(folder.path(), &[command, "my-story"]);
        assert_eq!(
            said.error,
            r#"error: there is no member `harbor-office`
  --> my-story/facts.toml:20:11
   |
20 | speaker = "harbor-office"
   |           ^^^^^^^^^^^^^^^
   |
   = help: did you mean `harbour-office`?

1 mistake in the story
"#
        );
        assert_eq!((said.out.as_str(), said.status), ("", Some(1)));
        assert!(!folder.path().join("site").exists());
    }
    edit(&folder, "facts.toml", "harbor-office", "harbour-office");
    assert_eq!(call(folder.path(), &["check", "my-story"]).status, Some(0));
}

#[test]
fn mistakes_can_be_had_as_json() {
    let folder = with_story();
    edit(&folder, "facts.toml", r#"place = "thornmouth""#, r#"place = "thornmuth""#);
    let said = call(folder.path(), &["check", "my-story", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        told,
        serde_json::json!({ "mistakes": [{
            "file": "my-story/facts.toml", "line": 11, "column": 9,
            "message": "there is no venue `thornmuth`", "help": "did you mean `thornmouth`?"
        }] })
    );
    assert_eq!((said.error.as_str(), said.status), ("", Some(1)));
    edit(&folder, "facts.toml", "thornmuth", "thornmouth");
    let said = call(folder.path(), &["check", "my-story", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(told, serde_json::json!({ "mistakes": [], "cards": 3, "facts": 2, "articles": 1, "held_back": [] }));
}

#[test]
fn what_is_held_back_is_reported_as_text_and_as_json() {
    let folder = with_story();
    let fact = r#"id = "bridge-opened""#;
    edit(&folder, "facts.toml", fact, &format!("{fact}\nembargo = 2999-11-27T06:00:00+01:00"));
    let said = call(folder.path(), &["check", "my-story"]);
    assert_eq!(
        said.out,
        "my-story: 2 cards, 1 fact from 1 article, no mistake\n\
         Held back, since none of its facts is left: the card `thornmouth`.\n\
         Held back until 2999-11-27 06:00 +01:00: the fact `bridge-opened`.\n"
    );
    assert_eq!((said.error.as_str(), said.status), ("", Some(0)));
    let said = call(folder.path(), &["check", "my-story", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        told.get("held_back").unwrap(),
        &serde_json::json!([
            { "what": "card", "id": "thornmouth", "because": "no-fact" },
            { "what": "fact", "id": "bridge-opened", "because": "embargo", "until": "2999-11-27T06:00:00+01:00" },
        ])
    );
}

#[test]
fn a_new_story_includes_the_schema_that_its_files_name_in_their_first_line() {
    let folder = with_story();
    let story = folder.path().join("my-story");
    let of_all = call(folder.path(), &["schema"]).out;
    assert_eq!(fs::read_to_string(story.join("story.schema.json")).unwrap(), of_all);
    let files = fs::read_dir(story).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect();
    assert_eq!(files.len(), 7);
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().next(), Some("#:schema ./story.schema.json"), "{}", path.display());
    }
}

#[test]
fn the_schema_of_one_file_knows_its_required_fields() {
    let folder = TempDir::new().unwrap();
    let schema = |arguments: &[&str]| -> serde_json::Value {
        let said = call(folder.path(), arguments);
        assert_eq!((said.error.as_str(), said.status), ("", Some(0)));
        serde_json::from_str(&said.out).unwrap()
    };
    let of_story = schema(&["schema", "story.toml"]);
    assert_eq!(of_story.pointer("/required"), Some(&serde_json::json!(["language", "title", "lead"])));
    let of_all = schema(&["schema"]);
    assert_eq!(of_all.pointer("/required"), None);
    assert_eq!(of_all.pointer("/properties/title"), of_story.pointer("/properties/title"));
    assert_eq!(schema(&["schema", "--json"]), of_all);
    assert_eq!(call(folder.path(), &["schema", "--json"]).out.lines().count(), 1);
}

#[test]
fn a_closed_output_pipe_is_not_an_error() {
    let folder = TempDir::new().unwrap();
    let mut child = program(folder.path()).arg("schema").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let Output { status, stderr, .. } = child.wait_with_output().unwrap();
    assert_eq!((String::from_utf8(stderr).unwrap().as_str(), status.code()), ("", Some(0)));
}

#[test]
fn an_unknown_file_has_no_schema() {
    let folder = TempDir::new().unwrap();
    let said = call(folder.path(), &["schema", "fact.toml"]);
    assert_eq!(said.error, "error: no story has a file `fact.toml`: did you mean `facts.toml`?\n");
    assert_eq!((said.out.as_str(), said.status), ("", Some(2)));
    let said = call(folder.path(), &["schema", "pictures.toml"]);
    assert_eq!(
        said.error,
        "error: no story has a file `pictures.toml`: there are story.toml, articles.toml, types.toml, topics.toml, \
         relations.toml, members.toml, operations.toml, venues.toml, facts.toml\n"
    );
    let said = call(folder.path(), &["schema", "fact.toml", "--json"]);
    assert_eq!(said.out, "{\"error\":\"no story has a file `fact.toml`: did you mean `facts.toml`?\"}\n");
    assert_eq!(said.status, Some(2));
}

#[test]
fn a_folder_without_a_story_is_named() {
    let folder = TempDir::new().unwrap();
    let said = call(folder.path(), &["check", "nowhere"]);
    assert!(said.error.starts_with("error: there is no story in nowhere: "), "{}", said.error);
    assert_eq!(said.status, Some(3));
}

#[test]
fn the_help_has_examples_and_the_exit_statuses() {
    let folder = TempDir::new().unwrap();
    let said = call(folder.path(), &["--help"]);
    for part in [
        "fact-cards new my-story",
        "fact-cards serve my-story",
        "--base-url https://cards.example/",
        "1 the story has mistakes",
    ] {
        assert!(said.out.contains(part), "{part} in {}", said.out);
    }
    assert_eq!(call(folder.path(), &["biuld"]).status, Some(2));
}

#[test]
fn a_program_without_an_engine_says_how_to_get_one_with_it() {
    let folder = with_story();
    for command in ["build", "serve"] {
        let said = call(folder.path(), &[command, "my-story"]);
        assert_eq!(
            said.error,
            "error: this fact-cards was compiled without an engine; `cargo xtask program` makes one that has it\n"
        );
        assert_eq!(said.status, Some(3));
    }
}

#[test]
fn piped_output_has_no_colours() {
    let folder = with_story();
    edit(&folder, "facts.toml", r#"place = "thornmouth""#, r#"place = "thornmuth""#);
    let said = call(folder.path(), &["check", "my-story"]);
    assert!(said.error.contains("thornmuth") && !said.error.contains('\u{1b}'), "{}", said.error);
}
