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

/// A version of a site that is being made. Nobody else publishes into its folder meanwhile. Until [`Publication::finish`]
/// nothing of the version before has changed.
#[derive(Debug)]
pub struct Publication {
    /// The folder itself, not a link to it.
    folder: PathBuf,
    /// The version before.
    before: Manifest,
    /// What stays of it, with the hashes.
    kept: Mutex<BTreeMap<String, String>>,
    // What is in them goes before the folders that were made for this.
    staging: Staging,
    made: Made,
    // Free again when this ends, in whatever way.
    _lock: File,
}

/// What became of the files of a site.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct FileCounts {
    /// How many were written.
    pub written: usize,
    /// How many were there, just as they are now.
    pub unchanged: usize,
    /// How many went since the new version has none of that name.
    pub removed: usize,
    /// Those that the new version no longer has, and that somebody has changed: they stay.
    pub left: Vec<String>,
}

impl Publication {
    /// Begins a version of the site in a folder, which is made where there is none. A link is followed. `on_wait` is called
    /// when somebody else publishes there just now: this waits for them.
    ///
    /// # Errors
    /// When there is something else than a site in the folder, when a link leads nowhere, or when nothing can be written there.
    pub fn begin(folder: &Path, on_wait: impl Fn(&Path)) -> Result<Self, PublishError> {
        let mut made = Made::default();
        let (folder, lock) = loop {
            made.add(make(folder)?);
            let resolved = resolve(folder)?;
            let lock = lock(&resolved, &on_wait)?;
            // Who had it before may have taken the folder away again.
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

    /// Where the files of this version are to be written.
    #[must_use]
    pub fn staging(&self) -> &Path {
        self.staging.path()
    }

    /// What was noted of the version before.
    #[must_use]
    pub const fn notes(&self) -> &Value {
        &self.before.notes
    }

    /// Keeps all files of the version before that stand in a folder of it and have what was written into them. Nothing is
    /// kept where one of them has not, or where there is none.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn keep_below(&self, folder: &str) -> Result<bool, PublishError> {
        let mut kept = BTreeMap::new();
        let below = format!("{folder}/");
        for path in
            self.before.files.range(below.clone()..).map(|(path, _)| path).take_while(|path| path.starts_with(&below))
        {
            if standing(&self.folder, path)? != Standing::File {
                return Ok(false);
            }
            let hash = hash_of(&self.folder.join(path))?;
            if !self.before.has(path, &hash) {
                return Ok(false);
            }
            kept.insert(path.clone(), hash);
        }
        let is_there = !kept.is_empty();
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).extend(kept);
        Ok(is_there)
    }

    /// The paths of the files that are kept in a folder.
    #[must_use]
    pub fn kept_below(&self, folder: &str) -> Vec<String> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let below = format!("{folder}/");
        kept.keys().filter(|path| path.starts_with(&below)).cloned().collect()
    }

    /// Puts the version in place: files that others name come first, pages last, and then goes what this version does not
    /// have. `notes` are for whoever builds the next one; they are published too.
    ///
    /// # Errors
    /// When something of somebody else's stands where a file would, or when a file cannot be put in place. The version before
    /// is there again then.
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
        // Whoever is stopped now leaves a mixture, and the next one knows of which two versions.
        either(&self.before, &after).write(&self.folder)?;
        let moved = self.place(&new, &gone, &after, &mut published);
        if moved.is_err() {
            // That of the version before is right again; where it cannot be written, the other names its files as well.
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

    /// Puts the new files in place, takes away those that have gone, and writes down what there is now.
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

    /// Whether a file of the site is there and has that in it.
    ///
    /// # Errors
    /// When something stands there that is not the site's.
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

/// Makes a folder with those that it is in, and gives those that were not there, the outermost first.
fn make(folder: &Path) -> Result<Vec<PathBuf>, PublishError> {
    // A link that leads nowhere is there.
    let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && fs::symlink_metadata(folder).is_err();
    let mut missing: Vec<PathBuf> = folder.ancestors().take_while(is_missing).map(Path::to_owned).collect();
    missing.reverse();
    if !missing.is_empty() {
        fs::create_dir_all(folder).map_err(PublishError::file(folder))?;
    }
    Ok(missing)
}

/// The folder that a path means, where all links on the way to it are followed.
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

/// Waits until nobody else publishes into a folder.
fn lock(folder: &Path, on_wait: &impl Fn(&Path)) -> Result<File, PublishError> {
    let file = lockable(folder).map_err(PublishError::file(folder))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            on_wait(folder);
            file.lock().map_err(PublishError::file(folder))?;
        }
        // Some network drives have no locks.
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

/// Folders have no locks there, so a file in it is locked, and stays.
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

/// Stops where something is in a folder that no version of a site was published into.
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

/// What may be in the files while one version takes the place of another.
fn either(before: &Manifest, after: &Manifest) -> Manifest {
    let mut either = before.clone();
    for (path, hashes) in &after.files {
        let known = either.files.entry(path.clone()).or_default();
        known.extend(hashes.iter().filter(|hash| !before.has(path, hash)).cloned());
    }
    either
}

/// In which order files are put in place: what is named by its content, then the rest, then the pages, which name both, and
/// at last the worker, which keeps pages.
fn rank(path: &str) -> u8 {
    let is_page = Path::new(path).extension().is_some_and(|extension| extension == "html");
    match path.rsplit('/').next() {
        _ if path.starts_with("assets/") || path.contains("/assets/") => 0,
        Some("sw.js") => 3,
        _ if is_page => 2,
        _ => 1,
    }
}
