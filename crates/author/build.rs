//! Finds the words of the interface: one file per language in `words/`, so that a language is added without Rust.
//!
//! What is written are the texts, not where they are: a checkout may be moved, and what was built in it stays good.

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
        let text = fs::read_to_string(file)?;
        list.push(format!("({name:?}, {text:?})"));
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("words.rs"), format!("[{}]", list.join(",")))
}
