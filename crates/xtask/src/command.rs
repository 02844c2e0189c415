//! Running other programs: quietly, with their output, or with a line of progress now and then.

use std::{
    io::{BufRead, BufReader},
    process::{Command, ExitStatus, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use crate::error::Error;

/// How often a long step says that it goes on.
const PROGRESS_EVERY: Duration = Duration::from_secs(15);

/// How many of the last lines are shown when a quiet program fails.
const LAST_LINES: usize = 30;

/// Runs a program whose output the reader sees.
pub fn run(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(|error| Error::NotStarted { command: name(command), error })?;
    if status.success() { Ok(()) } else { Err(Error::Failed { command: name(command), output: String::new() }) }
}

/// What a program prints, where it can be run and succeeds.
pub fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program for what it prints.
pub fn output_of(command: &mut Command) -> Result<String, Error> {
    let output = command.output().map_err(|error| Error::NotStarted { command: name(command), error })?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Error::Failed { command: name(command), output: String::from_utf8_lossy(&output.stderr).trim().to_owned() })
}

/// Runs a long step. Every now and then it says how far that is; when it fails it shows the end of what was printed.
pub fn run_with_progress(command: &mut Command) -> Result<(), Error> {
    let started = Instant::now();
    let ended = run_to_end(command)?;
    if ended.status.success() {
        println!("  done in {} s", started.elapsed().as_secs());
        return Ok(());
    }
    Err(Error::Failed { command: name(command), output: ended.last_lines() })
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
pub fn run_to_end(command: &mut Command) -> Result<Ended, Error> {
    let not_started = |command: &Command, error| Error::NotStarted { command: name(command), error };
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, error))?;

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
    let status = child.wait().map_err(|error| not_started(command, error))?;
    Ok(Ended { status, lines })
}

/// A command as one would type it.
pub fn name(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    std::iter::once(command.get_program().to_string_lossy()).chain(arguments).collect::<Vec<_>>().join(" ")
}
