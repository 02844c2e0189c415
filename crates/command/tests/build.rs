//! Where a site is written. The engine is a dummy.
#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it should be")]

use std::{env, fs, path::Path, process::Command, time::SystemTime};

use fact_cards_command::{Error, build, new, read};
use fact_cards_site::{Engine, SharePictures, Target};
use tempfile::TempDir;

/// Builds the site of a new story into a folder.
fn build_into(folder: &Path) -> Result<(), Error> {
    let stories = TempDir::new().unwrap();
    let story = stories.path().join("story");
    new(&story).unwrap();
    build_of(&story, folder)
}

/// Builds the site of a story into a folder.
fn build_of(story: &Path, folder: &Path) -> Result<(), Error> {
    let name = |name| (name, b"BUILD".as_slice());
    let texts = Engine::texts().map(name);
    let files: Vec<(&str, &[u8])> =
        std::iter::once(("engine.wasm", b"\0asm\x01\0\0\0".as_slice())).chain(texts).collect();
    let engine = Engine::of_files(&files).unwrap();
    let target = Target { folder, base_url: None, compressed: false, share_pictures: SharePictures::No };
    build(&read(story, SystemTime::now())?, &engine, target).map(drop)
}

#[test]
fn a_site_replaces_the_previous_one_and_nothing_else() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    build_into(&out).unwrap();
    fs::write(out.join("index.html"), "damaged").unwrap();
    fs::write(out.join("CNAME"), "cards.example").unwrap();
    build_into(&out).unwrap();
    assert_ne!(fs::read(out.join("index.html")).unwrap(), b"damaged");
    assert_eq!(fs::read(out.join("CNAME")).unwrap(), b"cards.example");
}

#[test]
fn whoever_builds_a_story_with_pictures_is_told_how_many_are_made() {
    const NAME: &str = "whoever_builds_a_story_with_pictures_is_told_how_many_are_made";
    const INTO: &str = "FACT_CARDS_BUILD_INTO";
    if let Some(out) = env::var_os(INTO) {
        build_of(Path::new("../../tests/stories/harbour"), Path::new(&out)).unwrap();
        return;
    }
    let folder = TempDir::new().unwrap();
    let said = || {
        // What is printed belongs to a process, so this test calls itself.
        let mut build = Command::new(env::current_exe().unwrap());
        build.args([NAME, "--exact", "--nocapture"]).env(INTO, folder.path().join("site"));
        let done = build.output().unwrap();
        assert!(done.status.success());
        String::from_utf8(done.stderr).unwrap()
    };
    let [first, second] = [said(), said()];
    assert!(first.contains("pictures: 7 of 7\n"), "{first}");
    assert!(!second.contains("pictures: "), "those are there already: {second}");
}

#[test]
fn a_new_story_is_written_completely_or_not_at_all() {
    let folder = TempDir::new().unwrap();
    let held = folder.path().join("held");
    fs::create_dir(&held).unwrap();
    fs::write(held.join("notes.txt"), "mine").unwrap();
    let error = new(&held).unwrap_err().to_string();
    assert!(error.ends_with("held is not empty. Name a folder that is not there yet."), "{error}");
    assert_eq!(fs::read_dir(&held).unwrap().count(), 1);

    let story = folder.path().join("story");
    new(&story).unwrap();
    assert_eq!(fs::read_dir(&story).unwrap().count(), 8);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside it");
}

#[test]
fn an_empty_folder_may_be_built_into() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    fs::create_dir(&out).unwrap();
    assert!(build_into(&out).is_ok());
}

#[test]
fn a_folder_that_is_not_a_site_is_never_replaced() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("photos");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("one.jpg"), "a picture").unwrap();
    let error = build_into(&out).err().map(|error| error.to_string()).unwrap_or_default();
    assert!(error.contains("holds something else than a site of fact-cards"), "{error}");
    assert_eq!(fs::read(out.join("one.jpg")).unwrap(), b"a picture");

    let file = folder.path().join("notes.txt");
    fs::write(&file, "notes").unwrap();
    assert!(build_into(&file).is_err());
    assert_eq!(fs::read(&file).unwrap(), b"notes");
}
