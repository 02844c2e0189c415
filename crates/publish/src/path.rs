//! Plain paths of files in a folder: relative, with `/` between their parts, and without `..`.

use std::{
    fs, io,
    path::{Component, Path, PathBuf},
};

use crate::error::PublishError;

/// Whether a path cannot lead out of its folder.
pub fn is_plain(path: &str) -> bool {
    let parts = || Path::new(path).components();
    !path.is_empty() && !path.contains('\\') && parts().all(|part| matches!(part, Component::Normal(_)))
}

/// What a path leads to.
#[derive(Debug, PartialEq)]
pub enum Standing {
    Nothing,
    File,
    /// Anything but a regular file (a folder, a link, a pipe), or a path through a link.
    Other(PathBuf),
}

/// What a plain path in a folder leads to. Links are not followed.
pub fn standing(folder: &Path, path: &str) -> Result<Standing, PublishError> {
    let mut place = folder.to_owned();
    let mut parts = Path::new(path).components().peekable();
    while let Some(part) = parts.next() {
        place.push(part);
        let is_last = parts.peek().is_none();
        match fs::symlink_metadata(&place) {
            Ok(found) if is_last && found.is_file() => return Ok(Standing::File),
            Ok(found) if !is_last && found.is_dir() => {}
            Ok(_) => return Ok(Standing::Other(place)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Standing::Nothing),
            Err(error) => return Err(PublishError::file(place)(error)),
        }
    }
    Ok(Standing::Other(place))
}

/// The files below a folder, as plain paths in alphabetical order.
pub fn files_below(folder: &Path) -> Result<Vec<String>, PublishError> {
    let mut files = Vec::new();
    add_files(folder, "", &mut files)?;
    files.sort_unstable();
    Ok(files)
}

fn add_files(folder: &Path, before: &str, files: &mut Vec<String>) -> Result<(), PublishError> {
    for entry in fs::read_dir(folder).map_err(PublishError::file(folder))? {
        let entry = entry.map_err(PublishError::file(folder))?;
        let path = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type().map_err(PublishError::file(entry.path()))?.is_dir() {
            add_files(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_out_of_its_folder_is_not_accepted_as_plain() {
        for plain in ["index.html", "fr/index.html", ".hidden", "a..b/c"] {
            assert!(is_plain(plain), "{plain}");
        }
        for other in ["", "/etc/passwd", "../victim.txt", "a/../../b", "./a", "a/..", "..\\victim.txt", "C:\\a"] {
            assert!(!is_plain(other), "{other}");
        }
    }
}
