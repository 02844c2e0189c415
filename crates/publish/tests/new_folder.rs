//! Writing a folder that did not exist before.
#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it should be")]

use std::{fs, path::Path};

use fact_cards_publish::{PublishError, write_new};
use tempfile::TempDir;

/// Errors while a folder is written.
#[derive(Debug)]
enum Error {
    Publish(PublishError),
    Full,
}

impl From<PublishError> for Error {
    fn from(error: PublishError) -> Self {
        Self::Publish(error)
    }
}

fn write(folder: &Path) -> Result<(), Error> {
    let file = |name, text: &str| fs::write(folder.join(name), text).map_err(|_| Error::Full);
    fs::create_dir(folder.join("words")).unwrap();
    file("story.toml", "title")?;
    file("words/en.ftl", "word")
}

#[test]
fn a_new_or_empty_folder_gets_everything() {
    let folder = TempDir::new().unwrap();
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    for place in [empty, folder.path().join("not/there/yet")] {
        write_new(&place, write).unwrap();
        assert_eq!(fs::read_to_string(place.join("words/en.ftl")).unwrap(), "word");
        assert_eq!(fs::read_dir(&place).unwrap().count(), 2);
        // No temporary files are left beside it.
        assert!(
            fs::read_dir(place.parent().unwrap())
                .unwrap()
                .all(|entry| { !entry.unwrap().file_name().to_string_lossy().starts_with('.') })
        );
    }
}

#[test]
fn a_failed_write_leaves_nothing_and_the_next_try_succeeds() {
    let folder = TempDir::new().unwrap();
    for place in ["story", "not/there/yet"].map(|path| folder.path().join(path)) {
        let full = write_new(&place, |new| {
            write(new)?;
            Err(Error::Full)
        });
        assert!(matches!(full, Err(Error::Full)));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
    write_new(&folder.path().join("story"), write).unwrap();
}

#[test]
fn a_folder_with_content_a_file_and_a_dangling_link_are_refused() {
    let folder = TempDir::new().unwrap();
    let (held, file) = (folder.path().join("held"), folder.path().join("file"));
    fs::create_dir(&held).unwrap();
    fs::write(held.join(".hidden"), "mine").unwrap();
    fs::write(&file, "mine").unwrap();
    assert!(matches!(write_new(&held, write), Err(Error::Publish(PublishError::NotEmpty(_)))));
    assert!(matches!(write_new(&file, write), Err(Error::Publish(PublishError::NotAFolder(_)))));
    assert_eq!(fs::read_to_string(held.join(".hidden")).unwrap(), "mine");
    #[cfg(unix)]
    {
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("nowhere", &link).unwrap();
        assert!(matches!(write_new(&link, write), Err(Error::Publish(PublishError::DanglingLink { .. }))));
    }
}

#[cfg(unix)]
#[test]
fn a_new_folder_has_the_usual_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let place = folder.path().join("story");
    write_new(&place, write).unwrap();
    assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o555, 0o555);
}
