//! Runs the project's readers under libFuzzer, seeded with the corpus of their tests.

mod told;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, bail, ensure};
use clap::{Args, value_parser};
use fs_err as fs;

use self::told::Told;
use crate::{
    command::{failed, run_to_end, run_with_progress},
    lock::Lock,
    project, setup,
};

/// The fuzz targets, one for each reader, in a workspace of their own.
const WORKSPACE: &str = "fuzz";
const PROGRAMS: &str = "fuzz/fuzz_targets";
/// The seed corpus: a folder for each target.
const CORPUS: &str = "tests/readers/corpus";

/// The most bytes of an input: enough for variety, and quick to run.
const MOST_BYTES: u32 = 1 << 13;
/// The limits of a reader for one input, in seconds and MiB. An input that exceeds them is a finding.
const MOST_SECONDS: u32 = 5;
const MOST_MEMORY: u32 = 2048;

/// The arguments.
#[derive(Args, Debug)]
pub struct Requested {
    /// `address`, `csv`, `picture`, `story_bin` or `toml`: only this reader. Without it all of them, one after the other.
    target: Option<String>,
    /// Minutes for each target.
    #[arg(long, default_value_t = 1, value_parser = value_parser!(u32).range(1..=10_000))]
    minutes: u32,
}

/// Installs what is missing and runs the targets. The seed corpus is not changed.
///
/// # Errors
/// When something was found; it has been printed by then.
pub fn fuzz(requested: &Requested) -> Result<()> {
    let readers = readers()?;
    let chosen: Vec<&String> =
        readers.iter().filter(|reader| requested.target.as_ref().is_none_or(|target| target == *reader)).collect();
    if chosen.is_empty() {
        let target = requested.target.as_deref().unwrap_or_default();
        bail!("nothing of that name is fuzzed: `{target}`. There are {}.", readers.join(", "));
    }
    let fuzzer = Fuzzer { path: setup::fuzzer()?, scratch: project::target("fuzz") };
    let _lock = Lock::hold(&fuzzer.scratch, "fuzz")?;
    fuzzer.build(requested.target.as_deref())?;
    let mut found = 0;
    for reader in chosen {
        found += usize::from(!fuzzer.run(reader, requested.minutes)?);
    }
    ensure!(found == 0, "a reader did not keep its word: see above");
    Ok(())
}

/// The names of the targets.
fn readers() -> Result<Vec<String>> {
    let folder = project::path(PROGRAMS);
    let mut readers = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        readers.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
    }
    readers.sort();
    Ok(readers)
}

/// cargo-fuzz and its folders.
struct Fuzzer {
    /// The search path on which it is found.
    path: OsString,
    scratch: PathBuf,
}

impl Fuzzer {
    /// A command of cargo-fuzz. Without a sanitizer it needs no nightly Rust; there is no `unsafe` of ours for one to look at.
    fn command(&self, command: &str) -> Command {
        let mut cargo = Command::new("cargo");
        cargo.args(["fuzz", command, "--fuzz-dir", WORKSPACE, "--sanitizer", "none", "--target-dir"]);
        cargo.arg(self.scratch.join("build")).env("PATH", &self.path).current_dir(project::root());
        cargo
    }

    fn build(&self, target: Option<&str>) -> Result<()> {
        println!("Compiling what is fuzzed: some minutes at first.");
        run_with_progress(self.command("build").args(target))
    }

    /// Runs a target. Returns whether nothing was found.
    fn run(&self, reader: &str, minutes: u32) -> Result<bool> {
        let (corpus, found) = (self.scratch.join("corpus").join(reader), self.scratch.join("found").join(reader));
        copy(&project::path(CORPUS).join(reader), &corpus)?;
        fs::create_dir_all(&found)?;
        println!("{reader}: {minutes} min, from {}.", corpus.display());
        let mut cargo = self.command("run");
        cargo.arg(reader).arg(corpus).arg("--").args([
            format!("-max_total_time={}", minutes.saturating_mul(60)),
            format!("-max_len={MOST_BYTES}"),
            format!("-timeout={MOST_SECONDS}"),
            format!("-rss_limit_mb={MOST_MEMORY}"),
            // With what separates it from the names of files.
            format!("-artifact_prefix={}", found.join("").display()),
        ]);
        let ended = run_to_end(&mut cargo)?;
        let told = Told::by(&ended.lines);
        if ended.status.success() {
            println!("{reader}: nothing found in {told}.");
            return Ok(true);
        }
        let Some(input) = told.input else {
            return Err(failed(&cargo, &ended.last_lines()));
        };
        println!("{reader}: found after {told}:\n{}", told.wrong.join("\n"));
        println!("The input is {input}. To make it a test, give it a name that says what it shows:");
        println!("  cp {input} {CORPUS}/{reader}/NAME && cargo test --package fact-cards-reader-tests");
        Ok(false)
    }
}

/// Copies the files of a folder into another one, beside what earlier runs have left there.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
