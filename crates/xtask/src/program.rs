use std::{
    env::{self, consts::EXE_SUFFIX},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use fact_cards_site::Engine;

use crate::{
    command::{output, run},
    engine::{self, Library},
    error::Error,
    project,
};

const PACKAGE: &str = "fact-cards-program";

/// Where the program is told that the files of the engine are.
const PACKED: &str = "FACT_CARDS_PACKED";

/// Where cargo builds the program.
const TARGET: &str = "target/program";

/// Writes the files of the engine into a folder, from where the program takes them when it is compiled.
fn pack(engine: &Engine) -> Result<PathBuf, Error> {
    let packed = project::path("target/engine-packed");
    // What an engine no longer has must not go into the program.
    if packed.exists() {
        fs::remove_dir_all(&packed).map_err(Error::file(&packed))?;
    }
    fs::create_dir_all(&packed).map_err(Error::file(&packed))?;
    for (name, bytes) in engine.files() {
        let path = packed.join(name);
        fs::write(&path, bytes).map_err(Error::file(&path))?;
    }
    Ok(packed)
}

/// Builds the program as the tests take it: with the engine in it, but not for speed.
pub fn for_tests(engine: &Engine) -> Result<PathBuf, Error> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--package", PACKAGE]).current_dir(project::root());
    run(cargo.env(PACKED, pack(engine)?))?;
    // Cargo puts it where this program is.
    let this = env::current_exe().map_err(Error::file("xtask"))?;
    Ok(this.with_file_name(format!("{PACKAGE}{EXE_SUFFIX}")))
}

/// Builds the program `fact-cards` with the engine in it, as one file that needs nothing else.
pub fn program(out: &Path) -> Result<(), Error> {
    let packed = pack(&engine::build(Library::Shipped)?.read()?)?;
    let host = output("rustc", &["--print", "host-tuple"]).unwrap_or_default();
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--package", PACKAGE, "--target-dir", TARGET, "--target", &host]);
    cargo.current_dir(project::root()).env(PACKED, &packed);
    if host.ends_with("-linux-gnu") {
        // So that it runs with an older C library, or another one.
        cargo.env("RUSTFLAGS", "-C target-feature=+crt-static");
    }
    // The profile of the engine is for size; this one is to be fast.
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3");
    run(&mut cargo)?;

    let built = project::path(TARGET).join(host).join("release").join(format!("{PACKAGE}{EXE_SUFFIX}"));
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
    }
    let size = fs::copy(&built, out).map_err(Error::file(out))?;
    println!("{} is the program, with the engine in it: {size} bytes.", out.display());
    Ok(())
}
