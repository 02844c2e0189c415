//! The record of a build of a site of many stories, by which unchanged stories are reused.

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

/// The record of a site.
#[derive(Default, Deserialize, Serialize)]
pub(super) struct Built {
    stories: BTreeMap<String, Record>,
}

/// The record of a story. It is published with the site: of what is held back it contains nothing but a hash.
#[derive(Clone, Default, Deserialize, Serialize)]
pub(super) struct Record {
    /// A hash of everything that the story's files depend on.
    key: String,
    /// Its editions as the list of stories shows them, the first language first. None where all of it is held back.
    pub editions: Vec<Listed>,
}

/// An edition as the list of stories shows it.
#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Listed {
    pub path: String,
    pub locale: String,
    pub direction: String,
    /// The language's own name.
    pub language: String,
    pub title: String,
    pub lead: String,
    /// The size of the story in words.
    pub extent: String,
}

impl Built {
    /// Reads the record from the notes of the last build; empty where they are unreadable.
    pub fn of_notes(notes: &Value) -> Self {
        Self::deserialize(notes).unwrap_or_default()
    }

    /// The record of this build. A story that is all held back is left out, even its name.
    pub fn new(stories: &[(&str, &Record)]) -> Self {
        let published = stories.iter().filter(|(_, record)| record.is_published());
        Self { stories: published.map(|(name, record)| ((*name).to_owned(), (*record).clone())).collect() }
    }

    /// The record as notes for the next build.
    pub fn to_notes(&self) -> Value {
        // A list of texts can be written down.
        serde_json::to_value(self).unwrap_or_default()
    }

    /// The record of a story of that name, if it would be built the same again.
    pub fn unchanged(&self, name: &str, key: &str) -> Option<&Record> {
        self.stories.get(name).filter(|record| record.key == key)
    }
}

impl Record {
    /// The record of a story that was just built.
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

    /// Whether anything of it is published.
    pub const fn is_published(&self) -> bool {
        !self.editions.is_empty()
    }
}

/// The hash of this program. It is computed once: the file may be replaced while it runs.
static PROGRAM: LazyLock<String> = LazyLock::new(|| {
    let mut digester = Digester::default();
    // If the program cannot be read, only the engine's changes rebuild everything.
    digester.note(&env::current_exe().and_then(fs::read).unwrap_or_default());
    digester.hash()
});

/// Hashes what the files of all stories depend on: the engine, this program and the options.
pub(super) fn build_id(engine: &Engine, target: Target) -> String {
    let mut digester = Digester::default();
    digester.note(PROGRAM.as_bytes());
    for (name, bytes) in engine.files() {
        digester.note(name.as_bytes());
        digester.note(bytes);
    }
    let Target { base_url, compressed, share_pictures, .. } = target;
    digester.note(format!("{:?} {compressed} {share_pictures:?}", base_url.map(ToString::to_string)).as_bytes());
    digester.hash()
}

/// Hashes what a story's files depend on.
pub(super) fn key(files: &StoryFiles, build_id: &str) -> String {
    let mut digester = Digester::default();
    digester.note(build_id.as_bytes());
    for (name, bytes) in files.contents() {
        digester.note(name.as_bytes());
        // An unreadable file is a mistake, so no build had it.
        digester.note(bytes.unwrap_or_default());
    }
    for (name, picture) in files.pictures().iter() {
        digester.note(name.as_bytes());
        digester.note(&picture.read().unwrap_or_default());
    }
    digester.hash()
}

/// The same with what is held back now, which changes when an embargo ends.
pub(super) fn sealed(key: &str, held_back: &str) -> String {
    let mut digester = Digester::default();
    digester.note(key.as_bytes());
    digester.note(held_back.as_bytes());
    digester.hash()
}
