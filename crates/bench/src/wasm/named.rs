use std::{fs, path::PathBuf, process::Command};

use crate::{command::run, error::Error, options::Options};

/// Makes the engine once more with the names of its functions, of what cargo has compiled for the published one: by the
/// same steps, but that nothing drops the names.
pub fn build(options: &Options) -> Result<PathBuf, Error> {
    let folder = options.folder().join("named");
    let compiled = target_folder(options).join("wasm32-unknown-unknown/release/fact-cards.wasm");
    let mut bind = Command::new("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--keep-debug", "--out-name", "engine", "--out-dir"]);
    run(bind.arg(&folder).arg(&compiled))?;

    let page = options.project.join("index.html");
    let page = fs::read_to_string(&page).map_err(Error::file(&page))?;
    let attribute = |name: &str| Some(page.split_once(&format!("{name}=\""))?.1.split_once('"')?.0.to_owned());
    let level = attribute("data-wasm-opt").unwrap_or_default();
    let features = attribute("data-wasm-opt-params").unwrap_or_default();
    let named = folder.join("named.wasm");
    let mut optimise = Command::new("wasm-opt");
    optimise.arg(format!("-O{level}")).args(features.split_whitespace()).args(["--debuginfo", "--strip-dwarf"]);
    run(optimise.arg(folder.join("engine_bg.wasm")).arg("--output").arg(&named))?;
    Ok(named)
}

/// Where cargo puts what it compiles.
fn target_folder(options: &Options) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| options.project.join("target"), PathBuf::from)
}
