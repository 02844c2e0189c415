use std::{env, fs, path::PathBuf, time::SystemTime};

use fact_cards_command::read;
use fact_cards_site::{SiteError, with_story};

use crate::{error::Error, project};

/// Puts the default story into the module that Trunk has just built, in the folder that Trunk names.
pub fn add_story() -> Result<(), Error> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or(Error::NotInTrunk)?;
    let site = read(&project::path("seeds"), SystemTime::now())?;
    for entry in fs::read_dir(&staging).map_err(Error::file(&staging))? {
        let path = entry.map_err(Error::file(&staging))?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            let wasm = fs::read(&path).map_err(Error::file(&path))?;
            let with_story = with_story(&wasm, site.story()).ok_or(SiteError::NotWasm)?;
            fs::write(&path, with_story).map_err(Error::file(&path))?;
        }
    }
    Ok(())
}
