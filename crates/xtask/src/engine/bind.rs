use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use wasm_bindgen_cli_support::Bindgen;

use super::short_names::{self, ShortNames};
use crate::{
    command::{output_of, run},
    error::Error,
    project,
    setup::Tools,
};

/// Where the page for plain Trunk says how its wasm-opt is called. Ours is called in the same way.
const PAGE: &str = "index.html";

/// Whether functions keep their names, which nobody needs in what is published.
#[derive(Clone, Copy, PartialEq)]
pub enum Names {
    Kept,
    Dropped,
}

/// What wasm-bindgen makes.
pub struct Bound {
    pub wasm: PathBuf,
    pub script: PathBuf,
}

/// Joins a compiled module with the JavaScript by which it and a page call each other. Writes both into a folder.
pub fn bind(compiled: &Path, folder: &Path, names: Names) -> Result<Bound, Error> {
    let bind = || {
        let mut bindgen = Bindgen::new();
        bindgen.input_path(compiled).out_name("bound").typescript(false).keep_debug(names == Names::Kept);
        bindgen.web(true)?.generate(folder)
    };
    bind().map_err(|error| Error::NotBound(error.into()))?;
    Ok(Bound { wasm: folder.join("bound_bg.wasm"), script: folder.join("bound.js") })
}

/// Makes a module small, and its names short. Gives these.
pub fn optimise(tools: &Tools, wasm: &Path, out: &Path) -> Result<ShortNames, Error> {
    let mut command = wasm_opt(tools)?;
    let said = output_of(command.arg(short_names::PASS).arg(wasm).arg("--output").arg(out))?;
    serde_json::from_str(&said).map_err(Error::NoShortNames)
}

/// Makes a module small by the same steps, but that all names stay.
pub fn optimise_with_names(tools: &Tools, wasm: &Path, out: &Path) -> Result<(), Error> {
    run(wasm_opt(tools)?.args(["--debuginfo", "--strip-dwarf"]).arg(wasm).arg("--output").arg(out))
}

fn wasm_opt(tools: &Tools) -> Result<Command, Error> {
    let path = project::path(PAGE);
    let page = fs::read_to_string(&path).map_err(Error::file(&path))?;
    let attribute = |name: &str| Some(page.split_once(&format!("{name}=\""))?.1.split_once('"')?.0);
    let (Some(level), Some(features)) = (attribute("data-wasm-opt"), attribute("data-wasm-opt-params")) else {
        return Err(Error::NoWasmOpt(path));
    };
    let mut command = Command::new(tools.program("wasm-opt"));
    command.arg(format!("-O{level}")).args(features.split_whitespace());
    Ok(command)
}
