use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use super::wording::is_obeyed;

/// The most bytes that a file of a story may have: 64 MiB.
pub const MAX_FILE_BYTES: u64 = 64 << 20;

/// The files of a story folder, not yet parsed.
#[derive(Clone, Debug, Default)]
pub struct StoryFiles {
    folder: String,
    files: BTreeMap<String, Found>,
}

/// The content of a file, or why there is none.
#[derive(Clone, Debug)]
pub(super) enum Found {
    Bytes(Vec<u8>),
    TooLarge(u64),
    Unreadable(String),
}

impl StoryFiles {
    /// No files yet; `folder` is how diagnostics name the place.
    #[must_use]
    pub fn new(folder: &str) -> Self {
        Self { folder: folder.to_owned(), files: BTreeMap::new() }
    }

    /// Adds or replaces a file.
    pub fn insert(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        let bytes = bytes.into();
        let size = bytes.len() as u64;
        let found = if size > MAX_FILE_BYTES { Found::TooLarge(size) } else { Found::Bytes(bytes) };
        self.files.insert(name.to_owned(), found);
    }

    /// Removes a file.
    pub fn remove(&mut self, name: &str) {
        self.files.remove(name);
    }

    /// The text of a file, if it exists and is UTF-8.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.files.get(name) {
            Some(Found::Bytes(bytes)) => str::from_utf8(bytes).ok(),
            _ => None,
        }
    }

    /// Finds the `.toml` files of a folder, and the words of the interface in its folder `words`. A file that cannot be read
    /// is reported with the story's other mistakes.
    ///
    /// # Errors
    /// When the folder itself cannot be listed.
    pub fn in_folder(folder: &Path) -> io::Result<Self> {
        let mut files = Self::new(&folder.display().to_string());
        for (name, path) in Self::paths(folder)? {
            let found = read_limited(&path).unwrap_or_else(|error| Found::Unreadable(error.to_string()));
            files.files.insert(name, found);
        }
        Ok(files)
    }

    /// The names and paths of the files that [`Self::in_folder`] reads.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn paths(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
        let mut paths = Vec::new();
        add(folder, "", "toml", &mut paths)?;
        let words = folder.join("words");
        if words.is_dir() {
            add(&words, "words/", "ftl", &mut paths)?;
        }
        Ok(paths)
    }

    /// The files in order of their names, each with its bytes, if it could be read.
    pub fn contents(&self) -> impl Iterator<Item = (&str, Option<&[u8]>)> {
        self.iter().map(|(name, found)| match found {
            Found::Bytes(bytes) => (name, Some(bytes.as_slice())),
            Found::TooLarge(_) | Found::Unreadable(_) => (name, None),
        })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Found)> {
        self.files.iter().map(|(name, found)| (name.as_str(), found))
    }

    /// The name of a file in reports. Control characters in it are escaped.
    pub(super) fn path_of(&self, name: &str) -> String {
        let folder = self.folder.trim_end_matches('/');
        let path = if self.folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let shown = |letter: char| if is_obeyed(letter) { letter.escape_default().to_string() } else { letter.into() };
        path.chars().map(shown).collect()
    }
}

/// Adds the files of a folder that have that extension. Hidden files are skipped: they belong to programs, such as Emacs's
/// `.#facts.toml` beside an unsaved text.
fn add(folder: &Path, before: &str, extension: &str, paths: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|known| known == extension)
            && let Some(name) = path.file_name().and_then(|name| name.to_str())
            && !name.starts_with('.')
        {
            paths.push((format!("{before}{name}"), path));
        }
    }
    Ok(())
}

fn read_limited(path: &Path) -> io::Result<Found> {
    let found = fs::metadata(path)?;
    // Reading a pipe could block for ever.
    if !found.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let size = found.len();
    if size > MAX_FILE_BYTES {
        return Ok(Found::TooLarge(size));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_FILE_BYTES).read_to_end(&mut bytes)?;
    Ok(Found::Bytes(bytes))
}
