use std::{env, ffi::OsString, process::Command};

use crate::{
    command::run,
    error::Error,
    project,
    setup::{self, Peers},
};

const BENCH: &str = "fact-cards-bench";

/// Sees that everything is there that the benchmarks need, and runs them. They take the arguments as they are.
pub fn bench(arguments: &[OsString]) -> Result<(), Error> {
    setup::chromium()?;
    let tools = setup::tools()?;
    let Peers { pagefind, list_js, mixitup, isotope } = setup::peers()?;
    let xtask = env::current_exe().map_err(Error::file("the program that runs"))?;
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--package", BENCH, "--"]).current_dir(project::root()).env("PATH", tools.path());
    cargo.arg("--project").arg(project::root()).arg("--xtask").arg(xtask);
    for (name, folder) in
        [("--pagefind", pagefind), ("--list-js", list_js), ("--mixitup", mixitup), ("--isotope", isotope)]
    {
        cargo.arg(name).arg(folder);
    }
    run(cargo.args(arguments))
}
