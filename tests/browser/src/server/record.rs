use std::sync::{Mutex, PoisonError};

/// What a server was asked for and told.
#[derive(Default)]
pub struct Record {
    requests: Mutex<Vec<String>>,
    reports: Mutex<Vec<String>>,
}

impl Record {
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn reports(&self) -> Vec<String> {
        self.reports.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn request(&self, path: String) {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).push(path);
    }

    /// Writes down what a page tells of.
    pub fn report(&self, report: String) {
        // Browsers look for an icon where a page names none; a policy that forbids it does so rightly.
        if !report.contains("/favicon.ico") {
            self.reports.lock().unwrap_or_else(PoisonError::into_inner).push(report);
        }
    }
}
