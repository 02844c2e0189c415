use std::{path::PathBuf, process::Command};

use anyhow::Result;

use super::{Library, small_std};
use crate::{command::run, project, setup};

/// Compiles the engine with cargo, which shows its progress. Returns the module.
pub fn compile(library: Library) -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    // Not in plain Trunk's target folder: it builds with other flags, so each would recompile what the other has built.
    let mut target = project::target("engine-code");
    let mut flags = project::remapped();
    // Missing tools are reported before anything is installed or compiled.
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
