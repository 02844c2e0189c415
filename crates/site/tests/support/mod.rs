//! A site in memory.

mod project;

use std::{
    collections::BTreeMap,
    fs,
    sync::{Mutex, OnceLock, PoisonError},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use fact_cards_site::{Engine, Site, Target};
use tempfile::TempDir;

pub use self::project::project;

/// The files of a site by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The time of publication, independent of the clock: in January 2027.
pub fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_hours(500_000)
}

/// The site of a story in a folder of the project.
pub fn site(story: &str) -> Site {
    Site::of_story(&project(story), now()).unwrap_or_else(|error| panic!("{error}"))
}

/// The files of the site of a story, with a dummy engine. They are made once and shared by all tests, which only read
/// them.
pub fn files(story: &str) -> &'static Files {
    static MADE: Mutex<BTreeMap<String, &OnceLock<Files>>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let files = *made.entry(story.to_owned()).or_insert_with(|| Box::leak(Box::default()));
    drop(made);
    files.get_or_init(|| written(story))
}

/// A dummy engine, with the style sheets of the project.
pub fn engine() -> Engine {
    let folder = TempDir::new().unwrap();
    let wasm = folder.path().join("engine.wasm");
    fs::write(&wasm, b"\0asm\x01\0\0\0").unwrap();
    for name in Engine::SCRIPTS.into_iter().chain([Engine::NOTICES]) {
        fs::write(folder.path().join(name), "BUILD").unwrap();
    }
    Engine::built(&wasm, folder.path(), &project("styles")).unwrap()
}

fn written(story: &str) -> Files {
    let folder = TempDir::new().unwrap();
    let engine = engine();
    let base_url = "https://cards.example/".parse().unwrap();
    let target = Target { folder: &folder.path().join("site"), base_url: Some(&base_url), compressed: false };
    let written = site(story).write(&engine, target).unwrap();
    written.into_iter().map(|file| (file.path, file.bytes)).collect()
}
