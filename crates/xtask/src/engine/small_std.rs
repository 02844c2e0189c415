//! The engine with Rust's standard library compiled for size, instead of the one that comes compiled for speed.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, bail};

use crate::{command::output, project};

/// Its own target folder, so that usual builds need not be compiled again.
const FOLDER: &str = "small-std";

/// Lets a build of the engine compile the standard library too; `silent` leaves out what panics say, and whom they tell.
/// Gives the folder to build in.
///
/// # Errors
/// When the sources of the library are not there.
pub fn compile(build: &mut Command, silent: bool, flags: &mut Vec<String>) -> Result<PathBuf> {
    let sources = output("rustc", &["--print", "sysroot"]).map(|root| format!("{root}/lib/rustlib/src/rust/library"));
    if !sources.is_some_and(|sources| Path::new(&sources).exists()) {
        bail!(
            "--small-std compiles the standard library, whose sources are missing. Run `rustup component add rust-src`, or \
             build without it."
        );
    }
    // A stable cargo reads unstable settings only from these variables.
    build.env("RUSTC_BOOTSTRAP", "1").env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
    build.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    if silent {
        flags.extend(["-Zunstable-options", "-Cpanic=immediate-abort"].map(str::to_owned));
    }
    Ok(project::target(FOLDER))
}
