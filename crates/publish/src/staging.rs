use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use tempfile::TempDir;

use crate::error::PublishError;

/// How the names of staging folders begin. They end in random characters.
const PREFIX: &str = ".fact-cards-";

/// The staging folders of this process.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
/// The folders that were created for publications, each after its parent.
static MADE: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
/// Held while files are moved into place: an interrupt waits for it.
static PLACING: Mutex<()> = Mutex::new(());

/// A staging folder. Dropping it removes it.
#[derive(Debug)]
pub struct Staging(TempDir);

impl Staging {
    /// Creates one on the same file system as a folder: next to it or, where that is impossible (a mount point), in it.
    pub fn for_folder(folder: &Path) -> Result<Self, PublishError> {
        match folder.parent().and_then(|parent| Self::beside(parent, folder).ok()) {
            Some(staging) => Ok(staging),
            None => Self::within(folder).map_err(PublishError::file(folder)),
        }
    }

    /// Creates one in a folder.
    pub fn within(folder: &Path) -> io::Result<Self> {
        let made = tempfile::Builder::new().prefix(PREFIX).tempdir_in(folder)?;
        unfinished().push(made.path().to_owned());
        Ok(Self(made))
    }

    /// Creates one from which files can be moved into another folder.
    fn beside(parent: &Path, folder: &Path) -> io::Result<Self> {
        let staging = Self::within(parent)?;
        let tried = tempfile::Builder::new().prefix(PREFIX).tempfile_in(staging.path())?;
        let place = folder.join(tried.path().file_name().unwrap_or_default());
        tried.persist(&place).map_err(|error| error.error)?;
        fs::remove_file(&place)?;
        Ok(staging)
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let path = self.path().to_owned();
        unfinished().retain(|unfinished| *unfinished != path);
    }
}

/// Folders that were created for a publication. Dropping this removes those that are still empty, unless [`Made::keep`] was called.
#[derive(Debug, Default)]
pub struct Made(Vec<PathBuf>);

impl Made {
    /// Adds folders, the outermost first.
    pub fn add(&mut self, folders: Vec<PathBuf>) {
        made().extend(folders.iter().cloned());
        self.0.extend(folders);
    }

    /// Keeps the folders.
    pub fn keep(&mut self) {
        made().retain(|folder| !self.0.contains(folder));
        self.0.clear();
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        remove_empty(&self.0);
        self.keep();
    }
}

fn remove_empty(folders: &[PathBuf]) {
    for folder in folders.iter().rev() {
        // A folder that is not empty stays.
        let _ = fs::remove_dir(folder);
    }
}

fn made() -> MutexGuard<'static, Vec<PathBuf>> {
    MADE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Blocks interrupts while it is held.
pub fn placing() -> MutexGuard<'static, ()> {
    PLACING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on an interrupt, such as Ctrl-C, removes all staging folders and ends the program. Files that are just being moved
/// into place are completed first.
pub fn abandon_on_interrupt() {
    // Without a handler staging folders are left behind: no reason to fail.
    let _ = ctrlc::set_handler(|| {
        abandon();
        std::process::exit(INTERRUPTED);
    });
}

/// The exit status after an interrupt, as shells have it.
const INTERRUPTED: i32 = 130;

/// Removes the staging folders; nothing is moved into place any more.
fn abandon() {
    std::mem::forget(placing());
    for folder in unfinished().iter() {
        // Until the program ends other threads may still write into them or remove them.
        for _ in 0..100 {
            match fs::remove_dir_all(folder) {
                Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound && folder.exists() => {}
                _ => break,
            }
        }
    }
    remove_empty(&made());
}

#[cfg(all(test, target_os = "linux"))]
#[allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
mod tests {
    use std::os::unix::fs::MetadataExt;

    use super::*;

    #[test]
    fn a_folder_on_another_file_system_is_staged_inside_it() {
        // A file system in memory that every Linux has.
        let Ok(volume) = tempfile::tempdir_in("/dev/shm") else { return };
        let elsewhere = tempfile::tempdir().unwrap();
        let device = |folder: &Path| fs::metadata(folder).unwrap().dev();
        if device(volume.path()) == device(elsewhere.path()) {
            return;
        }
        assert!(Staging::beside(elsewhere.path(), volume.path()).is_err());
        assert_eq!(fs::read_dir(volume.path()).unwrap().count(), 0);
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    }
}
