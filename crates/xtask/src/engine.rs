mod short_names;
mod small_std;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use fact_cards_site::Engine;

pub use self::short_names::Misfit;
use crate::{
    command::run,
    error::Error,
    project,
    setup::{self, Tools},
};

/// The engine and its script, as Trunk makes them and with short names.
const LONG: &str = "target/engine";
const SHORT: &str = "target/engine-short";
const ENGINE: &str = "fact-cards_bg.wasm";
const GLUE: &str = "fact-cards.js";

/// Builds the page for working on the widget, as plain Trunk does for a developer.
pub fn build_plain(dist: &Path) -> Result<(), Error> {
    let tools = setup::tools()?;
    run(trunk(Command::new("trunk"), &tools).args(["--config", "Trunk.toml", "--release", "--dist"]).arg(dist))
}

/// `trunk build`, with nothing fetched from elsewhere.
fn trunk(mut trunk: Command, tools: &Tools) -> Command {
    trunk.args(["build", "--offline", "--skip-version-check", "--log", "warn"]);
    // Trunk 0.21 takes NO_COLOR for a setting of its own and refuses the usual value 1.
    trunk.current_dir(project::root()).env("PATH", tools.path()).env_remove("NO_COLOR");
    trunk
}

/// Which standard library is in the engine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Library {
    /// The one that comes with Rust.
    Shipped,
    /// The same, compiled for size.
    Small,
    /// The same, and where it panics the engine stops without a word.
    Silent,
}

/// Where the engine lies that was built last.
#[derive(Clone, Debug)]
pub struct Built {
    /// The WebAssembly module.
    pub wasm: PathBuf,
    /// The folder of the scripts, made small.
    pub scripts: PathBuf,
}

impl Built {
    /// The engine, with the style sheets as they are now.
    pub fn read(&self) -> Result<Engine, Error> {
        Ok(Engine::built(&self.wasm, &self.scripts, &project::path("styles"))?)
    }
}

/// Builds the engine with Trunk, and makes its scripts small. What did not change is not compiled again.
pub fn build(library: Library) -> Result<Built, Error> {
    let mut command = Command::new("trunk");
    // What is missing is told before anything is installed or compiled.
    if library != Library::Shipped {
        small_std::compile(&mut command, library == Library::Silent)?;
    }
    let tools = setup::tools()?;
    run(trunk(command, &tools).args(["--config", "Trunk.site.toml"]))?;

    let engine = built();
    shorten_names()?;
    fs::create_dir_all(&engine.scripts).map_err(Error::file(&engine.scripts))?;
    for name in Engine::SCRIPTS {
        let sources = match name {
            "loader.js" => vec!["src/browser/loader.js".to_owned()],
            "engine.js" => vec![format!("{SHORT}/{GLUE}"), "src/browser/takeover.js".to_owned()],
            page => vec![format!("crates/site/pages/{page}")],
        };
        minify(&tools, &sources, &engine.scripts.join(name))?;
    }
    Ok(engine)
}

/// The engine that was built last.
pub fn built() -> Built {
    Built { wasm: project::path(SHORT).join(ENGINE), scripts: project::path("target/engine-scripts") }
}

/// Gives short names to what the engine and its script give each other.
fn shorten_names() -> Result<(), Error> {
    let (long, short) = (project::path(LONG), project::path(SHORT));
    let wasm = fs::read(long.join(ENGINE)).map_err(Error::file(long.join(ENGINE)))?;
    let script = fs::read_to_string(long.join(GLUE)).map_err(Error::file(long.join(GLUE)))?;
    let (wasm, script) = short_names::shorten(&wasm, &script)?;
    fs::create_dir_all(&short).map_err(Error::file(&short))?;
    let write = |path: PathBuf, bytes: &[u8]| fs::write(&path, bytes).map_err(Error::file(path));
    write(short.join(ENGINE), &wasm)?;
    write(short.join(GLUE), script.as_bytes())
}

/// Makes one small module of scripts that follow one another.
fn minify(tools: &Tools, scripts: &[String], out: &Path) -> Result<(), Error> {
    let mut joined = String::new();
    for script in scripts.iter().map(|script| project::path(script)) {
        joined += &fs::read_to_string(&script).map_err(Error::file(&script))?;
    }
    let whole = out.with_extension("whole.js");
    fs::write(&whole, joined).map_err(Error::file(&whole))?;
    let mut terser = Command::new("terser");
    terser.arg(&whole).args(["--module", "--ecma", "2022", "--mangle", "--compress", "passes=4,unsafe_arrows"]);
    run(terser.arg("--output").arg(out).env("PATH", tools.path()))
}
