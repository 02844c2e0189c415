//! Finds the words of the interface: one file per language in `words/`, so that a language is added without Rust.

use std::{
    env, fs,
    io::{Error, Result},
    path::{Path, PathBuf},
};

/// The folder of these files, seen from this crate.
const WORDS: &str = "../../words";

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed={WORDS}");
    let mut files: Vec<PathBuf> =
        fs::read_dir(WORDS)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_>>()?;
    files.sort();
    let mut list = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "ftl")) {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let path = fs::canonicalize(file)?;
        let path = path.to_string_lossy();
        list.push(format!("({name:?}, include_str!({path:?}))"));
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("words.rs"), format!("[{}]", list.join(",")))
}
