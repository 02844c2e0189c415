//! Makes stories of any size, to see what the widget does with them. Nothing in them is true.
//!
//! They are written in English and Arabic, with the names in Cyrillic letters besides. The same seed makes the same story.

mod model;
mod names;
mod wording;
mod world;

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, Error, Result};
use fact_cards_publish::write_new;
use fs_err as fs;
use serde::Serialize;

use self::world::World;

/// Writes a story with so many cards into a folder.
pub fn generate(cards: u16, seed: u64, folder: &Path) -> Result<()> {
    let world = World::new(usize::from(cards), seed);
    let files = [
        ("story.toml", toml::to_string(&World::story())),
        ("articles.toml", list("article", &world.articles)),
        ("types.toml", list("type", &World::types())),
        ("topics.toml", list("topic", &World::topics())),
        ("relations.toml", list("relation", &World::relations())),
        ("members.toml", list("member", &world.members)),
        ("operations.toml", list("operation", &world.operations)),
        ("venues.toml", list("venue", &world.venues)),
        ("facts.toml", list("fact", &world.facts)),
    ];
    write_new(folder, |new| {
        files.into_iter().try_for_each(|(name, text)| {
            let text = text.with_context(|| format!("{name} cannot be written"))?;
            Ok::<_, Error>(fs::write(new.join(name), text)?)
        })
    })?;
    println!("{}: {cards} cards, {} facts", folder.display(), world.facts.len());
    Ok(())
}

fn list<T: Serialize>(name: &str, entries: &[T]) -> Result<String, toml::ser::Error> {
    toml::to_string(&BTreeMap::from([(name, entries)]))
}
