use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use serde_json::Value;

use crate::{
    error::PublishError,
    manifest::{MANIFEST, Manifest, hash_of},
    moved::Moved,
    path::{Standing, files_below, standing},
    staging::{Made, Staging, placing},
    sync::everything_below,
};

/// A new version of a site, being written. It holds the lock of its folder. Until [`Publication::finish`] the published version
/// is unchanged.
#[derive(Debug)]
pub struct Publication {
    /// The folder itself, with links resolved.
    folder: PathBuf,
    /// The manifest of the published version.
    before: Manifest,
    /// The files that are kept from it, with their hashes.
    kept: Mutex<BTreeMap<String, String>>,
    // Dropped before the folders that were created for it.
    staging: Staging,
    made: Made,
    // Dropping it releases the lock.
    _lock: File,
}

/// How many files of a site were written, kept and removed.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct FileCounts {
    /// How many are new or have changed.
    pub written: usize,
    /// How many were already there with the same content.
    pub unchanged: usize,
    /// How many were removed, since the new version does not have them.
    pub removed: usize,
    /// Files that the new version does not have but that somebody has edited: they stay.
    pub left: Vec<String>,
}

impl Publication {
    /// Begins a new version of the site in a folder, which is created if needed. Links are followed. Waits for the lock;
    /// `on_wait` is called before that.
    ///
    /// # Errors
    /// When the folder holds something other than a site, when a link dangles, or when it is not writable.
    pub fn begin(folder: &Path, on_wait: impl Fn(&Path)) -> Result<Self, PublishError> {
        let mut made = Made::default();
        let (folder, lock) = loop {
            made.add(make(folder)?);
            let resolved = resolve(folder)?;
            let lock = lock(&resolved, &on_wait)?;
            // The previous holder of the lock may have removed the folder.
            if is_still_there(&resolved, &lock) {
                break (resolved, lock);
            }
        };
        let before = match Manifest::read(&folder)? {
            Some(manifest) => manifest,
            None => expect_empty(&folder)?,
        };
        for path in before.files.keys() {
            if let Standing::Other(other) = standing(&folder, path)? {
                return Err(PublishError::InTheWay(other));
            }
        }
        let staging = Staging::for_folder(&folder)?;
        Ok(Self { folder, before, kept: Mutex::default(), staging, made, _lock: lock })
    }

    /// The staging folder: the files of the new version go here.
    #[must_use]
    pub fn staging(&self) -> &Path {
        self.staging.path()
    }

    /// The notes in the manifest of the published version.
    #[must_use]
    pub const fn notes(&self) -> &Value {
        &self.before.notes
    }

    /// The files of the published version whose paths begin so, by the rest of these.
    pub fn published<'p>(&'p self, beginning: &'p str) -> impl Iterator<Item = &'p str> {
        self.before.files.keys().filter_map(move |path| path.strip_prefix(beginning))
    }

    /// Keeps the published files in a subfolder, if there are any and all of them still have the content that was written.
    /// Returns whether they are kept.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn keep_below(&self, folder: &str) -> Result<bool, PublishError> {
        let mut kept = BTreeMap::new();
        let below = format!("{folder}/");
        for path in
            self.before.files.range(below.clone()..).map(|(path, _)| path).take_while(|path| path.starts_with(&below))
        {
            let Some(hash) = self.as_written(path)? else { return Ok(false) };
            kept.insert(path.clone(), hash);
        }
        let is_there = !kept.is_empty();
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).extend(kept);
        Ok(is_there)
    }

    /// Keeps one published file, if it is there and still has the content that was written. Returns where it is.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn keep(&self, path: &str) -> Result<Option<PathBuf>, PublishError> {
        let Some(hash) = self.as_written(path)? else { return Ok(None) };
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), hash);
        Ok(Some(self.folder.join(path)))
    }

    /// The hash of a published file, if it still has the content that was written.
    fn as_written(&self, path: &str) -> Result<Option<String>, PublishError> {
        if !self.before.files.contains_key(path) || standing(&self.folder, path)? != Standing::File {
            return Ok(None);
        }
        Ok(Some(hash_of(&self.folder.join(path))?).filter(|hash| self.before.has(path, hash)))
    }

    /// The paths of the kept files in a subfolder.
    #[must_use]
    pub fn kept_below(&self, folder: &str) -> Vec<String> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let below = format!("{folder}/");
        kept.keys().filter(|path| path.starts_with(&below)).cloned().collect()
    }

    /// Publishes the version: files that others refer to come first and pages last; then files that it does not have are
    /// removed. `notes` are for the builder's next run; they are published in the manifest.
    ///
    /// # Errors
    /// When a file that is not ours is in the way, or when a file cannot be moved into place. The previous version is restored
    /// then.
    pub fn finish(mut self, notes: Value) -> Result<FileCounts, PublishError> {
        let mut hashes = std::mem::take(&mut *self.kept.lock().unwrap_or_else(PoisonError::into_inner));
        let mut published = FileCounts { unchanged: hashes.len(), ..FileCounts::default() };
        let mut new = Vec::new();
        for path in files_below(self.staging())? {
            let hash = hash_of(&self.staging().join(&path))?;
            if self.is_there(&path, &hash)? {
                published.unchanged += 1;
            } else {
                new.push(path.clone());
            }
            hashes.insert(path, hash);
        }
        let gone: BTreeSet<&String> = self.before.files.keys().filter(|path| !hashes.contains_key(*path)).collect();
        new.sort_by_key(|path| (rank(path), path.clone()));
        everything_below(self.staging(), &new)?;

        let files = hashes.into_iter().map(|(path, hash)| (path, vec![hash])).collect();
        let after = Manifest { files, notes };
        let _placing = placing();
        // If the program is killed from here on, both versions are mixed; the manifest lists the files of both.
        either(&self.before, &after).write(&self.folder)?;
        let moved = self.place(&new, &gone, &after, &mut published);
        if moved.is_err() {
            // The old manifest is right again. If it cannot be written, the other one lists its files too.
            let _ = if self.before == Manifest::default() {
                fs::remove_file(self.folder.join(MANIFEST)).map_err(PublishError::file(MANIFEST))
            } else {
                self.before.write(&self.folder)
            };
        }
        moved?;
        self.made.keep();
        Ok(published)
    }

    /// Moves the new files into place, removes the obsolete ones and writes the manifest.
    fn place(
        &self,
        new: &[String],
        gone: &BTreeSet<&String>,
        after: &Manifest,
        published: &mut FileCounts,
    ) -> Result<(), PublishError> {
        let mut moved = Moved::into_folder(&self.folder)?;
        for path in new {
            moved.replace(path, &self.staging().join(path))?;
        }
        for path in gone {
            if standing(&self.folder, path)? != Standing::File {
                continue;
            }
            if self.before.has(path, &hash_of(&self.folder.join(path))?) {
                moved.remove(path)?;
                published.removed += 1;
            } else {
                published.left.push((*path).clone());
            }
        }
        everything_below(&self.folder, new)?;
        after.write(&self.folder)?;
        moved.keep();
        published.written = new.len();
        Ok(())
    }

    /// Whether a file of the site exists and has that hash.
    ///
    /// # Errors
    /// When a file that is not ours is there.
    fn is_there(&self, path: &str, hash: &str) -> Result<bool, PublishError> {
        match standing(&self.folder, path)? {
            Standing::Nothing => Ok(false),
            Standing::Other(other) => Err(PublishError::InTheWay(other)),
            Standing::File => {
                let is_same = hash_of(&self.folder.join(path))? == hash;
                if is_same || self.before.files.contains_key(path) {
                    Ok(is_same)
                } else {
                    Err(PublishError::InTheWay(self.folder.join(path)))
                }
            }
        }
    }
}

/// Creates a folder and its parents. Returns those that did not exist, the outermost first.
fn make(folder: &Path) -> Result<Vec<PathBuf>, PublishError> {
    // A dangling link counts as existing.
    let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && fs::symlink_metadata(folder).is_err();
    let mut missing: Vec<PathBuf> = folder.ancestors().take_while(is_missing).map(Path::to_owned).collect();
    missing.reverse();
    if !missing.is_empty() {
        fs::create_dir_all(folder).map_err(PublishError::file(folder))?;
    }
    Ok(missing)
}

/// Resolves all links on the way to a folder.
fn resolve(folder: &Path) -> Result<PathBuf, PublishError> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match folder.canonicalize() {
        Ok(resolved) if resolved.is_dir() => Ok(resolved),
        Ok(_) => Err(PublishError::NotAFolder(folder.to_owned())),
        Err(error) => match fs::read_link(folder) {
            Ok(to) => Err(PublishError::DanglingLink { link: folder.to_owned(), to }),
            Err(_) => Err(PublishError::file(folder)(error)),
        },
    }
}

/// Waits for the lock of a folder.
fn lock(folder: &Path, on_wait: &impl Fn(&Path)) -> Result<File, PublishError> {
    let file = lockable(folder).map_err(PublishError::file(folder))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            on_wait(folder);
            file.lock().map_err(PublishError::file(folder))?;
        }
        // Some network file systems have no locks.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(PublishError::file(folder)(error)),
        Ok(()) => {}
    }
    Ok(file)
}

#[cfg(unix)]
fn lockable(folder: &Path) -> io::Result<File> {
    File::open(folder)
}

#[cfg(unix)]
fn is_still_there(folder: &Path, lock: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    let [there, locked] =
        [fs::metadata(folder), lock.metadata()].map(|found| found.map(|found| (found.dev(), found.ino())));
    matches!((there, locked), (Ok(there), Ok(locked)) if there == locked)
}

/// Folders cannot be locked there: a file in it is locked instead, and stays.
#[cfg(not(unix))]
fn lockable(folder: &Path) -> io::Result<File> {
    File::options().create(true).append(true).open(folder.join(LOCK))
}

#[cfg(not(unix))]
fn is_still_there(folder: &Path, _: &File) -> bool {
    folder.join(LOCK).exists()
}

#[cfg(not(unix))]
const LOCK: &str = ".fact-cards.lock";

/// Fails if a folder without a manifest is not empty.
fn expect_empty(folder: &Path) -> Result<Manifest, PublishError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(PublishError::file(folder))? {
        let name = entry.map_err(PublishError::file(folder))?.file_name().to_string_lossy().into_owned();
        #[cfg(not(unix))]
        if name == LOCK {
            continue;
        }
        names.push(name);
    }
    names.sort_unstable();
    if names.is_empty() {
        Ok(Manifest::default())
    } else {
        Err(PublishError::NotASite { folder: folder.to_owned(), names })
    }
}

/// The manifest that allows both versions while one replaces the other.
fn either(before: &Manifest, after: &Manifest) -> Manifest {
    let mut either = before.clone();
    for (path, hashes) in &after.files {
        let known = either.files.entry(path.clone()).or_default();
        known.extend(hashes.iter().filter(|hash| !before.has(path, hash)).cloned());
    }
    either
}

/// The order in which files are moved into place: files named by their content, then the rest, then the pages, which refer to
/// both, and at last the service worker, which caches pages.
fn rank(path: &str) -> u8 {
    let is_page = Path::new(path).extension().is_some_and(|extension| extension == "html");
    match path.rsplit('/').next() {
        _ if path.starts_with("assets/") || path.contains("/assets/") => 0,
        Some("sw.js") => 3,
        _ if is_page => 2,
        _ => 1,
    }
}
