use std::sync::{Mutex, PoisonError};

use tokio::sync::Notify;

/// A fault in files of a site. A pattern matches the end of a path, such as `.wasm`, and `*` in it matches anything, as
/// in `engine*.js` and `assets/*`.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// The file is missing.
    Missing(&'static str),
    /// The file is cut off halfway.
    CutShort(&'static str),
    /// The file has other bytes.
    Changed(&'static str, fn(Vec<u8>) -> Vec<u8>),
    /// The connection closes without an answer, as without a network.
    Refused(&'static str),
    /// The server answers with an internal error.
    Ill(&'static str),
    /// No answer comes until [`crate::Page::release`].
    Held(&'static str),
}

impl Fault {
    fn strikes(&self, path: &str) -> bool {
        let (Self::Missing(pattern)
        | Self::CutShort(pattern)
        | Self::Changed(pattern, _)
        | Self::Refused(pattern)
        | Self::Ill(pattern)
        | Self::Held(pattern)) = self;
        matches(pattern, path)
    }
}

/// Whether a path matches a pattern.
fn matches(pattern: &str, path: &str) -> bool {
    let mut parts = pattern.split('*').rev();
    let Some(mut rest) = path.strip_suffix(parts.next().unwrap_or_default()) else { return false };
    parts.all(|part| match rest.rfind(part) {
        Some(start) => {
            rest = rest.get(..start).unwrap_or_default();
            true
        }
        None => false,
    })
}

/// The current faults of a server.
#[derive(Default)]
pub struct Faults {
    now: Mutex<Vec<Fault>>,
    changed: Notify,
}

impl Faults {
    /// Adds a fault.
    pub fn add(&self, fault: Fault) {
        self.change(|faults| faults.push(fault));
    }

    /// Removes all faults and answers held requests.
    pub fn clear(&self) {
        self.change(Vec::clear);
    }

    /// Answers held requests.
    pub fn release(&self) {
        self.change(|faults| faults.retain(|fault| !matches!(fault, Fault::Held(_))));
    }

    /// The fault for a path, once it is no longer held.
    pub async fn at(&self, path: &str) -> Option<Fault> {
        loop {
            let changed = self.changed.notified();
            tokio::pin!(changed);
            // Subscribed here, so that a change before the wait begins is not missed.
            changed.as_mut().enable();
            match self.find(path) {
                Some(Fault::Held(_)) => changed.await,
                fault => return fault,
            }
        }
    }

    fn find(&self, path: &str) -> Option<Fault> {
        let faults = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let struck = || faults.iter().filter(|fault| fault.strikes(path));
        struck().find(|fault| matches!(fault, Fault::Held(_))).or_else(|| struck().next()).copied()
    }

    fn change(&self, change: impl FnOnce(&mut Vec<Fault>)) {
        change(&mut self.now.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_pattern_matches_the_end_of_a_path_and_a_star_matches_anything() {
        for (pattern, path, is_match) in [
            (".wasm", "/assets/engine-1.wasm", true),
            (".js", "/assets/list.json", false),
            ("engine*.js", "/assets/engine-1.js", true),
            ("engine*.js", "/assets/page-1.js", false),
            ("/assets/*", "/assets/page-1.js", true),
            ("/assets/*", "/", false),
            ("a*a", "/a", false),
        ] {
            assert_eq!(matches(pattern, path), is_match, "{pattern} {path}");
        }
    }
}
