use std::time::Instant;

use super::Page;
use crate::{
    browser::Browser,
    driver::{POLL_INTERVAL, TIMEOUT},
    server::Server,
};

/// What Chromium logs for each script that it blocks in a visit without script.
const SCRIPT_IS_OFF: &str = "the document's frame is sandboxed and the 'allow-scripts' permission is not set";

impl Page {
    /// What has gone wrong so far: console errors and warnings, uncaught errors and rejections, files that an element
    /// names and that failed to load, policy violations. Chromium's log has more, such as every unsuccessful response.
    pub async fn errors(&self) -> Vec<String> {
        let servers = [&self.servers.site, &self.servers.host];
        let mut errors: Vec<String> = servers.into_iter().flatten().flat_map(Server::reports).collect();
        if self.browser == Browser::Chromium {
            let log = self.driver.browser_log().await.expect("the browser gives its log");
            let told = log.into_iter().filter(|entry| entry.level != "INFO" && entry.level != "DEBUG");
            errors.extend(told.map(|entry| entry.message));
        }
        errors.retain(|error| self.has_script || !error.contains(SCRIPT_IS_OFF));
        errors
    }

    /// Waits until the page has reported all of these. A rejection is reported in a task of its own, possibly after the
    /// page has loaded.
    pub async fn until_errors_include(&self, parts: &[&str]) {
        let mut told = Vec::new();
        let started = Instant::now();
        let mut poll = tokio::time::interval(POLL_INTERVAL);
        loop {
            // Reading Chromium's log empties it.
            told.extend(self.errors().await);
            let missing: Vec<_> =
                parts.iter().filter(|part| !told.iter().any(|error| error.contains(**part))).collect();
            if missing.is_empty() {
                return;
            }
            assert!(started.elapsed() < TIMEOUT, "{missing:?} is not in {told:#?}");
            poll.tick().await;
        }
    }

    /// Fails if anything went wrong.
    pub async fn expect_no_errors(&self) {
        assert_eq!(self.errors().await, Vec::<String>::new(), "the page tells of errors");
    }
}
