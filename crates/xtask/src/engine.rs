//! Makes the engine: cargo compiles it, wasm-bindgen gives it a script, wasm-opt makes it small, and both get short names. The
//! style sheets get what they import.

mod bind;
mod compile;
mod sheets;
mod short_names;
mod small_std;

use std::{
    path::{Path, PathBuf},
    process::Command,
    thread,
};

use anyhow::{Result, bail};
use fact_cards_site::Engine;
use fs_err as fs;

use self::short_names::ShortNames;
use crate::{
    command::run,
    licences::{Given, notices},
    lock::Lock,
    project,
    setup::{self, Tools},
};

/// The standard library of the engine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Library {
    /// The one that comes with Rust.
    Shipped,
    /// The same, compiled for size.
    Small,
    /// The same, without panic messages.
    Silent,
}

/// A built engine. Holding it keeps the lock of the build.
pub struct Built {
    /// The module as compiled by cargo. It is written last, so that its presence marks a complete build.
    compiled: PathBuf,
    wasm: PathBuf,
    scripts: PathBuf,
    styles: PathBuf,
    _lock: Lock,
}

impl Built {
    /// Reads the engine.
    pub fn read(&self) -> Result<Engine> {
        Ok(Engine::built(&self.wasm, &self.scripts, &self.styles)?)
    }

    /// Copies the engine into a folder, as `engine.wasm` and the folders `scripts` and `styles`.
    pub fn copy_to(&self, folder: &Path) -> Result<()> {
        let (scripts, styles) = (folder.join("scripts"), folder.join("styles"));
        fs::create_dir_all(&scripts)?;
        fs::create_dir_all(&styles)?;
        fs::copy(&self.wasm, folder.join("engine.wasm"))?;
        for name in Engine::SCRIPTS.iter().chain(&[Engine::NOTICES]) {
            fs::copy(self.scripts.join(name), scripts.join(name))?;
        }
        for name in Engine::SHEETS {
            fs::copy(self.styles.join(name), styles.join(name))?;
        }
        Ok(())
    }
}

/// Reads an engine that was copied into a folder, and gives it the current style sheets.
pub fn copied(folder: &Path) -> Result<Engine> {
    let styles = folder.join("styles");
    sheets::bundle(&setup::tools()?, &styles)?;
    Ok(Engine::built(&folder.join("engine.wasm"), &folder.join("scripts"), &styles)?)
}

/// Builds the engine, unless nothing has changed.
///
/// # Errors
/// When a tool is missing and cannot be installed here, or fails.
pub fn build(library: Library) -> Result<Built> {
    let folder = project::target("engine");
    let lock = Lock::hold(&folder, "build")?;
    let (compiled, tools) = compile(library)?;
    let built = Built {
        compiled: folder.join("compiled.wasm"),
        wasm: folder.join("engine.wasm"),
        scripts: folder.join("scripts"),
        styles: folder.join("styles"),
        _lock: lock,
    };
    let made_of = made_of()?;
    let wasm = fs::read(&compiled)?;
    let was_made_of = folder.join("made-of");
    let is_same = fs::read(&built.compiled).is_ok_and(|before| before == wasm)
        && fs::read_to_string(&was_made_of).is_ok_and(|before| before == made_of);
    if !is_same {
        // A build that is interrupted from here on does not look complete.
        remove(&built.compiled)?;
        small(&compiled, &folder, &built, &tools)?;
        fs::write(&was_made_of, made_of)?;
        fs::write(&built.compiled, &wasm)?;
    }
    sheets::bundle(&tools, &built.styles)?;
    Ok(built)
}

/// Writes the engine into a folder twice: `engine.wasm` as it is published, and `named.wasm`, built by the same steps but with the
/// names of its functions.
pub fn with_names(folder: &Path) -> Result<()> {
    let built = build(Library::Shipped)?;
    built.copy_to(folder)?;
    let bound = bind::bind(&built.compiled, folder, bind::Names::Kept)?;
    bind::optimise_with_names(&setup::tools()?, &bound.wasm, &folder.join("named.wasm"))
}

/// Compiles the engine, and installs the tools for the next steps meanwhile.
fn compile(library: Library) -> Result<(PathBuf, Tools)> {
    setup::expect_npm()?;
    thread::scope(|scope| {
        let tools = scope.spawn(setup::tools);
        let compiled = compile::compile(library)?;
        let tools = tools.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        Ok((compiled, tools))
    })
}

/// Binds the compiled module to its script, and makes both small.
fn small(compiled: &Path, folder: &Path, built: &Built, tools: &Tools) -> Result<()> {
    println!("Making the engine small with wasm-bindgen, wasm-opt and terser: about half a minute.");
    let bound = bind::bind(compiled, folder, bind::Names::Dropped)?;
    let names = bind::optimise(tools, &bound.wasm, &built.wasm)?;
    fs::create_dir_all(&built.scripts)?;
    for name in Engine::SCRIPTS {
        let out = built.scripts.join(name);
        let text = text_of(name)?;
        if name != "engine.js" {
            minify(tools, &text, &out, None)?;
            continue;
        }
        minify(tools, &(fs::read_to_string(&bound.script)? + &text), &out, Some(&names))?;
        if let Some(long) = names.left_in(&fs::read_to_string(&out)?) {
            bail!(
                "the engine's script still has the name `{long}`, which the engine has no more: terser did not take the \
                 short one"
            );
        }
    }
    let given = Given { package: "fact-cards", target: setup::WASM_TARGET };
    fs::write(built.scripts.join(Engine::NOTICES), notices(&[given])?)?;
    Ok(())
}

/// What follows wasm-bindgen's output in the engine's script, in this order: only the last one does anything as soon as it is there.
const OF_ENGINE: [&str; 5] = ["translation", "share", "stories", "announcement", "hydrate"];

/// The files that a script is made of.
fn sources(script: &str) -> Vec<String> {
    match script {
        "loader.js" | "more.js" | "sentence.js" => vec![format!("src/browser/{script}")],
        "engine.js" => OF_ENGINE.map(|name| format!("src/browser/engine/{name}.js")).to_vec(),
        page => vec![format!("crates/site/pages/{page}")],
    }
}

/// The text of a script; that of the engine's follows wasm-bindgen's output.
fn text_of(script: &str) -> Result<String> {
    Ok(sources(script).iter().map(|file| fs::read_to_string(project::path(file))).collect::<Result<_, _>>()?)
}

/// Everything besides the compiled module that the engine depends on.
fn made_of() -> Result<String> {
    let more = ["index.html", "crates/xtask/npm/engine/package-lock.json", "Cargo.lock"].map(str::to_owned);
    let files = Engine::SCRIPTS.iter().flat_map(|name| sources(name)).chain(more);
    let mut all = format!("wasm-bindgen {}\n", project::locked_version("wasm-bindgen-cli-support")?);
    for path in files.map(|file| project::path(&file)) {
        all += &fs::read_to_string(&path)?;
    }
    Ok(all)
}

/// Minifies a script, with these short names.
fn minify(tools: &Tools, script: &str, out: &Path, names: Option<&ShortNames>) -> Result<()> {
    let whole = out.with_extension("whole.js");
    fs::write(&whole, script)?;
    let mut terser = Command::new(tools.program("terser"));
    terser.arg(&whole).args(["--module", "--ecma", "2022", "--mangle", "--compress", "passes=4,unsafe_arrows"]);
    if let Some(names) = names {
        let cache = out.with_extension("names.json");
        fs::write(&cache, names.cache().to_string())?;
        terser.arg("--mangle-props").arg(names.properties()).arg("--name-cache").arg(cache);
    }
    run(terser.arg("--output").arg(out))
}

fn remove(file: &Path) -> Result<()> {
    if file.exists() {
        fs::remove_file(file)?;
    }
    Ok(())
}
