use std::path::Path;

use fact_cards_site::Site;

use crate::{check, engine, error::Error, project, sizes};

/// Builds the site of a story into a folder.
pub fn build(story: &Path, out: &Path, base_url: Option<&str>) -> Result<(), Error> {
    if let Some(url) = base_url.filter(|url| !(url.starts_with("https://") || url.starts_with("http://"))) {
        return Err(Error::BaseUrl(url.to_owned()));
    }
    // The story first: an editor's mistake is told before anything is compiled.
    let site = check::read(story)?;
    let engine = engine::build()?;
    let written = site.write(&engine, &project::path("styles/main.css"), out, base_url)?;
    sizes::print(&written, &engine.wasm)?;
    println!("The site is in {}.", out.display());
    Ok(())
}

/// Writes the site again with the engine that was built last.
pub fn rewrite(story: &Path, out: &Path) -> Result<Site, Error> {
    let site = check::read(story)?;
    site.write(&engine::built(), &project::path("styles/main.css"), out, None)?;
    Ok(site)
}
