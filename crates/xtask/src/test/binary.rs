//! The test programs: compiled by cargo and run one by one, so that the result and time of each test are known.

use std::{
    collections::{BTreeMap, BTreeSet},
    env::consts::EXE_SUFFIX,
    ffi::OsString,
    io::{BufRead, BufReader, Read, Write, stderr, stdout},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use fs_err as fs;
use serde::Deserialize;

use super::{
    events::{Suite, Test, TestEvent, event},
    outcome::Outcome,
};
use crate::{
    command::{failed, not_started},
    project,
};

/// How often a group reports progress.
const PROGRESS_EVERY: Duration = Duration::from_secs(10);

/// Marks the line of a visit that was skipped, between its name and the reason.
const LEFT_OUT: &str = " is left out in ";

/// A compiled test program.
#[derive(Clone, Debug)]
pub struct Binary {
    program: PathBuf,
    /// The folder of its package: its working folder, as under cargo.
    package: PathBuf,
    /// The binaries of its package, which cargo passes to tests.
    programs: Vec<(String, PathBuf)>,
    /// Its name: the package and the target.
    pub name: String,
}

/// A message of cargo.
#[derive(Deserialize)]
struct Message {
    reason: String,
    manifest_path: Option<PathBuf>,
    target: Option<Target>,
    profile: Option<Profile>,
    executable: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Profile {
    test: bool,
}

/// Compiles test programs with cargo, which shows its progress.
pub fn compile(arguments: &[&str]) -> Result<Vec<Binary>> {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--locked", "--no-run", "--message-format", "json-render-diagnostics"]).args(arguments);
    cargo.current_dir(project::root()).stdout(Stdio::piped());
    let output = cargo.spawn().and_then(std::process::Child::wait_with_output);
    let output = output.with_context(|| not_started(&cargo))?;
    if !output.status.success() {
        return Err(failed(&cargo, ""));
    }
    Ok(binaries(&String::from_utf8_lossy(&output.stdout)))
}

/// The test programs in cargo's messages.
fn binaries(told: &str) -> Vec<Binary> {
    let messages = told.lines().filter_map(|line| serde_json::from_str::<Message>(line).ok());
    let (mut tests, mut programs) = (Vec::new(), BTreeMap::<PathBuf, Vec<(String, PathBuf)>>::new());
    for message in messages.filter(|message| message.reason == "compiler-artifact") {
        let Message { manifest_path: Some(manifest), target: Some(target), profile: Some(profile), executable, .. } =
            message
        else {
            continue;
        };
        let Some((program, package)) = executable.zip(manifest.parent().map(Path::to_owned)) else { continue };
        if profile.test {
            let of = package.file_name().unwrap_or_default().to_string_lossy().into_owned();
            tests.push(Binary { program, package, programs: Vec::new(), name: format!("{of}/{}", target.name) });
        } else if target.kind.iter().any(|kind| kind == "bin") {
            programs.entry(package).or_default().push((target.name, program));
        }
    }
    for test in &mut tests {
        test.programs = programs.get(&test.package).cloned().unwrap_or_default();
    }
    tests
}

impl Binary {
    /// Copies the binaries of its package into a folder, so that other builds do not replace them during the tests.
    pub fn keep_programs(&mut self, folder: &Path) -> Result<()> {
        for (name, program) in &mut self.programs {
            let copy = folder.join(format!("{name}{EXE_SUFFIX}"));
            if !copy.exists() {
                fs::copy(&*program, &copy)?;
            }
            *program = copy;
        }
        Ok(())
    }

    /// The names of its tests.
    pub fn tests(&self) -> Result<Vec<String>> {
        let mut list = self.command();
        list.args(["--list", "--format", "terse"]);
        let output = list.output().with_context(|| not_started(&list))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(text.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.current_dir(&self.package).env("CARGO_MANIFEST_DIR", &self.package);
        for (program, path) in &self.programs {
            command.env(format!("CARGO_BIN_EXE_{program}"), path);
        }
        command
    }

    /// Runs some of its tests, so many at a time, and adds their results to the group.
    pub fn run(&self, tests: &[String], threads: usize, variables: &[(&str, OsString)], outcome: &mut Outcome) {
        if tests.is_empty() {
            return;
        }
        let mut command = self.command();
        command.args(["--exact", "-Zunstable-options", "--format=json", "--report-time"]).args(tests);
        command.arg(format!("--test-threads={threads}")).env("RUSTC_BOOTSTRAP", "1");
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = match child {
            Ok(child) => child,
            Err(error) => return outcome.stop(format!("`{}` could not be started: {error}", self.name)),
        };
        let mut run = Run::new(tests.len());
        let errors = child.stderr.take();
        let left_out = thread::scope(|scope| {
            let left_out = scope.spawn(|| errors.map(|errors| left_out(errors, stderr())).unwrap_or_default());
            for line in
                child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines).map_while(Result::ok)
            {
                if let Some(said) = run.take(&line, outcome) {
                    say(&said);
                }
            }
            left_out.join().unwrap_or_default()
        });
        for (name, reason) in left_out {
            if run.passed.remove(&name).is_some() {
                outcome.leave_out(1, reason);
            }
        }
        outcome.passed += run.passed.len();
        outcome.times.extend(run.passed);
        let ended = child.wait().map_or_else(|error| error.to_string(), |status| status.to_string());
        if !run.is_over {
            let running = run.running.into_iter().collect::<Vec<_>>().join(", ");
            outcome.stop(format!("{} ended before its tests did ({ended}), in the middle of {running}", self.name));
        }
    }
}

/// Collects skipped tests and their reasons from a program's output. All other lines are passed on.
fn left_out(errors: impl Read, mut rest: impl Write) -> Vec<(String, String)> {
    let mut left_out = Vec::new();
    for line in BufReader::new(errors).lines().map_while(Result::ok) {
        match line.split_once(LEFT_OUT).and_then(|(test, reason)| Some((test, reason.split_once(": ")?.1))) {
            Some((test, reason)) => left_out.push((test.to_owned(), reason.trim_end_matches('.').to_owned())),
            // Standard error may be closed.
            None => drop(writeln!(rest, "{line}")),
        }
    }
    left_out
}

/// The progress of a test program.
struct Run {
    tests: usize,
    /// What each took, in seconds.
    passed: BTreeMap<String, f64>,
    failed: usize,
    running: BTreeSet<String>,
    is_over: bool,
    said: Instant,
}

impl Run {
    fn new(tests: usize) -> Self {
        let (passed, running) = (BTreeMap::new(), BTreeSet::new());
        Self { tests, passed, failed: 0, running, is_over: false, said: Instant::now() }
    }

    /// Takes a line of the program's output. Returns what to print.
    fn take(&mut self, line: &str, outcome: &mut Outcome) -> Option<String> {
        let (name, event, exec_time, stdout, message) = match event(line) {
            None => return Some(line.to_owned()),
            Some(TestEvent::Test { name, event, exec_time, stdout, message }) => {
                (name, event, exec_time, stdout, message)
            }
            Some(told) => {
                self.is_over |= matches!(told, TestEvent::Suite { event: Suite::Ok | Suite::Failed });
                return None;
            }
        };
        match event {
            Test::Other => return None,
            Test::Started => {
                self.running.insert(name);
                return None;
            }
            _ => self.running.remove(&name),
        };
        match event {
            Test::Ok => drop(self.passed.insert(name, exec_time.unwrap_or_default())),
            Test::Failed => {
                self.failed += 1;
                let said = format!("\nFAILED in {}: {name}\n{}", outcome.group, stdout.or(message).unwrap_or_default());
                outcome.times.extend(exec_time.map(|seconds| (name.clone(), seconds)));
                outcome.failed.push(name);
                return Some(said);
            }
            _ => outcome.leave_out(1, message.unwrap_or_else(|| "it is marked so".to_owned())),
        }
        if self.said.elapsed() < PROGRESS_EVERY {
            return None;
        }
        self.said = Instant::now();
        let done = self.passed.len() + self.failed;
        Some(format!("  {}: {done} of {}, {} failed", outcome.group, self.tests, self.failed))
    }
}

/// Prints a line in one piece.
fn say(line: &str) {
    // Standard output may be closed.
    let _ = writeln!(stdout().lock(), "{line}");
}

#[cfg(test)]
#[allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]
mod tests {
    use super::*;

    #[test]
    fn test_programs_are_distinguished_from_other_artifacts() {
        let told = r#"
{"reason":"compiler-artifact","manifest_path":"/p/crates/a/Cargo.toml","target":{"name":"a","kind":["lib"]},"profile":{"test":false},"executable":null}
{"reason":"compiler-artifact","manifest_path":"/p/crates/a/Cargo.toml","target":{"name":"tool","kind":["bin"]},"profile":{"test":false},"executable":"/t/tool"}
{"reason":"compiler-artifact","manifest_path":"/p/crates/a/Cargo.toml","target":{"name":"rules","kind":["test"]},"profile":{"test":true},"executable":"/t/rules-1"}
{"reason":"build-finished","success":true}"#;
        let binaries = binaries(told);
        assert_eq!(binaries.iter().map(|binary| binary.name.as_str()).collect::<Vec<_>>(), ["a/rules"]);
        assert_eq!(binaries[0].package, Path::new("/p/crates/a"));
        assert_eq!(binaries[0].programs, [("tool".to_owned(), PathBuf::from("/t/tool"))]);
    }

    #[test]
    fn a_skipped_test_is_listed_with_its_reason() {
        let errors = b"something\na::b is left out in WebKit: it has no finger.\n";
        let mut rest = Vec::new();
        assert_eq!(left_out(errors.as_slice(), &mut rest), [("a::b".to_owned(), "it has no finger".to_owned())]);
        assert_eq!(rest, b"something\n");
    }

    #[test]
    fn each_test_counts_once_and_a_program_that_stops_early_is_not_finished() {
        let mut outcome = Outcome::new("native");
        let mut run = Run::new(3);
        for line in [
            r#"{ "type": "test", "event": "started", "name": "a" }"#,
            r#"{ "type": "test", "name": "a", "event": "ok", "exec_time": 1.5 }"#,
            r#"{ "type": "test", "event": "started", "name": "b" }"#,
            r#"{ "type": "test", "name": "b", "event": "failed", "stdout": "no" }"#,
            r#"{ "type": "test", "event": "started", "name": "c" }"#,
        ] {
            assert_eq!(run.take(line, &mut outcome).is_some(), line.contains("failed"), "{line}");
        }
        assert_eq!((run.passed.len(), outcome.failed.as_slice()), (1, ["b".to_owned()].as_slice()));
        assert!(!run.is_over && run.running.contains("c"));
        run.take(r#"{ "type": "suite", "event": "failed" }"#, &mut outcome);
        assert!(run.is_over);
    }
}
