use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    error::PublishError,
    moved::Moved,
    path::files_below,
    staging::{Made, Staging, placing},
    sync::everything_below,
};

/// Writes a folder that does not exist or is empty: all of it or nothing.
///
/// # Errors
/// When the folder is not empty, when it cannot be moved into place, or when `write` fails.
pub fn write_new<E: From<PublishError>>(folder: &Path, write: impl FnOnce(&Path) -> Result<(), E>) -> Result<(), E> {
    let place = resolve(folder)?;
    let parent = place.parent().unwrap_or(&place);
    let mut made = Made::default();
    made.add(missing(parent));
    write_at(&place, parent, write)?;
    made.keep();
    Ok(())
}

fn write_at<E: From<PublishError>>(
    place: &Path,
    parent: &Path,
    write: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<(), E> {
    fs::create_dir_all(parent).map_err(PublishError::file(parent))?;
    let staging = match Staging::within(parent) {
        Ok(staging) => staging,
        // The folder may exist although nothing can be written next to it.
        Err(_) if place.is_dir() => Staging::within(place).map_err(PublishError::file(place))?,
        Err(error) => return Err(PublishError::file(parent)(error).into()),
    };
    // Temporary folders are accessible for their owner only; this one gets the usual permissions.
    let new = staging.path().join("new");
    fs::create_dir(&new).map_err(PublishError::file(&new))?;
    write(&new)?;
    let files = files_below(&new)?;
    everything_below(&new, &files)?;
    let _placing = placing();
    match fs::rename(&new, place) {
        Ok(()) => {}
        // A mount point, or the current folder of a process, cannot be replaced by another folder.
        Err(_) if place.is_dir() => {
            let mut moved = Moved::into_folder(place)?;
            files.iter().try_for_each(|file| moved.replace(file, &new.join(file)))?;
            moved.keep();
        }
        Err(error) => return Err(PublishError::file(place)(error).into()),
    }
    Ok(everything_below(parent, &[])?)
}

/// The folder to write, resolved: it does not exist or is empty.
fn resolve(folder: &Path) -> Result<PathBuf, PublishError> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return std::path::absolute(folder).map_err(PublishError::file(folder));
        }
        Err(error) => return Err(PublishError::file(folder)(error)),
        Ok(_) => {}
    }
    let place = folder.canonicalize().map_err(|error| match fs::read_link(folder) {
        Ok(to) => PublishError::DanglingLink { link: folder.to_owned(), to },
        Err(_) => PublishError::file(folder)(error),
    })?;
    if !place.is_dir() {
        return Err(PublishError::NotAFolder(folder.to_owned()));
    }
    let is_empty = fs::read_dir(&place).map_err(PublishError::file(folder))?.next().is_none();
    if is_empty { Ok(place) } else { Err(PublishError::NotEmpty(folder.to_owned())) }
}

/// The missing parent folders of a path, the outermost first.
fn missing(folder: &Path) -> Vec<PathBuf> {
    let is_missing = |folder: &&Path| fs::symlink_metadata(folder).is_err();
    let mut missing: Vec<PathBuf> = folder.ancestors().take_while(is_missing).map(Path::to_owned).collect();
    missing.reverse();
    missing
}
