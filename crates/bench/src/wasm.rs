//! The share of each crate, and of each part of ours, in the engine's size.

mod attribution;
mod sizes;

use std::process::Command;

use anyhow::Result;
use fs_err as fs;
use serde::Serialize;

pub use self::attribution::{Group, grouped};
use crate::{command::run, options::Options};

/// The shares. All numbers are uncompressed bytes.
#[derive(Debug, Serialize)]
pub struct Engine {
    /// The engine as it is published, without a story.
    pub published: usize,
    /// All functions; the same engine with names has the same ones.
    pub code: usize,
    /// Texts and tables.
    pub data: usize,
    /// Types, imports, exports and what else a module has.
    pub rest: usize,
    pub crates: Vec<Group>,
    /// The parts of our own crate.
    pub parts: Vec<Group>,
    /// The largest functions.
    pub functions: Vec<Group>,
}

/// How many of the largest functions are told.
const FUNCTIONS: usize = 40;

/// Attributes the size of the engine, by a build that differs only in having names.
pub fn measure(options: &Options) -> Result<Engine> {
    let folder = options.folder().join("engine");
    run(Command::new(&options.xtask).args(["engine", "--out"]).arg(&folder))?;
    let published = folder.join("engine.wasm");
    let published = fs::metadata(&published)?.len();
    let sizes = sizes::sizes(&folder.join("named.wasm"))?;
    let code = sizes.functions.iter().map(|(_, bytes)| bytes).sum();
    let mut functions: Vec<Group> =
        sizes.functions.iter().map(|(name, bytes)| Group { name: name.clone(), bytes: *bytes }).collect();
    functions.sort_by(|a, b| b.bytes.cmp(&a.bytes).then_with(|| a.name.cmp(&b.name)));
    functions.truncate(FUNCTIONS);
    Ok(Engine {
        published: usize::try_from(published).unwrap_or(usize::MAX),
        code,
        data: sizes.data,
        rest: sizes.rest,
        crates: grouped(&sizes.functions, attribution::crate_of),
        parts: grouped(&sizes.functions, |name| attribution::part_of(name).unwrap_or_default()),
        functions,
    })
}
