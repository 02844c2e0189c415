//! The path of the project.

use std::{
    env,
    path::{Path, PathBuf},
};

/// A file or folder of the project. Cargo says at run time where that is, since the checkout may have been moved after
/// the build.
pub fn project(path: &str) -> PathBuf {
    let Some(package) = env::var_os("CARGO_MANIFEST_DIR") else { panic!("cargo runs the tests") };
    Path::new(&package).join("../..").join(path)
}
