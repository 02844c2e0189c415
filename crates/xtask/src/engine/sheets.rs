use std::{path::Path, process::Command};

use anyhow::Result;
use fact_cards_site::Engine;
use fs_err as fs;

use crate::{command::run, project, setup::Tools};

/// Writes the style sheets into a folder, minified and with what they import. Mistakes in them are printed with their places.
pub fn bundle(tools: &Tools, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut node = Command::new("node");
    node.arg(project::path("crates/xtask/npm/engine/sheets.mjs")).arg(tools.modules());
    run(node.arg(project::path("styles")).arg(folder).args(Engine::SHEETS))
}
