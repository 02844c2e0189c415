use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use serde_json::{Value, json};

/// The files of a site by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What is shown now.
#[derive(Clone, Debug)]
pub struct Shown {
    /// When the server was started: pages from an earlier server are always outdated.
    started: u128,
    number: u32,
    /// The files of the last version without mistakes, if there was one.
    files: Option<Arc<Files>>,
    /// The files of the version before, for pages that are still loading.
    before: Option<Arc<Files>>,
    /// The mistakes in the newest version, for the script in the pages.
    mistakes: Value,
}

impl Shown {
    /// Nothing yet.
    pub fn nothing() -> Self {
        let started = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
        Self { started, number: 0, files: None, before: None, mistakes: Value::Null }
    }

    /// Shows a version without mistakes. One that equals the last is not a new one.
    pub fn show(&mut self, files: Files) {
        self.mistakes = Value::Null;
        if self.files.as_deref() != Some(&files) {
            self.number += 1;
            self.before = self.files.replace(Arc::new(files));
        }
    }

    /// Shows mistakes; the last version stays.
    pub fn show_mistakes(&mut self, mistakes: Value) {
        self.mistakes = mistakes;
    }

    /// The name of the current version.
    pub fn version(&self) -> String {
        format!("{}-{}", self.started, self.number)
    }

    /// The message for the event stream.
    pub fn message(&self) -> String {
        json!({ "version": self.version(), "mistakes": self.mistakes }).to_string()
    }

    /// Whether there is a version to show.
    pub const fn is_there(&self) -> bool {
        self.files.is_some()
    }

    /// A file of the site. Files named by their content may also come from the version before.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        let before = self.before.as_ref().filter(|_| path.starts_with("assets/"));
        self.files.iter().chain(before).find_map(|files| files.get(path)).map(Vec::as_slice)
    }
}
