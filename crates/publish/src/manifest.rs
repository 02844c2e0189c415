use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

use base64::{Engine as _, prelude::BASE64_STANDARD_NO_PAD};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{
    error::PublishError,
    path::{Standing, is_plain, standing},
};

/// The manifest: lists the files of a site, so that a later version knows what it may replace. Hosts do not serve names that
/// begin with a dot.
pub const MANIFEST: &str = ".fact-cards.json";

/// What a site consists of. Apart from hashes it holds nothing that is not in the published site itself.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Manifest {
    /// The files by relative path, each with the hashes of its allowed contents: one, or two while a version is being replaced.
    pub files: BTreeMap<String, Vec<String>>,
    /// Notes of the builder for its next run.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub notes: Value,
}

impl Manifest {
    /// Reads the manifest of a folder, if it has one.
    pub fn read(folder: &Path) -> Result<Option<Self>, PublishError> {
        let path = folder.join(MANIFEST);
        let damaged = |why: String| PublishError::Manifest { path: path.clone(), why };
        match standing(folder, MANIFEST)? {
            Standing::Nothing => return Ok(None),
            Standing::File => {}
            Standing::Other(_) => return Err(damaged("it is not a file".to_owned())),
        }
        let bytes = fs::read(&path).map_err(PublishError::file(&path))?;
        let manifest: Self = serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))?;
        match manifest.files.keys().find(|file| !is_plain(file)) {
            Some(file) => Err(damaged(format!("`{}` is no path in this folder", file.escape_debug()))),
            None => Ok(Some(manifest)),
        }
    }

    /// Writes it into a folder, replacing the previous one.
    pub fn write(&self, folder: &Path) -> Result<(), PublishError> {
        let path = folder.join(MANIFEST);
        let written = || -> io::Result<()> {
            let mut file = tempfile::Builder::new().prefix(".fact-cards-").tempfile_in(folder)?;
            file.write_all(&serde_json::to_vec(self)?)?;
            make_readable(file.as_file())?;
            file.as_file().sync_all()?;
            file.persist(&path).map(drop).map_err(|error| error.error)
        };
        written().map_err(PublishError::file(&path))
    }

    /// Whether a file still has the content that was written.
    pub fn has(&self, path: &str, hash: &str) -> bool {
        self.files.get(path).is_some_and(|hashes| hashes.iter().any(|known| known == hash))
    }
}

/// Makes a file readable for all: temporary files are readable for their owner only, but a web server reads these.
#[cfg(unix)]
fn make_readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_: &File) -> io::Result<()> {
    Ok(())
}

/// The hash of a file's content.
pub fn hash_of(path: &Path) -> Result<String, PublishError> {
    let hashed = || -> io::Result<String> {
        let mut hasher = Sha256::new();
        io::copy(&mut File::open(path)?, &mut hasher)?;
        Ok(BASE64_STANDARD_NO_PAD.encode(hasher.finalize()))
    };
    hashed().map_err(PublishError::file(path))
}
