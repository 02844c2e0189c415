use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use super::installed::{from_cargo, from_npm, has_version, search_path};
use crate::{
    command::{output, run},
    error::Error,
    project,
};

const TARGET: &str = "wasm32-unknown-unknown";
/// The newest Trunk that the pinned Rust can compile.
const TRUNK: &str = "0.21.14";
/// The npm package that ships wasm-opt, and its version.
const BINARYEN: &str = "132";
const TERSER: &str = "5.51.2";

/// What the engine is built with.
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// The search path on which the tools are found first.
    pub fn path(&self) -> OsString {
        search_path(&self.folders)
    }
}

/// Sees that everything is there that the engine is built with.
pub fn tools() -> Result<Tools, Error> {
    wasm_target()?;
    let wasm_bindgen = project::locked_version("wasm-bindgen")?;
    // The quick one first: what is missing there is not told after minutes of compiling.
    let folders = [
        from_npm_program("binaryen", "wasm-opt", BINARYEN, "its wasm-opt makes the WebAssembly smaller")?,
        from_npm_program("terser", "terser", TERSER, "it makes the scripts smaller")?,
        from_cargo(
            "wasm-bindgen-cli",
            "wasm-bindgen",
            &wasm_bindgen,
            &[],
            "it joins WebAssembly and JavaScript; about 2 minutes",
        )?,
        from_cargo("trunk", "trunk", TRUNK, &["--locked"], "it builds the engine; about 6 minutes")?,
    ];
    Ok(Tools { folders: folders.into_iter().flatten().collect() })
}

/// Sees that Rust can compile to WebAssembly.
fn wasm_target() -> Result<(), Error> {
    let libraries = output("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if libraries.is_some_and(|libraries| Path::new(&libraries).exists()) {
        return Ok(());
    }
    println!("Adding the Rust target {TARGET}: the widget is compiled to it.");
    run(Command::new("rustup").args(["target", "add", TARGET])).map_err(|_| Error::CannotInstall {
        what: format!("The Rust target {TARGET}"),
        remedy: format!("Install Rust with rustup and run `rustup target add {TARGET}`."),
    })
}

/// A program of an npm package, which runs under Node.
fn from_npm_program(package: &str, program: &str, version: &str, why: &str) -> Result<Option<PathBuf>, Error> {
    if has_version(program, version) {
        return Ok(None);
    }
    let modules = from_npm(package, version, &format!(".bin/{program}"), why)?;
    Ok(Some(modules.join(".bin")))
}
