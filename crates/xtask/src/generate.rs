//! Makes stories of any size, to see what the widget does with them. Nothing in them is true.
//!
//! They are written in English and Arabic, with the names in Cyrillic letters besides. The same seed makes the same story.

mod model;
mod names;
mod wording;
mod world;

use std::{collections::BTreeMap, fs, io, path::Path};

use serde::Serialize;

use self::world::World;
use crate::error::Error;

/// Writes a story with so many cards into a folder.
pub fn generate(cards: u16, seed: u64, folder: &Path) -> Result<(), Error> {
    let world = World::new(usize::from(cards), seed);
    fs::create_dir_all(folder).map_err(Error::file(folder))?;
    let write = |name: &str, text: Result<String, toml::ser::Error>| {
        let text = text.map_err(io::Error::other);
        text.and_then(|text| fs::write(folder.join(name), text)).map_err(Error::file(folder.join(name)))
    };
    write("story.toml", toml::to_string(&World::story()))?;
    write("articles.toml", list("article", &world.articles))?;
    write("types.toml", list("type", &World::types()))?;
    write("topics.toml", list("topic", &World::topics()))?;
    write("relations.toml", list("relation", &World::relations()))?;
    write("members.toml", list("member", &world.members))?;
    write("operations.toml", list("operation", &world.operations))?;
    write("venues.toml", list("venue", &world.venues))?;
    write("facts.toml", list("fact", &world.facts))?;
    println!("{}: {cards} cards, {} facts", folder.display(), world.facts.len());
    Ok(())
}

fn list<T: Serialize>(name: &str, entries: &[T]) -> Result<String, toml::ser::Error> {
    toml::to_string(&BTreeMap::from([(name, entries)]))
}
