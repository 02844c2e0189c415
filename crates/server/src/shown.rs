use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use serde_json::{Value, json};

/// The files of a site by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What there is to be shown now.
#[derive(Clone, Debug)]
pub struct Shown {
    /// When the server was started: a page of an earlier one is never of the newest version.
    started: u128,
    number: u32,
    /// The files of the last version without a mistake; none where there was none yet.
    files: Option<Arc<Files>>,
    /// Those of the version before, for pages that are just being loaded.
    before: Option<Arc<Files>>,
    /// What is wrong with the newest version, for the script in the pages.
    mistakes: Value,
}

impl Shown {
    /// Nothing yet.
    pub fn nothing() -> Self {
        let started = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
        Self { started, number: 0, files: None, before: None, mistakes: Value::Null }
    }

    /// Shows a version, which has no mistake. One that is the same as the last is no new one.
    pub fn show(&mut self, files: Files) {
        self.mistakes = Value::Null;
        if self.files.as_deref() != Some(&files) {
            self.number += 1;
            self.before = self.files.replace(Arc::new(files));
        }
    }

    /// Tells of mistakes, and goes on showing the last version.
    pub fn tell(&mut self, mistakes: Value) {
        self.mistakes = mistakes;
    }

    /// The name of the version.
    pub fn version(&self) -> String {
        format!("{}-{}", self.started, self.number)
    }

    /// What the pages are told.
    pub fn message(&self) -> String {
        json!({ "version": self.version(), "mistakes": self.mistakes }).to_string()
    }

    /// Whether there is a version to be shown.
    pub const fn is_there(&self) -> bool {
        self.files.is_some()
    }

    /// A file. What is named by its content may be of the version before.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        let before = self.before.as_ref().filter(|_| path.starts_with("assets/"));
        self.files.iter().chain(before).find_map(|files| files.get(path)).map(Vec::as_slice)
    }
}
