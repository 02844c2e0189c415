use std::{fs, io, path::Path};

use crate::{error::PublishError, staging::Staging};

/// Files that were moved into a folder one by one. Dropping this rolls all of it back, unless [`Moved::keep`] was called.
pub struct Moved<'f> {
    folder: &'f Path,
    /// Holds the replaced files until then.
    before: Staging,
    done: Vec<Done<'f>>,
}

/// A file that was put in place.
struct Done<'f> {
    path: &'f str,
    /// The number of the file that it replaced, among those held; none where there was no file.
    kept: Option<usize>,
}

impl<'f> Moved<'f> {
    /// Nothing has been moved yet.
    pub fn into_folder(folder: &'f Path) -> Result<Self, PublishError> {
        Ok(Self { folder, before: Staging::for_folder(folder)?, done: Vec::new() })
    }

    /// Moves a file to a relative path. At any moment either the old or the new file is there.
    pub fn replace(&mut self, path: &'f str, by: &Path) -> Result<(), PublishError> {
        let place = self.folder.join(path);
        let replaced = || -> io::Result<Option<usize>> {
            if let Some(parent) = place.parent() {
                fs::create_dir_all(parent)?;
            }
            let kept = self.keep_copy(&place)?;
            fs::rename(by, &place)?;
            Ok(kept)
        };
        let kept = replaced().map_err(PublishError::file(&place))?;
        self.done.push(Done { path, kept });
        Ok(())
    }

    /// Removes a file, and the folders that this leaves empty.
    pub fn remove(&mut self, path: &'f str) -> Result<(), PublishError> {
        let place = self.folder.join(path);
        let removed = || -> io::Result<Option<usize>> {
            let kept = self.keep_copy(&place)?;
            fs::remove_file(&place)?;
            Ok(kept)
        };
        let kept = removed().map_err(PublishError::file(&place))?;
        self.done.push(Done { path, kept });
        remove_empty_folders(self.folder, path);
        Ok(())
    }

    /// Makes the changes permanent.
    pub fn keep(mut self) {
        self.done.clear();
    }

    /// Holds the file at a path, if there is one.
    fn keep_copy(&self, place: &Path) -> io::Result<Option<usize>> {
        let number = self.done.len();
        let kept = self.before.path().join(number.to_string());
        match fs::hard_link(place, &kept) {
            Ok(()) => Ok(Some(number)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            // Not every file system supports hard links.
            Err(_) => fs::copy(place, &kept).map(|_| Some(number)),
        }
    }
}

impl Drop for Moved<'_> {
    fn drop(&mut self) {
        for Done { path, kept } in self.done.iter().rev() {
            let place = self.folder.join(path);
            // The caller has already been given an error.
            let _ = match kept {
                Some(number) => place
                    .parent()
                    .map_or(Ok(()), fs::create_dir_all)
                    .and_then(|()| fs::rename(self.before.path().join(number.to_string()), &place)),
                None => fs::remove_file(&place),
            };
            if kept.is_none() {
                remove_empty_folders(self.folder, path);
            }
        }
    }
}

/// Removes the parent folders of a removed file that are empty now.
fn remove_empty_folders(folder: &Path, path: &str) {
    // Neither the path itself nor the published folder.
    for above in Path::new(path).ancestors().skip(1).filter(|above| !above.as_os_str().is_empty()) {
        // A folder that is not empty stays.
        if fs::remove_dir(folder.join(above)).is_err() {
            return;
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
mod tests {
    use super::*;
    use crate::path::files_below;

    #[test]
    fn everything_is_restored_where_a_file_cannot_be_put_in_place() {
        let folder = tempfile::tempdir().unwrap();
        let (site, new) = (folder.path().join("site"), folder.path().join("new"));
        fs::create_dir_all(site.join("fr")).unwrap();
        fs::create_dir(&new).unwrap();
        fs::write(site.join("index.html"), "one").unwrap();
        fs::write(site.join("fr/index.html"), "un").unwrap();
        fs::write(new.join("two"), "two").unwrap();
        fs::write(new.join("ar"), "ar").unwrap();

        let mut moved = Moved::into_folder(&site).unwrap();
        moved.replace("index.html", &new.join("two")).unwrap();
        moved.replace("ar/index.html", &new.join("ar")).unwrap();
        moved.remove("fr/index.html").unwrap();
        assert_eq!(files_below(&site).unwrap(), ["ar/index.html", "index.html"]);
        assert!(moved.replace("last.html", &new.join("is not there")).is_err());
        drop(moved);
        assert_eq!(files_below(&site).unwrap(), ["fr/index.html", "index.html"]);
        assert_eq!(fs::read_to_string(site.join("index.html")).unwrap(), "one");
        assert_eq!(fs::read_to_string(site.join("fr/index.html")).unwrap(), "un");
        assert!(!site.join("ar").exists());
    }

    #[test]
    fn changes_that_are_kept_are_not_rolled_back() {
        let folder = tempfile::tempdir().unwrap();
        let (site, new) = (folder.path().join("site"), folder.path().join("new"));
        fs::create_dir(&site).unwrap();
        fs::write(&new, "two").unwrap();
        let mut moved = Moved::into_folder(&site).unwrap();
        moved.replace("index.html", &new).unwrap();
        moved.keep();
        assert_eq!(files_below(&site).unwrap(), ["index.html"]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}
