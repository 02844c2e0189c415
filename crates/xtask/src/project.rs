use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::error::Error;

/// The top folder of the project.
pub fn root() -> &'static Path {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    crates.and_then(Path::parent).unwrap_or(Path::new("."))
}

/// A path in the project.
pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// The version of a package that Cargo.lock holds.
pub fn locked_version(package: &'static str) -> Result<String, Error> {
    let lock = path("Cargo.lock");
    let text = fs::read_to_string(&lock).map_err(Error::file(&lock))?;
    let name = format!("name = \"{package}\"");
    let version = text
        .lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or(Error::NotLocked(package))
}
