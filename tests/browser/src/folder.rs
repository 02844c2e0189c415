use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

/// A temporary folder, removed on drop.
pub struct Folder(TempDir);

impl Folder {
    /// A new empty folder. The name says what it is for, should somebody find it left over.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let folder = tempfile::Builder::new().prefix(&format!("fact-cards-{name}-")).tempdir();
        Self(folder.expect("a folder for temporary files can be made"))
    }

    /// The same, in another folder: what is there is found from it.
    #[must_use]
    pub fn inside(around: &Path, name: &str) -> Self {
        fs::create_dir_all(around).expect("the folder around it can be made");
        let folder = tempfile::Builder::new().prefix(&format!("{name}-")).tempdir_in(around);
        Self(folder.expect("a folder for temporary files can be made"))
    }

    /// A copy of another folder.
    #[must_use]
    pub fn copy_of(from: &Path, name: &str) -> Self {
        let folder = Self::new(name);
        folder.add(from);
        folder
    }

    /// Copies what is in another folder into this one.
    pub fn add(&self, from: &Path) {
        copy(from, self.path()).unwrap_or_else(|error| panic!("{} cannot be copied: {error}", from.display()));
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Passes the folder on to somebody else, who has to remove it.
    pub(crate) fn hand_over(self) -> PathBuf {
        self.0.keep()
    }
}

/// Copies the contents of a folder into another; of a link, what it leads to, if anything.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copied = to.join(entry.file_name());
        if !entry.path().exists() {
            continue;
        }
        if entry.path().is_dir() {
            copy(&entry.path(), &copied)?;
        } else {
            fs::copy(entry.path(), copied)?;
        }
    }
    Ok(())
}

/// A path in the project. Cargo says at run time where that is, since a checkout can be moved after the build.
#[must_use]
pub fn in_project(path: &str) -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests and says where the package is");
    Path::new(&package).join("../..").join(path)
}
