use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

/// A folder for temporary files, which goes with this.
pub struct Folder(PathBuf);

impl Folder {
    /// A folder of that name, with nothing in it. The name must be one that no other test of this process uses.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("fact-cards-{name}-{}", process::id()));
        fs::create_dir_all(&folder).expect("a folder for temporary files can be made");
        Self(folder)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Somebody may have cleaned up the folder for temporary files.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A path in the project.
#[must_use]
pub fn in_project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}
