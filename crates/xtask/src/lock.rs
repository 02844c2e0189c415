//! A lock by which builds wait for each other.

use std::{fs::TryLockError, path::Path};

use anyhow::{Context, Result};
use fs_err::{self as fs, File};

/// An exclusive lock on a folder. Dropping it, or the end of the program, releases it.
#[must_use]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock of that name in a folder, and says so if it is not free.
    pub fn hold(folder: &Path, name: &str) -> Result<Self> {
        fs::create_dir_all(folder)?;
        let path = folder.join(format!("{name}.lock"));
        // The file stays empty: it exists to be locked.
        let file = File::options().create(true).append(true).open(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                println!("Waiting for another command that uses {}.", folder.display());
                file.lock()?;
            }
            Err(TryLockError::Error(error)) => return Err(error).with_context(|| path.display().to_string()),
        }
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
#[allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]
mod tests {
    use std::{
        sync::atomic::{AtomicBool, Ordering},
        thread,
    };

    use super::*;

    #[test]
    fn the_second_to_lock_waits_until_the_first_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let is_done = AtomicBool::new(false);
        thread::scope(|scope| {
            let first = Lock::hold(folder.path(), "build").unwrap();
            let second = scope.spawn(|| {
                let _lock = Lock::hold(folder.path(), "build").unwrap();
                is_done.load(Ordering::SeqCst)
            });
            is_done.store(true, Ordering::SeqCst);
            drop(first);
            assert!(second.join().unwrap(), "the second one came while the first was at work");
        });
    }

    #[test]
    fn locks_of_other_names_and_folders_do_not_wait() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let _first = Lock::hold(one.path(), "build").unwrap();
        let _second = Lock::hold(one.path(), "tools").unwrap();
        let _third = Lock::hold(other.path(), "build").unwrap();
    }
}
