use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use anyhow::Result;

use crate::error::message;

/// The results of a group of tests.
#[derive(Debug, Default)]
pub struct Outcome {
    pub group: String,
    pub passed: usize,
    /// The names of those that failed.
    pub failed: Vec<String>,
    /// How many were left out, by the reason.
    pub left_out: BTreeMap<String, usize>,
    /// Why the group could not run, or not to its end.
    pub stopped: Option<String>,
    pub took: Duration,
    /// What each test took, in seconds.
    pub times: Vec<(String, f64)>,
}

impl Outcome {
    /// A group in which nothing has run yet.
    pub fn new(group: impl Into<String>) -> Self {
        Self { group: group.into(), ..Self::default() }
    }

    /// Whether the group ran completely and nothing failed.
    pub const fn is_good(&self) -> bool {
        self.failed.is_empty() && self.stopped.is_none()
    }

    /// Notes that some were left out.
    pub fn leave_out(&mut self, count: usize, reason: impl Into<String>) {
        if count > 0 {
            *self.left_out.entry(reason.into()).or_default() += count;
        }
    }

    /// Notes why the group could not run.
    pub fn stop(&mut self, why: impl std::fmt::Display) {
        self.stopped.get_or_insert_with(|| why.to_string());
    }
}

/// Runs a group, and notes how long it took and why it could not run.
pub fn in_group(name: &str, run: impl FnOnce(&mut Outcome) -> Result<()>) -> Outcome {
    let mut outcome = Outcome::new(name);
    let started = Instant::now();
    if let Err(error) = run(&mut outcome) {
        outcome.stop(message(&error));
    }
    outcome.took = started.elapsed();
    if let Some(why) = &outcome.stopped {
        println!("\nThis group could not run to its end: {name}.\n{why}");
    }
    outcome
}
