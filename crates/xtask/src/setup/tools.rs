use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    command::{output, run, run_with_progress},
    error::Error,
    project,
};

const TARGET: &str = "wasm32-unknown-unknown";
/// The newest Trunk that the pinned Rust can compile.
const TRUNK: &str = "0.21.14";
/// The npm package that ships wasm-opt.
const BINARYEN: &str = "132.0.0";
const TERSER: &str = "5.51.2";

/// What the engine is built with.
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// The search path on which the tools are found first.
    pub fn path(&self) -> OsString {
        let rest = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&rest));
        env::join_paths(folders).unwrap_or(rest)
    }
}

/// Sees that everything is there that the engine is built with.
pub fn tools() -> Result<Tools, Error> {
    wasm_target()?;
    let wasm_bindgen = project::locked_version("wasm-bindgen")?;
    // The quick one first: what is missing there is not told after minutes of compiling.
    let folders = [
        from_npm("binaryen", "wasm-opt", BINARYEN, "it makes the WebAssembly smaller")?,
        from_npm("terser", "terser", TERSER, "it makes the scripts smaller")?,
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

/// A tool that crates.io has: on the search path in the right version, or installed into a folder of our own.
fn from_cargo(
    package: &str,
    program: &str,
    version: &str,
    arguments: &[&str],
    why: &str,
) -> Result<Option<PathBuf>, Error> {
    if has_version(program, version) {
        return Ok(None);
    }
    let folder = tools_folder().join(format!("{package}-{version}"));
    let programs = folder.join("bin");
    if !programs.join(program).with_extension(env::consts::EXE_EXTENSION).exists() {
        println!("Installing {package} {version}: {why}.");
        let mut cargo = Command::new("cargo");
        cargo.args(["install", package, "--version", version, "--root"]).arg(&folder).args(arguments);
        // The settings of this project are not for the tools, and their build is not to wait for ours.
        cargo.env_remove("CARGO_TARGET_DIR").current_dir(env::temp_dir());
        // A tool that runs for a second need not be the fastest: these save minutes of compiling.
        cargo.envs([
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
        ]);
        run_with_progress(&mut cargo)?;
    }
    Ok(Some(programs))
}

/// A tool that npm has: on the search path in the right version, or installed into a folder of our own.
fn from_npm(package: &str, program: &str, version: &str, why: &str) -> Result<Option<PathBuf>, Error> {
    if has_version(program, version) {
        return Ok(None);
    }
    let folder = tools_folder().join(format!("{package}-{version}"));
    let programs = folder.join("node_modules").join(".bin");
    if !programs.join(program).exists() {
        println!("Installing {program} {version} from npm: {why}.");
        fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]).arg(&folder);
        run(npm.arg(format!("{package}@{version}"))).map_err(|_| Error::CannotInstall {
            what: format!("{program} {version}"),
            remedy: "Install Node.js with npm, or the program itself, and run this again.".to_owned(),
        })?;
    }
    Ok(Some(programs))
}

/// Whether a program is on the search path in that version.
fn has_version(program: &str, version: &str) -> bool {
    output(program, &["--version"])
        .is_some_and(|printed| printed.split_whitespace().any(|word| is_version(word, version)))
}

/// Whether a word says that version. wasm-opt leaves the zeros away: `version_132`.
fn is_version(word: &str, version: &str) -> bool {
    let word = word.trim_start_matches("version_");
    word == version || version.strip_suffix(".0.0") == Some(word)
}

/// Where tools are kept: for every checkout of this project on the machine.
fn tools_folder() -> PathBuf {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|cache| cache.is_absolute());
    let home = || env::home_dir().map(|home| home.join(".cache"));
    cache.or_else(home).map_or_else(|| project::path("target/tools"), |cache| cache.join("fact-cards/tools"))
}
