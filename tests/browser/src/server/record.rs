use std::sync::{Mutex, PoisonError};

/// The requests and reports that a server has received.
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

    /// Records a report of a page.
    pub fn report(&self, report: String) {
        // Browsers request an icon where a page names none; a policy may rightly forbid that.
        if !report.contains("/favicon.ico") {
            self.reports.lock().unwrap_or_else(PoisonError::into_inner).push(report);
        }
    }
}
