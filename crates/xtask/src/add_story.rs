use std::{env, path::PathBuf, time::SystemTime};

use anyhow::{Context, Result};
use fact_cards_command::read;
use fact_cards_site::{SiteError, with_story};
use fs_err as fs;

use crate::project;

/// Adds the default story to the module that Trunk has just built: the hook of `Trunk.toml`.
pub fn add_story() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("Trunk did not say where it builds; this command is for Trunk.toml")?;
    let site = read(&project::path("seeds"), SystemTime::now())?;
    for entry in fs::read_dir(&staging)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            let wasm = fs::read(&path)?;
            let with_story = with_story(&wasm, site.story()).ok_or(SiteError::NotWasm)?;
            fs::write(&path, with_story)?;
        }
    }
    Ok(())
}
