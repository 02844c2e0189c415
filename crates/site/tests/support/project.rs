//! Where the project is.

use std::{
    env,
    path::{Path, PathBuf},
};

/// A file or folder of the project. Cargo says where that is when it runs the tests: the checkout may have been moved since
/// they were compiled.
pub fn project(path: &str) -> PathBuf {
    let Some(package) = env::var_os("CARGO_MANIFEST_DIR") else { panic!("cargo runs the tests") };
    Path::new(&package).join("../..").join(path)
}
