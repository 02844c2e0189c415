//! Running other programs: quietly, with their output, or with a line of progress now and then.

use std::{
    io::{BufRead, BufReader},
    process::{Command, ExitStatus, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Error, Result, anyhow};

/// How often a long step says that it goes on.
const PROGRESS_EVERY: Duration = Duration::from_secs(15);

/// How many of the last lines are shown when a quiet program fails.
const LAST_LINES: usize = 30;

/// Runs a program whose output the reader sees.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| not_started(command))?;
    if status.success() { Ok(()) } else { Err(failed(command, "")) }
}

/// What a program prints, where it can be run and succeeds.
pub fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program for what it prints.
pub fn output_of(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| not_started(command))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(failed(command, String::from_utf8_lossy(&output.stderr).trim()))
}

/// Runs a long step. Every now and then it says how far that is; when it fails it shows the end of what was printed.
pub fn run_with_progress(command: &mut Command) -> Result<()> {
    let started = Instant::now();
    let ended = run_to_end(command)?;
    if ended.status.success() {
        println!("  done in {} s", started.elapsed().as_secs());
        return Ok(());
    }
    Err(failed(command, &ended.last_lines()))
}

/// A long step that came to its end.
pub struct Ended {
    /// How it ended.
    pub status: ExitStatus,
    /// What it printed as errors.
    pub lines: Vec<String>,
}

impl Ended {
    /// The end of what was printed.
    pub fn last_lines(&self) -> String {
        let from = self.lines.len().saturating_sub(LAST_LINES);
        self.lines.get(from..).unwrap_or_default().join("\n")
    }
}

/// Runs a long step, however it ends. Every now and then it says how far that is.
pub fn run_to_end(command: &mut Command) -> Result<Ended> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| not_started(command))?;

    let (sender, printed) = mpsc::channel();
    if let Some(stderr) = child.stderr.take() {
        thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                // The other end is gone only when this program ends.
                let _ = sender.send(line);
            }
        });
    }
    let started = Instant::now();
    let mut lines: Vec<String> = Vec::new();
    let mut next = PROGRESS_EVERY;
    loop {
        match printed.recv_timeout(next.saturating_sub(started.elapsed())) {
            Ok(line) => lines.push(line),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                next += PROGRESS_EVERY;
                let last = lines.last().map_or("", |line| line.trim());
                println!("  {} s, step {}: {last}", started.elapsed().as_secs(), lines.len());
            }
        }
    }
    let status = child.wait().with_context(|| not_started(command))?;
    Ok(Ended { status, lines })
}

/// What is said of a program that cannot be started. The reason follows.
pub fn not_started(command: &Command) -> String {
    format!("`{}` could not be started", name(command))
}

/// A program that failed, and what it has said, if anything.
pub fn failed(command: &Command, said: &str) -> Error {
    let colon = if said.is_empty() { "" } else { ":\n" };
    anyhow!("`{}` failed{colon}{said}", name(command))
}

/// A command as one would type it.
fn name(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    std::iter::once(command.get_program().to_string_lossy()).chain(arguments).collect::<Vec<_>>().join(" ")
}
