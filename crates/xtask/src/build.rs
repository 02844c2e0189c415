use std::{path::Path, time::SystemTime};

use anyhow::Result;
use fact_cards_command::read;
use fact_cards_site::{BaseUrl, Held, Target};

use crate::{
    engine::{self, Library},
    sizes,
};

/// Builds the site of a story into a folder, ready to be published unless `--soon` was given.
pub fn build(story: &Path, folder: &Path, base_url: Option<&BaseUrl>, soon: bool, library: Library) -> Result<()> {
    // The story first: mistakes in it are reported before anything is compiled.
    let site = read(story, SystemTime::now())?;
    let engine = engine::build(library)?.read()?;
    let target = Target { folder, base_url, compressed: !soon };
    let written = fact_cards_command::build(&site, &engine, target)?;
    if !soon {
        sizes::print(&written, engine.wasm());
    }
    println!("The site is in {}.{}", folder.display(), Held::lines(site.held_back()));
    if base_url.is_none() {
        println!("It does not know its address: for snippets, frames and oEmbed give it with --base-url.");
    }
    Ok(())
}
