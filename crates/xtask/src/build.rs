use std::path::Path;

use fact_cards_site::{BaseUrl, Target};

use crate::{
    check,
    engine::{self, Library},
    error::Error,
    project, sizes,
};

/// The style sheet of the widget.
pub const STYLES: &str = "styles/main.css";

/// Builds the site of a story into a folder. It is ready to be published, unless somebody only wants to see it soon.
pub fn build(
    story: &Path,
    folder: &Path,
    base_url: Option<&BaseUrl>,
    soon: bool,
    library: Library,
) -> Result<(), Error> {
    // The story first: an editor's mistake is told before anything is compiled.
    let site = check::read(story)?;
    let engine = engine::build(library)?;
    let target = Target { folder, base_url, compressed: !soon };
    let written = site.write(&engine, &project::path(STYLES), target)?;
    if !soon {
        sizes::print(&written, &engine.wasm)?;
    }
    println!("The site is in {}.", folder.display());
    if base_url.is_none() {
        println!("It does not know its address: for snippets, frames and oEmbed give it with --base-url.");
    }
    Ok(())
}

/// Writes the site again with the engine that was built last.
pub fn rewrite(story: &Path, folder: &Path, base_url: &BaseUrl) -> Result<(), Error> {
    let target = Target { folder, base_url: Some(base_url), compressed: false };
    check::read(story)?.write(&engine::built(), &project::path(STYLES), target)?;
    Ok(())
}
