use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use tempfile::TempDir;

use crate::error::PublishError;

/// How the names of unfinished folders begin. They end in what nobody can foresee.
const PREFIX: &str = ".fact-cards-";

/// The unfinished folders of this program.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
/// The folders that were made for what is to be put into them, each after the one that it is in.
static MADE: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
/// Held while files are put in place: who stops the program waits for the end of that.
static PLACING: Mutex<()> = Mutex::new(());

/// A folder for what is not finished, which goes with this.
#[derive(Debug)]
pub struct Staging(TempDir);

impl Staging {
    /// One on the same file system as a folder: beside it, or where that cannot be, as for a volume of its own, in it.
    pub fn for_folder(folder: &Path) -> Result<Self, PublishError> {
        match folder.parent().and_then(|parent| Self::beside(parent, folder).ok()) {
            Some(staging) => Ok(staging),
            None => Self::within(folder).map_err(PublishError::file(folder)),
        }
    }

    /// One in a folder.
    pub fn within(folder: &Path) -> io::Result<Self> {
        let made = tempfile::Builder::new().prefix(PREFIX).tempdir_in(folder)?;
        unfinished().push(made.path().to_owned());
        Ok(Self(made))
    }

    /// One from which files can be moved into another folder.
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

/// Folders that were made for what is to be put into them. Unless [`Made::keep`] is called they go with this, where nobody has put
/// anything into them.
#[derive(Debug, Default)]
pub struct Made(Vec<PathBuf>);

impl Made {
    /// Notes those, the outermost first.
    pub fn add(&mut self, folders: Vec<PathBuf>) {
        made().extend(folders.iter().cloned());
        self.0.extend(folders);
    }

    /// They stay.
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
        // One that somebody has put something into stays.
        let _ = fs::remove_dir(folder);
    }
}

fn made() -> MutexGuard<'static, Vec<PathBuf>> {
    MADE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// While this is held nobody stops the program.
pub fn placing() -> MutexGuard<'static, ()> {
    PLACING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whoever stops the program from now on, as with Ctrl-C, leaves nothing unfinished behind. What is just being put in place is
/// put there first.
pub fn abandon_on_interrupt() {
    // Where a handler cannot be set, what is unfinished stays: that is no reason not to begin.
    let _ = ctrlc::set_handler(|| {
        abandon();
        std::process::exit(INTERRUPTED);
    });
}

/// The exit status of what was interrupted, as shells have it.
const INTERRUPTED: i32 = 130;

/// Takes away what is unfinished; nothing is put in place any more.
fn abandon() {
    std::mem::forget(placing());
    for folder in unfinished().iter() {
        // Until the program ends others still write into it, or take it away at the same time.
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
    fn what_is_on_another_file_system_is_made_ready_within() {
        // Memory that every Linux has as a file system of its own.
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
