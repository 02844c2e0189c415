//! What a site of many stories was built from, so that what did not change is not built again.

use std::{collections::BTreeMap, env, fs, sync::LazyLock};

use fact_cards_author::StoryFiles;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    engine::Engine,
    pages::document::direction,
    prepared::Site,
    publish::{asset::Digester, site::Target},
};

/// What a site was built from.
#[derive(Default, Deserialize, Serialize)]
pub(super) struct Built {
    stories: BTreeMap<String, Record>,
}

/// A story as it was built. All of it is published: nothing of what is held back stands in here but in the hash.
#[derive(Clone, Default, Deserialize, Serialize)]
pub(super) struct Record {
    /// Tells whether the same would be built again.
    key: String,
    /// Its editions, the first one first, as the list of the stories shows them. None where all of it is held back.
    pub editions: Vec<Listed>,
}

/// An edition as the list of the stories shows it.
#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Listed {
    pub path: String,
    pub locale: String,
    pub direction: String,
    /// What the language calls itself.
    pub language: String,
    pub title: String,
    pub lead: String,
    /// How much there is, in words.
    pub extent: String,
}

impl Built {
    /// What was noted; nothing where that says nothing.
    pub fn of_notes(notes: &Value) -> Self {
        Self::deserialize(notes).unwrap_or_default()
    }

    /// What is built now. Of a story that is all held back not even its name is noted.
    pub fn new(stories: &[(&str, &Record)]) -> Self {
        let published = stories.iter().filter(|(_, record)| record.is_published());
        Self { stories: published.map(|(name, record)| ((*name).to_owned(), (*record).clone())).collect() }
    }

    /// The same to be noted.
    pub fn to_notes(&self) -> Value {
        // A list of texts can be written down.
        serde_json::to_value(self).unwrap_or_default()
    }

    /// A story of that name of which the same would be built again.
    pub fn unchanged(&self, name: &str, key: &str) -> Option<&Record> {
        self.stories.get(name).filter(|record| record.key == key)
    }
}

impl Record {
    /// A story that was built now.
    pub fn new(key: String, site: &Site) -> Self {
        let editions = site.editions().iter().map(|edition| Listed {
            path: edition.path.clone(),
            locale: edition.locale.clone(),
            direction: direction(edition).to_owned(),
            language: edition.words.this_language.clone(),
            title: edition.title.shown().to_owned(),
            lead: edition.lead.shown().to_owned(),
            extent: fact_cards::extent(edition),
        });
        Self { key, editions: editions.collect() }
    }

    /// Whether there is something of it to be read.
    pub const fn is_published(&self) -> bool {
        !self.editions.is_empty()
    }
}

/// What this program is. It is looked at once: its file may be replaced while it runs, and that changes nothing of what it
/// makes.
static PROGRAM: LazyLock<String> = LazyLock::new(|| {
    let mut digester = Digester::default();
    // What cannot read itself builds everything anew only when the engine changes.
    digester.note(&env::current_exe().and_then(fs::read).unwrap_or_default());
    digester.hash()
});

/// What the files of every story depend on: the engine, this very program, and what was asked for.
pub(super) fn build_id(engine: &Engine, target: Target) -> String {
    let mut digester = Digester::default();
    digester.note(PROGRAM.as_bytes());
    for (name, bytes) in engine.files() {
        digester.note(name.as_bytes());
        digester.note(bytes);
    }
    digester.note(format!("{:?} {}", target.base_url.map(ToString::to_string), target.compressed).as_bytes());
    digester.hash()
}

/// What a story's files depend on.
pub(super) fn key(files: &StoryFiles, build_id: &str) -> String {
    let mut digester = Digester::default();
    digester.note(build_id.as_bytes());
    for (name, bytes) in files.contents() {
        digester.note(name.as_bytes());
        // A file that cannot be read is a mistake, so nothing was built with it.
        digester.note(bytes.unwrap_or_default());
    }
    digester.hash()
}

/// The same with what of it is held back now: that changes when an embargo ends.
pub(super) fn sealed(key: &str, held_back: &str) -> String {
    let mut digester = Digester::default();
    digester.note(key.as_bytes());
    digester.note(held_back.as_bytes());
    digester.hash()
}
