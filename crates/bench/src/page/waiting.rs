//! Waiting for conditions, never for time.

use std::time::{Duration, Instant};

use anyhow::Result;
use serde_json::json;

use super::Page;

/// The timeout for a page that is polled since it is replaced meanwhile.
const PATIENCE: Duration = Duration::from_mins(1);

impl Page<'_> {
    /// Waits until an expression is true; the page looks at every frame.
    pub fn until(&mut self, expression: &str) -> Result<()> {
        self.run(&format!("bench.until(() => {expression})"))
    }

    /// Waits until the page at an address has replaced the one before.
    pub fn until_there(&mut self, address: &str) -> Result<()> {
        self.until_told(&format!("location.href === {}", json!(address)))
    }

    /// Waits until the page, which reloads itself, has that heading and its cards.
    pub fn until_shows(&mut self, heading: &str) -> Result<()> {
        self.until_told(&format!(
            "document.querySelector('h1')?.textContent === {} && bench.readable !== null",
            json!(heading)
        ))
    }

    /// Polls: a promise in a page ends with it.
    fn until_told(&mut self, expression: &str) -> Result<()> {
        let started = Instant::now();
        loop {
            // Between two pages there is no context to evaluate in.
            match self.value::<bool>(&format!("Boolean({expression})")) {
                Ok(true) => return Ok(()),
                Ok(false) | Err(_) if started.elapsed() < PATIENCE => {}
                Ok(false) | Err(_) => return Err(self.unexpected(&format!("this does not come about: {expression}"))),
            }
        }
    }
}
