use std::{path::Path, time::SystemTime};

use anyhow::Result;
use fact_cards_command::read;
use fact_cards_site::{Held, Target};

use crate::{
    engine::{self, Library},
    sizes,
};

/// Builds the site of a story into a folder, ready to be published where it has compressed forms.
pub fn build(story: &Path, target: Target, library: Library) -> Result<()> {
    // The story first: mistakes in it are reported before anything is compiled.
    let site = read(story, SystemTime::now())?;
    let engine = engine::build(library)?.read()?;
    let written = fact_cards_command::build(&site, &engine, target)?;
    if target.compressed {
        sizes::print(&written, engine.wasm());
    }
    println!("The site is in {}.{}", target.folder.display(), Held::lines(site.held_back()));
    if target.base_url.is_none() {
        println!("It does not know its address: for snippets, frames and oEmbed give it with --base-url.");
    }
    Ok(())
}
