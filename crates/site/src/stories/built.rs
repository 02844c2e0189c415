//! What a site of many stories was built from, so that what did not change is not built again.

use std::{
    collections::BTreeMap,
    env, fs, io,
    path::{Path, PathBuf},
    sync::LazyLock,
    time::{SystemTime, UNIX_EPOCH},
};

use fact_cards_story::author::{Held, StoryFiles};
use serde::{Deserialize, Serialize};

use crate::{
    asset::{Digester, Written},
    document::direction,
    engine::Engine,
    error::SiteError,
    site::{Site, Target},
};

/// The file that says so, in the folder of the site. Hosts do not serve names that begin with a dot.
const FILE: &str = ".built.json";

/// The compressed forms of a file.
const FORMS: [&str; 3] = ["", ".br", ".gz"];

/// What a site was built from.
#[derive(Default, Deserialize, Serialize)]
pub(super) struct Built {
    stories: BTreeMap<String, Record>,
}

/// A story as it was built.
#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Record {
    /// Tells whether the same would be built again.
    key: String,
    /// Its files by their paths.
    pub files: Vec<String>,
    /// Its editions, the first one first, as the list of the stories shows them.
    pub editions: Vec<Listed>,
    /// What of it is held back, in words, a line each.
    pub held_back: String,
    /// The seconds after 1970 at which an embargo ends, so that it is another one.
    until: Option<u64>,
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
    /// What was built last; nothing where that cannot be read.
    pub fn read(site: &Path) -> Self {
        let read = fs::read(site.join(FILE)).ok();
        read.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// What is built now.
    pub fn of(stories: &[(&str, &Record)]) -> Self {
        Self { stories: stories.iter().map(|(name, record)| ((*name).to_owned(), (*record).clone())).collect() }
    }

    /// Writes it down.
    pub fn write(&self, site: &Path) -> Result<(), SiteError> {
        let path = site.join(FILE);
        let text = serde_json::to_vec(self).map_err(io::Error::other).map_err(SiteError::file(&path))?;
        fs::write(&path, text).map_err(SiteError::file(&path))
    }

    /// A story of that name of which the same would be built again.
    pub fn unchanged(&self, name: &str, key: &str, now: SystemTime) -> Option<&Record> {
        let is_over = |record: &Record| record.until.is_some_and(|until| until <= seconds(now));
        self.stories.get(name).filter(|record| record.key == key && !is_over(record))
    }
}

impl Record {
    /// A story that was built now.
    pub fn of(key: String, site: &Site, written: &[Written]) -> Self {
        let editions = site.editions().iter().map(|edition| Listed {
            path: edition.path.clone(),
            locale: edition.locale.clone(),
            direction: direction(edition).to_owned(),
            language: edition.words.this_language.clone(),
            title: edition.title.shown().to_owned(),
            lead: edition.lead.shown().to_owned(),
            extent: fact_cards::extent(edition),
        });
        let editions = if site.is_all_held_back() { Vec::new() } else { editions.collect() };
        let files = written.iter().map(|file| file.path.clone()).collect();
        let held_back = Held::lines(site.held_back()).trim_start().to_owned();
        Self { key, files, editions, held_back, until: site.next_embargo().map(seconds) }
    }

    /// Whether there is something of it to be read.
    pub const fn is_published(&self) -> bool {
        !self.editions.is_empty()
    }

    /// Takes its files over from the folder in which they were built. False where one is no longer there.
    pub fn take_over(&self, from: &Path, to: &Path) -> Result<bool, SiteError> {
        for file in &self.files {
            let place = to.join(file);
            if let Some(folder) = place.parent() {
                fs::create_dir_all(folder).map_err(SiteError::file(folder))?;
            }
            for form in FORMS {
                let [from, to] = [from, to].map(|folder| folder.join(format!("{file}{form}")));
                if from.exists() {
                    same(&from, &to).map_err(SiteError::file(&to))?;
                } else if form.is_empty() {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}

fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// One file in two places, or where a disk does not have that, a copy.
fn same(from: &PathBuf, to: &PathBuf) -> io::Result<()> {
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(drop))
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
pub(super) fn maker(engine: &Engine, target: Target) -> String {
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
pub(super) fn key(files: &StoryFiles, maker: &str) -> String {
    let mut digester = Digester::default();
    digester.note(maker.as_bytes());
    for (name, bytes) in files.contents() {
        digester.note(name.as_bytes());
        // A file that cannot be read is a mistake, so nothing was built with it.
        digester.note(bytes.unwrap_or_default());
    }
    digester.hash()
}
