use std::ffi::OsString;

use anyhow::{Result, ensure};

use super::installed::{from_cargo, is_on_path, search_path};

/// The builder of fuzz targets.
const CARGO_FUZZ: &str = "0.13.1";

/// The C++ compiler.
const COMPILERS: [&str; 3] = ["c++", "g++", "clang++"];

/// Installs cargo-fuzz if it is missing. Returns the search path with it.
pub fn fuzzer() -> Result<OsString> {
    ensure!(
        COMPILERS.into_iter().any(is_on_path),
        "A C++ compiler, with which libFuzzer is compiled, is missing and could not be installed here. Install g++ or clang \
         and run this again."
    );
    let why = "it builds what is fuzzed; about a minute";
    let folder = from_cargo("cargo-fuzz", "cargo-fuzz", CARGO_FUZZ, &["--locked"], why)?;
    Ok(search_path(folder.as_slice()))
}
