//! Runs other programs: silently, with their output, or with a line of progress now and then.

use std::{
    io::{BufRead, BufReader},
    process::{Command, ExitStatus, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Error, Result, anyhow};

/// How often a long step reports progress.
const PROGRESS_EVERY: Duration = Duration::from_secs(15);

/// How many of the last lines are shown when a quiet program fails.
const LAST_LINES: usize = 30;

/// Runs a program with its output shown.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| not_started(command))?;
    if status.success() { Ok(()) } else { Err(failed(command, "")) }
}

/// The output of a program, if it can be run and succeeds.
pub fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program and returns its output.
pub fn output_of(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| not_started(command))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(failed(command, String::from_utf8_lossy(&output.stderr).trim()))
}

/// Runs a long step, reporting progress now and then. If it fails, shows the end of its output.
pub fn run_with_progress(command: &mut Command) -> Result<()> {
    let started = Instant::now();
    let ended = run_to_end(command)?;
    if ended.status.success() {
        println!("  done in {} s", started.elapsed().as_secs());
        return Ok(());
    }
    Err(failed(command, &ended.last_lines()))
}

/// A long step that has ended.
pub struct Ended {
    /// Its exit status.
    pub status: ExitStatus,
    /// Its lines on standard error.
    pub lines: Vec<String>,
}

impl Ended {
    /// The last of these lines.
    pub fn last_lines(&self) -> String {
        let from = self.lines.len().saturating_sub(LAST_LINES);
        self.lines.get(from..).unwrap_or_default().join("\n")
    }
}

/// Runs a long step, whether or not it succeeds, reporting progress now and then.
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
                // The receiver is dropped only when this program ends.
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

/// The context of the error of a program that cannot be started.
pub fn not_started(command: &Command) -> String {
    format!("`{}` could not be started", name(command))
}

/// The error of a program that failed, with its output, if any.
pub fn failed(command: &Command, said: &str) -> Error {
    let colon = if said.is_empty() { "" } else { ":\n" };
    anyhow!("`{}` failed{colon}{said}", name(command))
}

/// A command as one would type it.
fn name(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    std::iter::once(command.get_program().to_string_lossy()).chain(arguments).collect::<Vec<_>>().join(" ")
}
