use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use fs_err as fs;
use wasm_bindgen_cli_support::Bindgen;

use super::short_names::{self, ShortNames};
use crate::{
    command::{output_of, run},
    project,
    setup::Tools,
};

/// The page for plain Trunk: it has the arguments of wasm-opt, which apply to our build too.
const PAGE: &str = "index.html";

/// Whether functions keep their names, for measurements.
#[derive(Clone, Copy, PartialEq)]
pub enum Names {
    Kept,
    Dropped,
}

/// The output of wasm-bindgen.
pub struct Bound {
    pub wasm: PathBuf,
    pub script: PathBuf,
}

/// Runs wasm-bindgen on a compiled module. Writes module and script into a folder.
pub fn bind(compiled: &Path, folder: &Path, names: Names) -> Result<Bound> {
    let bind = || {
        let mut bindgen = Bindgen::new();
        bindgen.input_path(compiled).out_name("bound").typescript(false).keep_debug(names == Names::Kept);
        bindgen.web(true)?.generate(folder)
    };
    bind().context("wasm-bindgen cannot join the engine and its script")?;
    Ok(Bound { wasm: folder.join("bound_bg.wasm"), script: folder.join("bound.js") })
}

/// Runs wasm-opt on a module, and shortens the names of its imports and exports. Returns these.
pub fn optimise(tools: &Tools, wasm: &Path, out: &Path) -> Result<ShortNames> {
    let mut command = wasm_opt(tools)?;
    let said = output_of(command.arg(short_names::PASS).arg(wasm).arg("--output").arg(out))?;
    serde_json::from_str(&said).context("wasm-opt does not say which names it has made short")
}

/// Runs wasm-opt on a module, keeping all names.
pub fn optimise_with_names(tools: &Tools, wasm: &Path, out: &Path) -> Result<()> {
    run(wasm_opt(tools)?.args(["--debuginfo", "--strip-dwarf"]).arg(wasm).arg("--output").arg(out))
}

fn wasm_opt(tools: &Tools) -> Result<Command> {
    let path = project::path(PAGE);
    let page = fs::read_to_string(&path)?;
    let attribute = |name: &str| Some(page.split_once(&format!("{name}=\""))?.1.split_once('"')?.0);
    let (Some(level), Some(features)) = (attribute("data-wasm-opt"), attribute("data-wasm-opt-params")) else {
        bail!(
            "{} has no `data-wasm-opt` with `data-wasm-opt-params`, which say how the engine is made small",
            path.display()
        );
    };
    let mut command = Command::new(tools.program("wasm-opt"));
    command.arg(format!("-O{level}")).args(features.split_whitespace());
    Ok(command)
}
