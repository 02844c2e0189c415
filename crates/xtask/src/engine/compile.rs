use std::{path::PathBuf, process::Command};

use anyhow::Result;

use super::{Library, small_std};
use crate::{command::run, project, setup};

/// Has cargo compile the engine, and gives the module. Cargo shows how far it is.
pub fn compile(library: Library) -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    // Not where plain Trunk compiles, which knows no such flags: each would compile anew what the other one has.
    let mut target = project::target("engine-code");
    let mut flags = project::remapped();
    // What is missing is told before anything is installed or compiled.
    if library != Library::Shipped {
        target = small_std::compile(&mut cargo, library == Library::Silent, &mut flags)?;
    }
    setup::wasm_target()?;
    println!("Compiling the engine: a minute or two at first, seconds after a change.");
    cargo.args(["build", "--locked", "--release", "--package", "fact-cards", "--bin", "fact-cards", "--target"]);
    let (name, flags) = project::encoded(&flags);
    cargo.arg(setup::WASM_TARGET).arg("--target-dir").arg(&target).env(name, flags);
    run(cargo.current_dir(project::root()))?;
    Ok(target.join(setup::WASM_TARGET).join("release/fact-cards.wasm"))
}
