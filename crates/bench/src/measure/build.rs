//! From a saved story to a page that shows it, under `cargo xtask serve`.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{ChildStdout, Command},
    thread,
    time::Instant,
};

use anyhow::{Context, Result, bail};
use fs_err as fs;
use serde::Serialize;

use crate::{browser::Browser, child_guard::ChildGuard, options::Options, page::Page, stats::Summary};

/// In seconds.
#[derive(Debug, Serialize)]
pub struct Build {
    /// From the command to the page, where nothing is compiled yet but everything is installed. Not in a quick run.
    pub cold: Option<f64>,
    /// The same where everything is compiled.
    pub start: f64,
    /// From saving a file to the page that shows the change.
    pub warm: Summary,
}

/// Measures it with a copy of a story.
pub fn measure(options: &Options, story: &Path, browser: &mut Browser) -> Result<Option<Build>> {
    let copy = options.folder().join("stories/edited");
    copy_folder(story, &copy)?;
    let cold = if options.quick { None } else { Some(cold(options, &copy)?) };

    let started = Instant::now();
    let mut serve = Command::new(&options.xtask);
    serve.current_dir(&options.project);
    let serving = Serving::start(serve, &copy)?;
    let start = started.elapsed().as_secs_f64();
    let mut page = Page::new(browser, "cargo xtask serve")?;
    page.open(&serving.address)?;
    page.until("bench.readable !== null")?;

    let file = copy.join("story.toml");
    let before = fs::read_to_string(&file)?;
    let mut warm = Vec::new();
    for round in 0..options.rounds(7) {
        let title = format!("Saved {round} times");
        let text = with_title(&before, &title);
        let saved = Instant::now();
        fs::write(&file, text)?;
        page.until_shows(&title)?;
        warm.push(saved.elapsed().as_secs_f64());
        // The reloaded page listens again.
        page.run("bench.rest()")?;
    }
    page.close()?;
    Ok(Summary::new(&warm).map(|warm| Build { cold, start, warm }))
}

/// From the command to the page, with an empty target folder.
fn cold(options: &Options, story: &Path) -> Result<f64> {
    let target = options.folder().join("cold");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    println!("  cold: everything is compiled, which takes minutes");
    let started = Instant::now();
    let mut serve = Command::new("cargo");
    serve.arg("xtask").current_dir(&options.project).env("CARGO_TARGET_DIR", &target);
    let serving = Serving::start(serve, story)?;
    let seconds = started.elapsed().as_secs_f64();
    drop(serving);
    fs::remove_dir_all(&target)?;
    Ok(seconds)
}

/// The text of a story's file with another title in its first language.
fn with_title(file: &str, title: &str) -> String {
    let line = |line: &str| match line.split_once(" = ") {
        Some((name, _)) if name.starts_with("title.") => format!("{name} = \"{title}\"\n"),
        _ => format!("{line}\n"),
    };
    file.lines().map(line).collect()
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let path = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &path)?;
        } else {
            fs::copy(entry.path(), &path)?;
        }
    }
    Ok(())
}

/// A running `cargo xtask serve`. Dropping this ends it.
struct Serving {
    address: String,
    _process: ChildGuard,
    _output: BufReader<ChildStdout>,
}

impl Serving {
    /// Starts it and waits for its address.
    fn start(mut command: Command, story: &Path) -> Result<Self> {
        command.args(["serve", "--port", "0", "--story"]).arg(story);
        let mut process = ChildGuard::start(&command).context("`cargo xtask serve` could not be started")?;
        let stdout = process.output().context("cargo xtask serve has no output")?;
        // Its output is passed on, so that it never blocks.
        if let Some(errors) = process.errors() {
            thread::spawn(move || {
                BufReader::new(errors).lines().map_while(Result::ok).for_each(|line| eprintln!("{line}"));
            });
        }
        let mut output = BufReader::new(stdout);
        let mut line = String::new();
        let mut printed = String::new();
        while output.read_line(&mut line).is_ok_and(|read| read > 0) {
            let address = line.split_whitespace().find(|word| word.starts_with("http://"));
            if let Some(address) = address.filter(|_| line.starts_with("Serving")) {
                let address = address.to_owned();
                return Ok(Self { address, _process: process, _output: output });
            }
            printed += &line;
            line.clear();
        }
        bail!("`cargo xtask serve` failed:\n{printed}")
    }
}

#[cfg(test)]
mod tests {
    use super::with_title;

    #[test]
    fn a_saved_story_differs_in_its_titles_only() {
        let file = "title.en = \"Old\"\nlead.en = \"Lead\"\n";
        assert_eq!(with_title(file, "New"), "title.en = \"New\"\nlead.en = \"Lead\"\n");
    }
}
