//! The files of a story as an editor writes them.

use std::{
    mem::take,
    time::{Duration, UNIX_EPOCH},
};

use fact_cards_author::{Report, Story, StoryFiles, editions, hold_back, read};
use fact_cards_story::{edition::Edition, section};

use crate::{mistakes::check, stories::lighthouse};

/// Begins a line that names the file of the lines after it.
const FILE: &[u8] = b"# --- ";
/// The file of the lines before any such line.
const FACTS: &str = "facts.toml";

/// Reads bytes as files of a story: the lines after `# --- members.toml` are that file. Other files are those of a
/// small story.
pub fn toml(bytes: &[u8]) {
    let files = files(bytes);
    match read(&files).and_then(|story| Ok((editions(&story)?, story))) {
        Ok((editions, story)) => {
            round_trip(&editions);
            can_be_held_back(story);
        }
        Err(report) => check_mistakes(&report, &files),
    }
}

/// The story in these files.
pub fn story(bytes: &[u8]) -> Option<StoryFiles> {
    let files = files(bytes);
    read(&files).is_ok().then_some(files)
}

fn files(bytes: &[u8]) -> StoryFiles {
    let mut files = lighthouse();
    let mut name = None;
    let mut text = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Some(named) = line.strip_prefix(FILE) {
            if name.is_some() || !text.is_empty() {
                files.insert(name.as_deref().unwrap_or(FACTS), take(&mut text));
            }
            name = Some(String::from_utf8_lossy(named).trim().to_owned());
        } else {
            text.extend(line);
        }
    }
    files.insert(name.as_deref().unwrap_or(FACTS), text);
    files
}

/// What a browser reads is what was encoded.
fn round_trip(editions: &[Edition]) {
    let bytes = section::encode(editions).expect("a small story is small when it is encoded");
    for edition in editions {
        let arrived = section::decode(&bytes, &edition.language).expect("what was encoded is decoded");
        assert_eq!(*arrived, *edition);
    }
}

/// What is left after something was held back still satisfies every rule.
fn can_be_held_back(story: Story) {
    // In January 2027, independent of the clock.
    let now = UNIX_EPOCH + Duration::from_hours(500_000);
    let published = hold_back(story, now);
    if !published.held_back.is_empty() && !published.story.facts.is_empty() {
        round_trip(&published.editions().expect("what is left has no mistake"));
    }
}

fn check_mistakes(report: &Report, files: &StoryFiles) {
    check(report, |name| {
        let found = files.contents().find(|(known, _)| *known == name);
        found.map(|(_, bytes)| String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned())
    });
}
