use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    thread,
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use fact_cards_compress::{brotli, gzip};
use sha2::{Digest, Sha256};

use crate::error::SiteError;

/// A file of the site that was written.
#[derive(Clone, Debug)]
pub struct Written {
    /// Its path in the site.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Who downloads it.
    pub need: Need,
    /// Its compressed form, where that was written too.
    brotli: Option<Vec<u8>>,
}

/// Who downloads a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Need {
    /// Whoever reads the site's own page.
    Page,
    /// Whoever reads an article in which the cards are embedded.
    Article,
    /// Both of them, before activation.
    Reading,
    /// Both of them, on activation.
    Activation,
    /// Whoever reads an article in which the cards stand in a frame, instead of what the others need.
    Frame,
    /// Whoever has read the site's own page, for the day without network.
    Offline,
    /// Whoever requests it.
    OnRequest,
}

impl Written {
    /// Its size in bytes after Brotli at its strongest: what a reader downloads.
    #[must_use]
    pub fn brotli_size(&self) -> usize {
        self.brotli.as_ref().map_or_else(|| brotli_size(&self.bytes), Vec::len)
    }
}

/// How many bytes are left of these after Brotli at its strongest.
#[must_use]
pub fn brotli_size(bytes: &[u8]) -> usize {
    brotli(bytes).len()
}

/// Whether a file gets smaller: pictures are compressed already, and hosts read their own files themselves.
fn is_compressible(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| !matches!(extension, "png" | "jpg"))
}

#[cfg(test)]
#[test]
fn pictures_are_not_compressed_once_more() {
    for (path, is_smaller) in [("a.png", false), ("assets/a-64.jpg", false), ("a.html", true), ("_headers", false)] {
        assert_eq!(is_compressible(path), is_smaller, "{path}");
    }
}

/// How the names of compressed forms end.
pub(crate) const FORMS: [&str; 2] = [".br", ".gz"];

/// The files of a site as they are written.
pub(crate) struct Assets {
    /// Where they go; nowhere where they are only kept in memory.
    folder: Option<PathBuf>,
    written: Vec<Written>,
    /// The paths of those that are not in memory: a large story has a hundred thousand of them.
    aside: Vec<String>,
    /// The forms of pictures that are in the folder, or in that of the version before, by their paths: what they hold is too
    /// much to be kept in memory.
    pictures: BTreeMap<String, PathBuf>,
}

impl Assets {
    /// Files that are kept in memory.
    pub const fn in_memory() -> Self {
        Self { folder: None, written: Vec::new(), aside: Vec::new(), pictures: BTreeMap::new() }
    }

    /// Files below a folder, which is made where it is not there.
    pub fn in_folder(folder: &Path) -> Result<Self, SiteError> {
        fs::create_dir_all(folder).map_err(SiteError::file(folder))?;
        Ok(Self { folder: Some(folder.to_owned()), written: Vec::new(), aside: Vec::new(), pictures: BTreeMap::new() })
    }

    /// Writes a file at a path of its own.
    pub fn write(&mut self, need: Need, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
        if let Some(folder) = &self.folder {
            put(folder, path, bytes)?;
        }
        self.written.push(Written { path: path.to_owned(), bytes: bytes.to_vec(), need, brotli: None });
        Ok(())
    }

    /// Writes one of many files, which is not kept in memory where it goes into a folder.
    pub fn write_aside(&mut self, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
        let Some(folder) = &self.folder else { return self.write(Need::OnRequest, path, bytes) };
        put(folder, path, bytes)?;
        self.aside.push(path.to_owned());
        Ok(())
    }

    /// Counts a file that stays as it was published.
    pub fn note_kept(&mut self, path: String) {
        self.aside.push(path);
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let aside = self.aside.iter().chain(self.pictures.keys());
        self.written.iter().map(|file| file.path.as_str()).chain(aside.map(String::as_str))
    }

    /// Writes a file that is named by what is in it, so that it can be kept for ever, and gives its path.
    pub fn write_named(&mut self, need: Need, stem: &str, extension: &str, bytes: &[u8]) -> Result<String, SiteError> {
        let hash = hash(bytes);
        let path = format!("assets/{stem}-{hash}.{extension}");
        // Several things may have the same in them.
        if !self.written.iter().any(|file| file.path == path) {
            self.write(need, &path, bytes)?;
        }
        Ok(path)
    }

    /// The folder that they go to.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Notes where a form of a picture is.
    pub fn note_picture(&mut self, path: String, file: PathBuf) {
        self.pictures.insert(path, file);
    }

    /// The bytes of a form of a picture.
    pub fn picture(&self, path: &str) -> Result<Vec<u8>, SiteError> {
        if let Some(file) = self.pictures.get(path) {
            return fs::read(file).map_err(SiteError::file(file));
        }
        let written = self.written.iter().find(|file| file.path == path);
        written.map(|file| file.bytes.clone()).ok_or(SiteError::NoPart("pictures"))
    }

    /// Writes the compressed forms of each file that they make smaller beside it, where its path is one of these: a host
    /// sends them as they are.
    pub fn compress(&mut self, is_one: impl Fn(&str) -> bool) -> Result<(), SiteError> {
        let Some(folder) = &self.folder else { return Ok(()) };
        for file in self.written.iter_mut().filter(|file| is_compressible(&file.path) && is_one(&file.path)) {
            let [br, gz] = FORMS.map(|form| folder.join(format!("{}{form}", file.path)));
            let compressed = brotli(&file.bytes);
            fs::write(&br, &compressed).map_err(SiteError::file(&br))?;
            fs::write(&gz, gzip(&file.bytes)).map_err(SiteError::file(&gz))?;
            file.brotli = Some(compressed);
        }
        let aside: Vec<&String> = self.aside.iter().filter(|path| is_compressible(path) && is_one(path)).collect();
        compress_aside(folder, &aside)
    }

    /// All that was written.
    pub fn into_written(self) -> Vec<Written> {
        self.written
    }
}

/// Writes a file below a folder.
fn put(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
    let file = folder.join(path);
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent).map_err(SiteError::file(parent))?;
    }
    fs::write(&file, bytes).map_err(SiteError::file(&file))
}

/// Writes the compressed forms of files of a folder beside them, on every core.
fn compress_aside(folder: &Path, paths: &[&String]) -> Result<(), SiteError> {
    let one = |path: &String| {
        let file = folder.join(path);
        let bytes = fs::read(&file).map_err(SiteError::file(&file))?;
        let [br, gz] = FORMS.map(|form| folder.join(format!("{path}{form}")));
        fs::write(&br, brotli(&bytes)).map_err(SiteError::file(&br))?;
        fs::write(&gz, gzip(&bytes)).map_err(SiteError::file(&gz))
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let shares = paths.chunks(paths.len().div_ceil(cores).max(1));
        let workers: Vec<_> =
            shares.map(|share| scope.spawn(move || share.iter().try_for_each(|path| one(path)))).collect();
        // A thread that ends before its work is done has written nothing of the rest.
        workers.into_iter().try_for_each(|worker| worker.join().unwrap_or(Err(SiteError::Unfinished)))
    })
}

/// A short name for what these bytes say: 48 bits of their hash, since the loader carries such names.
pub(crate) fn hash(bytes: &[u8]) -> String {
    hexadecimal(Sha256::digest(bytes).iter().take(6))
}

fn hexadecimal<'b>(bytes: impl Iterator<Item = &'b u8>) -> String {
    let mut written = String::new();
    for byte in bytes {
        // Writing to a String does not fail.
        let _ = write!(written, "{byte:02x}");
    }
    written
}

/// A hash of a list of byte strings.
#[derive(Default)]
pub(crate) struct Digester(Sha256);

impl Digester {
    /// Adds the next one.
    pub fn note(&mut self, bytes: &[u8]) {
        // Their length comes first, so that two cannot be taken for one.
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    /// The hash of all of them.
    pub fn hash(self) -> String {
        hexadecimal(self.0.finalize().iter())
    }
}

/// The value of an `integrity` attribute for these bytes. SHA-256 is as safe for that as longer ones, and what the loader
/// carries of it is shorter.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}
