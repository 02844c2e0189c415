//! Puts the engine into the program. `cargo xtask program` builds one and says in `FACT_CARDS_PACKED` where it is. Without
//! that, as under `cargo test`, the program has none and says so where it would need it.

use std::{
    env, fs,
    io::{Error, Result},
    path::{Path, PathBuf},
};

const PACKED: &str = "FACT_CARDS_PACKED";

fn main() -> Result<()> {
    println!("cargo::rerun-if-env-changed={PACKED}");
    let files = match env::var_os(PACKED) {
        Some(folder) => packed(Path::new(&folder))?,
        None => Vec::new(),
    };
    let entry = |(name, path): &(String, String)| format!("({name:?}, include_bytes!({path:?}).as_slice()),\n");
    let list = format!("&[\n{}]\n", files.iter().map(entry).collect::<String>());
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| Error::other("cargo gives no OUT_DIR"))?;
    fs::write(out.join("engine_files.rs"), list)
}

/// The files of an engine by their names.
fn packed(folder: &Path) -> Result<Vec<(String, String)>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        files.push((
            entry.file_name().to_string_lossy().into_owned(),
            entry.path().canonicalize()?.to_string_lossy().into_owned(),
        ));
    }
    files.sort();
    Ok(files)
}
