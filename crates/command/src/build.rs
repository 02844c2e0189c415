use std::{fs, path::Path};

use fact_cards_site::{Engine, Site, Stories, StoriesWritten, Target, Written, write_stories};

use crate::error::Error;

/// By this file a folder is known as a site that may be replaced by a new version.
const LOADER: &str = "fact-cards.js";

/// Writes the site of a story into a folder, in place of the version before.
///
/// # Errors
/// When there is something else in the folder, or a file cannot be written.
pub fn build(site: &Site, engine: &Engine, target: Target) -> Result<Vec<Written>, Error> {
    if !may_be_replaced(target.folder)? {
        return Err(Error::NotASite(target.folder.to_owned()));
    }
    Ok(site.write(engine, target)?)
}

/// Writes a site of several stories that share one engine into a folder, in place of the version before. What did not change
/// since then is not built again.
///
/// # Errors
/// When stories have mistakes, there is something else in the folder, or a file cannot be written.
pub fn build_stories(engine: &Engine, stories: &Stories, target: Target) -> Result<StoriesWritten, Error> {
    if !may_be_replaced(target.folder)? {
        return Err(Error::NotASite(target.folder.to_owned()));
    }
    Ok(write_stories(engine, stories, target)?)
}

/// Whether nobody misses what is in a folder: it is not there, empty, or a site.
fn may_be_replaced(folder: &Path) -> Result<bool, Error> {
    if !folder.exists() || folder.join(LOADER).exists() {
        return Ok(true);
    }
    if !folder.is_dir() {
        return Ok(false);
    }
    Ok(fs::read_dir(folder).map_err(Error::file(folder))?.next().is_none())
}
