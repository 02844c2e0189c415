use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, ErrorKind},
    path::Path,
    time::SystemTime,
};

use fact_cards_author::StoryFiles;

/// When a file was written and how large it is, or why it cannot be read.
type Seen = Result<(SystemTime, u64), ErrorKind>;

/// A snapshot of the story's files: modification times and sizes, not contents. Snapshots of unchanged files are equal.
#[derive(Debug, Eq, PartialEq)]
pub struct Look(Result<BTreeMap<String, Seen>, ErrorKind>);

impl Look {
    /// Takes a snapshot of the story in a folder. Missing and unreadable files are part of it.
    pub fn at(story: &Path) -> Self {
        let files = StoryFiles::paths(story).map_err(|error| error.kind());
        Self(files.map(|files| {
            files.into_iter().map(|(name, path)| (name, at_file(&path).map_err(|error| error.kind()))).collect()
        }))
    }
}

/// The modification time and size of a file. It is opened, since only that shows whether it is readable.
fn at_file(path: &Path) -> io::Result<(SystemTime, u64)> {
    let metadata = File::open(path)?.metadata()?;
    Ok((metadata.modified()?, metadata.len()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    /// A story with one data file and one file of words.
    fn story() -> TempDir {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("words")).unwrap();
        fs::write(folder.path().join("facts.toml"), "one").unwrap();
        fs::write(folder.path().join("words/cy.ftl"), "one").unwrap();
        folder
    }

    fn sees(does: impl FnOnce(&Path)) -> bool {
        let folder = story();
        let before = Look::at(folder.path());
        assert_eq!(before, Look::at(folder.path()), "nothing has changed");
        does(folder.path());
        before != Look::at(folder.path())
    }

    #[test]
    fn an_editors_changes_to_a_story_are_noticed() {
        assert!(sees(|story| fs::write(story.join("facts.toml"), "more").unwrap()), "a file is written");
        assert!(sees(|story| fs::write(story.join("words/cy.ftl"), "more").unwrap()), "words are written");
        assert!(sees(|story| fs::write(story.join("venues.toml"), "").unwrap()), "a file is new");
        assert!(sees(|story| fs::remove_file(story.join("facts.toml")).unwrap()), "a file is taken away");
        assert!(sees(|story| fs::remove_dir_all(story).unwrap()), "the folder is taken away");
        assert!(
            sees(|story| {
                fs::write(story.join("facts.toml.new"), "another").unwrap();
                fs::rename(story.join("facts.toml.new"), story.join("facts.toml")).unwrap();
            }),
            "a file is written beside it and takes its place"
        );
    }

    #[test]
    fn temporary_files_of_text_editors_are_ignored() {
        assert!(!sees(|story| fs::write(story.join(".facts.toml.swp"), "").unwrap()), "Vim");
        assert!(!sees(|story| fs::write(story.join(".#facts.toml"), "").unwrap()), "Emacs");
        assert!(!sees(|story| fs::write(story.join("facts.toml~"), "").unwrap()), "a copy of the text before");
    }

    #[cfg(unix)]
    #[test]
    fn a_change_behind_a_symlink_is_noticed() {
        let elsewhere = TempDir::new().unwrap();
        let file = elsewhere.path().join("shared.toml");
        fs::write(&file, "one").unwrap();
        let folder = story();
        std::os::unix::fs::symlink(&file, folder.path().join("articles.toml")).unwrap();
        let before = Look::at(folder.path());
        fs::write(&file, "another").unwrap();
        assert_ne!(before, Look::at(folder.path()));
    }
}
