use std::{env, ffi::OsString, process::Command};

use anyhow::{Context, Result};

use crate::{command::run, project, setup};

const BENCH: &str = "fact-cards-bench";

/// Installs what the benchmarks need and runs them with the given arguments.
pub fn bench(arguments: &[OsString]) -> Result<()> {
    setup::chromium()?;
    let peers = setup::peers()?;
    let xtask = env::current_exe().context("the program that runs cannot be found")?;
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--package", BENCH, "--"]).current_dir(project::root());
    cargo.arg("--project").arg(project::root()).arg("--xtask").arg(xtask).arg("--peers").arg(peers);
    run(cargo.args(arguments))
}
