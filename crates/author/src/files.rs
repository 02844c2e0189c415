use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use fact_cards_picture::MOST_BYTES;

use super::wording::is_obeyed;

/// The most bytes that a file of a story may have: 64 MiB.
pub const MAX_FILE_BYTES: u64 = 64 << 20;

/// The folder of a story that holds its pictures.
const PICTURES: &str = "pictures/";

/// The files of a story folder, not yet parsed. Pictures are not even read: thousands of them would fill the memory.
#[derive(Clone, Debug, Default)]
pub struct StoryFiles {
    folder: String,
    files: BTreeMap<String, Found>,
    pictures: Arc<BTreeMap<String, PictureFile>>,
}

/// Where the bytes of a picture are.
#[derive(Clone, Debug)]
pub enum PictureFile {
    /// In a file of the story's folder.
    File(PathBuf),
    /// In memory.
    Bytes(Arc<[u8]>),
    /// In a file that a link leads to, outside of the story's folder.
    Outside,
}

impl PictureFile {
    /// The bytes; one more than a picture may have, where it has more.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::File(path) => {
                // Reading a pipe could block for ever.
                if !fs::metadata(path)?.is_file() {
                    return Err(io::Error::other("it is not a file"));
                }
                let mut bytes = Vec::new();
                File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
                Ok(bytes)
            }
            Self::Bytes(bytes) => Ok(bytes.to_vec()),
            Self::Outside => Err(io::Error::other("it is a link out of the story's folder")),
        }
    }
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
        Self { folder: folder.to_owned(), ..Self::default() }
    }

    /// Adds or replaces a file.
    pub fn insert(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        let bytes = bytes.into();
        if name.starts_with(PICTURES) {
            Arc::make_mut(&mut self.pictures).insert(name.to_owned(), PictureFile::Bytes(bytes.into()));
            return;
        }
        let size = bytes.len() as u64;
        let found = if size > MAX_FILE_BYTES { Found::TooLarge(size) } else { Found::Bytes(bytes) };
        self.files.insert(name.to_owned(), found);
    }

    /// Removes a file.
    pub fn remove(&mut self, name: &str) {
        self.files.remove(name);
        Arc::make_mut(&mut self.pictures).remove(name);
    }

    /// The text of a file, if it exists and is UTF-8.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.files.get(name) {
            Some(Found::Bytes(bytes)) => str::from_utf8(bytes).ok(),
            _ => None,
        }
    }

    /// Finds the `.toml` files of a folder, the words of the interface in its folder `words`, and what is in its folder `pictures`.
    /// A file that cannot be read is reported with the story's other mistakes.
    ///
    /// # Errors
    /// When the folder itself cannot be listed.
    pub fn in_folder(folder: &Path) -> io::Result<Self> {
        let mut files = Self::new(&folder.display().to_string());
        for (name, path) in texts(folder)? {
            let found = read_limited(&path).unwrap_or_else(|error| Found::Unreadable(error.to_string()));
            files.files.insert(name, found);
        }
        let whole = folder.canonicalize()?;
        let is_outside = |path: &Path| path.canonicalize().is_ok_and(|path| !path.starts_with(&whole));
        let placed = |path: PathBuf| if is_outside(&path) { PictureFile::Outside } else { PictureFile::File(path) };
        files.pictures = Arc::new(pictures(folder)?.into_iter().map(|(name, path)| (name, placed(path))).collect());
        Ok(files)
    }

    /// The names and paths of the files that a story in a folder has.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn paths(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
        let mut paths = texts(folder)?;
        paths.extend(pictures(folder)?);
        Ok(paths)
    }

    /// Adds a picture where it is.
    pub fn insert_picture(&mut self, name: &str, file: PictureFile) {
        Arc::make_mut(&mut self.pictures).insert(name.to_owned(), file);
    }

    /// The pictures, in order of their names.
    #[must_use]
    pub const fn pictures(&self) -> &Arc<BTreeMap<String, PictureFile>> {
        &self.pictures
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

/// The files with texts.
fn texts(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut paths = Vec::new();
    add(folder, "", Some("toml"), &mut paths)?;
    let words = folder.join("words");
    if words.is_dir() {
        add(&words, "words/", Some("ftl"), &mut paths)?;
    }
    Ok(paths)
}

/// The pictures, and what else lies with them.
fn pictures(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut paths = Vec::new();
    let pictures = folder.join(PICTURES);
    if pictures.is_dir() {
        add(&pictures, PICTURES, None, &mut paths)?;
    }
    Ok(paths)
}

/// Adds the files of a folder that have that extension, or any. Hidden files are skipped: they belong to programs, such as Emacs's
/// `.#facts.toml` beside an unsaved text.
fn add(folder: &Path, before: &str, extension: Option<&str>, paths: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if extension.is_none_or(|wanted| path.extension().is_some_and(|known| known == wanted))
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
