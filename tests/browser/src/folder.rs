use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

/// A folder for temporary files, which goes with this.
pub struct Folder(TempDir);

impl Folder {
    /// A folder with nothing in it, which nobody else has. The name tells somebody who finds it what it is for.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let folder = tempfile::Builder::new().prefix(&format!("fact-cards-{name}-")).tempdir();
        Self(folder.expect("a folder for temporary files can be made"))
    }

    /// A folder with copies of all that is in another one.
    #[must_use]
    pub fn copy_of(from: &Path, name: &str) -> Self {
        let folder = Self::new(name);
        copy(from, folder.path()).unwrap_or_else(|error| panic!("{} cannot be copied: {error}", from.display()));
        folder
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Leaves it to somebody else, who removes it.
    pub(crate) fn hand_over(self) -> PathBuf {
        self.0.keep()
    }
}

/// Copies what is in a folder into another one.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copied = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir(&copied)?;
            copy(&entry.path(), &copied)?;
        } else {
            fs::copy(entry.path(), copied)?;
        }
    }
    Ok(())
}

/// A path in the project. Cargo says where that is when the tests are run: a checkout can be moved after they were built.
#[must_use]
pub fn in_project(path: &str) -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests and says where the package is");
    Path::new(&package).join("../..").join(path)
}
