//! Flushes files to disk, so that they survive a power failure.

use std::{fs::File, path::Path};

use crate::error::PublishError;

/// Flushes the whole file system of a folder: flushing thousands of files one by one would take minutes.
#[cfg(target_os = "linux")]
pub fn everything_below(folder: &Path, _: &[String]) -> Result<(), PublishError> {
    let opened = File::open(folder).map_err(PublishError::file(folder))?;
    rustix::fs::syncfs(&opened).map_err(|error| PublishError::file(folder)(error.into()))
}

/// Flushes these files of a folder.
#[cfg(not(target_os = "linux"))]
pub fn everything_below(folder: &Path, files: &[String]) -> Result<(), PublishError> {
    files.iter().map(|file| folder.join(file)).try_for_each(|path| {
        let synced = File::options().write(true).open(&path).and_then(|file| file.sync_all());
        synced.map_err(PublishError::file(&path))
    })
}
