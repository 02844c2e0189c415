use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, ensure};

use super::installed::{from_cargo, from_npm, from_pip, is_on_path, not_installed, search_path};
use crate::{
    command::{output, run},
    project,
};

/// The engine's target.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// The newest Trunk that the oldest Rust for this project can compile.
const TRUNK: &str = "0.21.14";

/// The tools that make the engine small: npm packages that run under Node.
pub struct Tools {
    modules: PathBuf,
}

impl Tools {
    /// One of their programs.
    pub fn program(&self, name: &str) -> PathBuf {
        self.programs().join(name)
    }

    /// The folder of the packages.
    pub fn modules(&self) -> &Path {
        &self.modules
    }

    fn programs(&self) -> PathBuf {
        self.modules.join(".bin")
    }
}

/// Fails early if npm is missing.
pub fn expect_npm() -> Result<()> {
    ensure!(
        is_on_path("npm"),
        "npm, which has what makes the engine small, is missing and could not be installed here. Install Node.js with npm \
         (https://nodejs.org) and run this again."
    );
    Ok(())
}

/// Installs missing tools.
pub fn tools() -> Result<Tools> {
    let modules = from_npm("engine", "wasm-opt, terser and lightningcss make it small; seconds")?;
    Ok(Tools { modules })
}

/// Installs Trunk and what it calls, if missing. Returns the search path with them.
pub fn trunk() -> Result<OsString> {
    wasm_target()?;
    let wasm_bindgen = project::locked_version("wasm-bindgen")?;
    let folders = [
        Some(tools()?.programs()),
        // Its lockfile has a package version that some mirrors of crates.io lack.
        from_cargo("wasm-bindgen-cli", "wasm-bindgen", &wasm_bindgen, &[], "plain Trunk calls it; about 2 minutes")?,
        from_cargo(
            "trunk",
            "trunk",
            TRUNK,
            // Without TLS, with which it would download the tools that are installed here.
            &["--locked", "--no-default-features"],
            "the page for working on the widget is tested with it; about 5 minutes",
        )?,
    ];
    let folders: Vec<PathBuf> = folders.into_iter().flatten().collect();
    Ok(search_path(&folders))
}

/// Installs Rust's WebAssembly target if it is missing.
pub fn wasm_target() -> Result<()> {
    rust_target(WASM_TARGET, "the widget is compiled to it")
}

/// Installs a target of Rust if it is missing.
pub fn rust_target(target: &str, why: &str) -> Result<()> {
    let libraries = output("rustc", &["--print", "target-libdir", "--target", target]);
    if libraries.is_some_and(|libraries| Path::new(&libraries).exists()) {
        return Ok(());
    }
    println!("Adding the Rust target {target}: {why}; seconds.");
    run(Command::new("rustup").args(["target", "add", target])).map_err(|error| {
        let remedy = format!("Install Rust with rustup and run `rustup target add {target}`.");
        not_installed(&format!("The Rust target {target}"), &error, &remedy)
    })
}

/// Installs what links programs for other systems, if it is missing. Returns the search path with it.
pub fn zig() -> Result<OsString> {
    let packages = from_pip("release", "zig links programs for other systems; 100 MB")?;
    Ok(search_path(&[packages.join("bin"), packages.join("ziglang")]))
}
