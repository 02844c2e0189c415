use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use brotli::enc::BrotliEncoderParams;
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
}

/// Who downloads a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Need {
    /// Whoever reads the site's own page.
    Page,
    /// Whoever reads an article in which the cards are embedded.
    Article,
    /// Both of them, before they take an interest.
    Reading,
    /// Both of them, when they have taken an interest.
    Interest,
}

impl Written {
    /// Its size in bytes after Brotli at its strongest: what a reader downloads.
    #[must_use]
    pub fn brotli_size(&self) -> usize {
        brotli_size(&self.bytes)
    }
}

/// How many bytes are left of these after Brotli at its strongest.
#[must_use]
pub fn brotli_size(mut bytes: &[u8]) -> usize {
    let mut compressed = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, ..BrotliEncoderParams::default() };
    // Reading from and writing to memory does not fail.
    let _ = brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters);
    compressed.len()
}

/// The files of a site as they are written.
pub(crate) struct Assets {
    folder: PathBuf,
    written: Vec<Written>,
}

impl Assets {
    /// Files below a folder, which is made anew.
    pub fn in_folder(folder: &Path) -> Result<Self, SiteError> {
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(SiteError::file(folder))?;
        }
        fs::create_dir_all(folder).map_err(SiteError::file(folder))?;
        Ok(Self { folder: folder.to_owned(), written: Vec::new() })
    }

    /// Writes a file at a path of its own.
    pub fn write(&mut self, need: Need, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
        let file = self.folder.join(path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent).map_err(SiteError::file(parent))?;
        }
        fs::write(&file, bytes).map_err(SiteError::file(&file))?;
        self.written.push(Written { path: path.to_owned(), bytes: bytes.to_vec(), need });
        Ok(())
    }

    /// Writes a file that is named by what is in it, so that it can be kept for ever, and gives its name.
    pub fn write_named(&mut self, need: Need, stem: &str, extension: &str, bytes: &[u8]) -> Result<String, SiteError> {
        let mut hash = String::new();
        for byte in Sha256::digest(bytes).iter().take(8) {
            // Writing to a String does not fail.
            let _ = write!(hash, "{byte:02x}");
        }
        let name = format!("{stem}-{hash}.{extension}");
        self.write(need, &format!("assets/{name}"), bytes)?;
        Ok(name)
    }

    /// All that was written.
    pub fn into_written(self) -> Vec<Written> {
        self.written
    }
}

/// The value of an `integrity` attribute for these bytes. SHA-256 is as safe for that as longer ones, and what the loader
/// carries of it is shorter.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}
