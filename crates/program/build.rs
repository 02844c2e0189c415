//! Puts the engine into the program. `cargo xtask program` builds one and says in `FACT_CARDS_PACKED` where it is. Without
//! that, as under `cargo test`, the program has none and says so where it would need it.
//!
//! The files are copied to where cargo builds: a checkout may be moved, and what was built in it stays good.

use std::{
    env, fs,
    io::{Error, Result},
    path::{Path, PathBuf},
};

const PACKED: &str = "FACT_CARDS_PACKED";

/// The variable with the commit that this is made of.
const COMMIT: &str = "FACT_CARDS_COMMIT";

/// The folder of the copies, in the one that cargo gives.
const COPIES: &str = "engine";

fn main() -> Result<()> {
    println!("cargo::rerun-if-env-changed={PACKED}");
    println!("cargo::rerun-if-env-changed={COMMIT}");
    println!("cargo::rustc-env=COMMIT={}", env::var(COMMIT).unwrap_or_else(|_| "unknown".to_owned()));
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| Error::other("cargo gives no OUT_DIR"))?;
    let copies = out.join(COPIES);
    // What an engine no longer has must not go into the program.
    if copies.exists() {
        fs::remove_dir_all(&copies)?;
    }
    fs::create_dir_all(&copies)?;
    let names = match env::var_os(PACKED) {
        Some(folder) => copied(Path::new(&folder), &copies)?,
        None => Vec::new(),
    };
    let entry = |name: &String| {
        let path = format!("/{COPIES}/{name}");
        format!("({name:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), {path:?})).as_slice()),\n")
    };
    let list = format!("&[\n{}]\n", names.iter().map(entry).collect::<String>());
    fs::write(out.join("engine_files.rs"), list)
}

/// Copies the files of an engine, and gives their names.
fn copied(folder: &Path, copies: &Path) -> Result<Vec<String>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        fs::copy(entry.path(), copies.join(entry.file_name()))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
