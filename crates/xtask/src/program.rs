use std::{
    env::consts::EXE_SUFFIX,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;
use fact_cards_site::Engine;
use fs_err as fs;

use crate::{
    command::{output, run},
    engine::{self, Library},
    licences::{Given, notices},
    lock::Lock,
    project, setup,
    system::System,
};

pub const PACKAGE: &str = "fact-cards-program";

/// The variables with the folder of the engine's files, and with the commit.
const PACKED: &str = "FACT_CARDS_PACKED";
const COMMIT: &str = "FACT_CARDS_COMMIT";

/// Where cargo builds the program.
const TARGET: &str = "program";

/// The file with the third-party notices of the program and its engine.
const NOTICES: &str = "program-licences.txt";

/// Writes the files of the engine and the notices into the folder from which the program embeds them when it is compiled.
fn pack(engine: &Engine, target: &str) -> Result<PathBuf> {
    let given = [(PACKAGE, target), ("fact-cards", setup::WASM_TARGET)];
    let notices = notices(&given.map(|(package, target)| Given { package, target }))?;
    let files = || engine.files().chain([(NOTICES, notices.as_bytes())]);
    let packed = project::target("engine-packed");
    fs::create_dir_all(&packed)?;
    // Files of earlier engines must not be embedded.
    for entry in fs::read_dir(&packed)? {
        let path = entry?.path();
        if !files().any(|(name, _)| path.ends_with(name)) {
            fs::remove_file(&path)?;
        }
    }
    for (name, bytes) in files() {
        let path = packed.join(name);
        // Unchanged files are not written, or cargo would recompile the program.
        if fs::read(&path).is_ok_and(|before| before == bytes) {
            continue;
        }
        fs::write(&path, bytes)?;
    }
    Ok(packed)
}

/// How cargo builds the program for the tests: with the features that it shares with this one, so that nothing is compiled again.
pub const BUILD_FOR_TESTS: [&str; 8] =
    ["build", "--locked", "--package", PACKAGE, "--package", "xtask", "--bin", PACKAGE];

/// Builds the program for the tests: with the engine, but not optimised. Returns a copy of it in a folder.
pub fn for_tests(engine: &Engine, folder: &Path) -> Result<PathBuf> {
    let _lock = lock()?;
    let mut cargo = Command::new("cargo");
    cargo.args(BUILD_FOR_TESTS).current_dir(project::root());
    run(cargo.env(PACKED, pack(engine, &host())?))?;
    let name = format!("{PACKAGE}{EXE_SUFFIX}");
    let (built, copy) = (project::target("debug").join(&name), folder.join(&name));
    fs::copy(&built, &copy)?;
    Ok(copy)
}

/// The host's target triple.
fn host() -> String {
    output("rustc", &["--print", "host-tuple"]).unwrap_or_default()
}

/// Locks the build of the program: with an engine, with another one, or without for the native tests.
pub fn lock() -> Result<Lock> {
    Lock::hold(&project::target(""), "program")
}

/// Builds the program `fact-cards` with the engine embedded, as one self-contained file.
pub fn program(out: &Path) -> Result<()> {
    let engine = engine::build(Library::Shipped)?.read()?;
    let _lock = lock()?;
    let host = host();
    let packed = pack(&engine, &host)?;
    let mut flags = project::remapped();
    if host.ends_with("-linux-gnu") {
        // Static, so that it runs with an older C library or another one.
        flags.push("-Ctarget-feature=+crt-static".to_owned());
    }
    let built = compile(Command::new("cargo").arg("build"), &host, EXE_SUFFIX, &packed, &flags)?;
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder)?;
    }
    let size = fs::copy(&built, out)?;
    println!("{} is the program, with the engine in it: {size} bytes.", out.display());
    Ok(())
}

/// Builds the program for a system of a release, by `cargo zigbuild`. Returns the file.
pub fn released(engine: &Engine, System { target, suffix, .. }: System, zig: &OsStr) -> Result<PathBuf> {
    let _lock = lock()?;
    let packed = pack(engine, target)?;
    let mut cargo = Command::new("cargo");
    compile(cargo.arg("zigbuild").env("PATH", zig), target, suffix, &packed, &project::remapped())
}

/// Compiles the program for a target by such a command.
fn compile(cargo: &mut Command, target: &str, suffix: &str, packed: &Path, flags: &[String]) -> Result<PathBuf> {
    let folder = project::target(TARGET);
    cargo.args(["--release", "--locked", "--package", PACKAGE, "--target", target, "--target-dir"]).arg(&folder);
    cargo.current_dir(project::root()).env(PACKED, packed);
    if let Some(commit) = project::commit() {
        cargo.env(COMMIT, commit);
    }
    let (name, flags) = project::encoded(flags);
    cargo.env(name, flags);
    // The engine's profile optimises for size; this one for speed.
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3");
    run(cargo)?;
    Ok(folder.join(target).join("release").join(format!("{PACKAGE}{suffix}")))
}
