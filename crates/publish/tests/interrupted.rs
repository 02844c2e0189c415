//! Killing the program while it publishes.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it should be")]

use std::{
    env, fs,
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Command, Stdio},
};

use fact_cards_publish::{Publication, abandon_on_interrupt};
use tempfile::TempDir;

/// The environment variable that gives the program its folder to publish to.
const PLACE: &str = "FACT_CARDS_INTERRUPTED";

/// The program to kill: it never finishes. Run as an ordinary test it does nothing.
#[test]
fn a_program_that_publishes_until_it_is_killed() {
    let Some(place) = env::var_os(PLACE) else { return };
    abandon_on_interrupt();
    let publication = Publication::begin(Path::new(&place), |_| ()).unwrap();
    fs::write(publication.staging().join("index.html"), "half").unwrap();
    println!("\nready");
    // Until it is killed, or the process reading its output is gone.
    let _ = std::io::stdin().read(&mut [0]);
}

#[test]
fn an_interrupted_publication_leaves_nothing_behind() {
    for signal in ["-INT", "-TERM"] {
        let folder = TempDir::new().unwrap();
        let place = folder.path().join("not/there/yet");
        let mut program = Command::new(env::current_exe().unwrap());
        program.args(["--exact", "a_program_that_publishes_until_it_is_killed", "--nocapture"]).env(PLACE, &place);
        let mut program = program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        // `wait` would close it, and the program would end by itself at the same time.
        let _input = program.stdin.take();
        let mut lines = BufReader::new(program.stdout.take().unwrap()).lines().map(Result::unwrap);
        assert!(lines.any(|line| line == "ready"));
        assert!(place.is_dir());
        assert!(Command::new("kill").args([signal, &program.id().to_string()]).status().unwrap().success());
        assert_eq!(program.wait().unwrap().code(), Some(130));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
