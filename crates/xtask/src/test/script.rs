//! Tests in the languages of what they test: those of the loader and of the engine's script, run by Node with jsdom, and those of the
//! plugin for WordPress that need no WordPress, run by PHP.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context, Result};
use fs_err as fs;

use super::outcome::Outcome;
use crate::{
    command::{failed, not_started},
    project,
};

/// The folder of these tests, and the suffix of their files.
const FOLDER: &str = "tests/script";
const TEST: &str = ".test.mjs";

/// What runs the tests of the plugin; it takes words too.
const PHP: &str = "integrations/wordpress/tests/units.php";

/// Runs the tests of the plugin that have all these words in their names.
pub fn run_php(outcome: &mut Outcome, words: &[String]) -> Result<()> {
    let mut php = Command::new("php");
    php.arg(project::path(PHP)).args(words).stdin(Stdio::null());
    report(&mut php, outcome)
}

/// Runs the tests that have all these words in their names.
pub fn run(outcome: &mut Outcome, packages: &Path, words: &[String]) -> Result<()> {
    let folder = project::path(FOLDER);
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(TEST) {
            files.push(path);
        }
    }
    files.sort();
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=tap"]);
    if !words.is_empty() {
        node.args(["--test-name-pattern", &pattern(words)]);
    }
    node.args(files).env("FACT_CARDS_NPM", packages).current_dir(project::root()).stdin(Stdio::null());
    report(&mut node, outcome)
}

/// Runs a program that tells of its tests in TAP.
fn report(program: &mut Command, outcome: &mut Outcome) -> Result<()> {
    let run = program.stderr(Stdio::inherit()).output().with_context(|| not_started(program))?;
    let told = String::from_utf8_lossy(&run.stdout);
    let is_whole = read(&told, outcome);
    if !is_whole || !run.status.success() && outcome.failed.is_empty() {
        return Err(failed(program, &told));
    }
    if !outcome.failed.is_empty() {
        println!("{told}");
    }
    Ok(())
}

/// A pattern for names with all these words, in any order.
fn pattern(words: &[String]) -> String {
    words.iter().fold(String::new(), |pattern, word| {
        let escaped = word.chars().fold(String::new(), |word, letter| match letter {
            letter if letter.is_alphanumeric() => word + &letter.to_string(),
            sign => word + "\\" + &sign.to_string(),
        });
        pattern + "(?=.*" + &escaped + ")"
    })
}

/// Reads the output of Node. Returns whether it is complete.
fn read(tap: &str, outcome: &mut Outcome) -> bool {
    let mut is_whole = false;
    let mut skipped = 0;
    for line in tap.lines() {
        let number = |what: &str| line.strip_prefix("# ")?.strip_prefix(what)?.trim().parse::<usize>().ok();
        if let Some(passed) = number("pass ") {
            (outcome.passed, is_whole) = (passed, true);
        }
        skipped += number("skipped ").unwrap_or_default();
        // Node also counts the file of a failed test as failed: only the test is reported. A file that cannot be loaded has none.
        if let Some(failed) = line.trim_start().strip_prefix("not ok ") {
            let name = failed.split_once(" - ").map_or(failed, |(_, name)| name);
            outcome.failed.push(name.to_owned());
        }
    }
    outcome.leave_out(skipped, "it is marked so");
    is_whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_node_are_counted() {
        let tap = "TAP version 13\nok 1 - a\nnot ok 2 - b\n  ---\n  duration_ms: 1\n  ...\n1..2\n# tests 2\n# pass 1\n# fail 1\n# skipped 0\n";
        let mut outcome = Outcome::new("scripts");
        assert!(read(tap, &mut outcome));
        assert_eq!((outcome.passed, outcome.failed.as_slice()), (1, ["b".to_owned()].as_slice()));
        assert!(!read("TAP version 13\nok 1 - a\n", &mut Outcome::new("scripts")), "Node was stopped");
    }

    #[test]
    fn a_name_must_contain_all_words() {
        assert_eq!(pattern(&["moved".to_owned(), "a.b".to_owned()]), r"(?=.*moved)(?=.*a\.b)");
    }
}
