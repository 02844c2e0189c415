//! A site in memory.

mod project;

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    sync::{Mutex, OnceLock, PoisonError},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use fact_cards_site::{Engine, SharePictures, Site, Target};
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

fn written(story: &str) -> Files {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    let base_url = "https://cards.example/".parse().unwrap();
    let target = Target {
        folder: &out,
        base_url: Some(&base_url),
        compressed: false,
        share_pictures: SharePictures::OfSmallStories,
    };
    site(story).write(&engine(), target).unwrap();
    files_below(&out)
}

/// An engine whose module and scripts are dummies.
pub fn engine() -> Engine {
    let folder = TempDir::new().unwrap();
    let wasm = folder.path().join("engine.wasm");
    fs::write(&wasm, b"\0asm\x01\0\0\0").unwrap();
    for name in Engine::SCRIPTS.into_iter().chain([Engine::NOTICES]) {
        fs::write(folder.path().join(name), "BUILD").unwrap();
    }
    for name in Engine::SHEETS {
        fs::write(folder.path().join(name), sheet(name)).unwrap();
    }
    Engine::built(&wasm, folder.path(), folder.path()).unwrap()
}

/// A style sheet with what it imports, about as short as `cargo xtask build` makes it.
fn sheet(name: &str) -> String {
    let text = fs::read_to_string(project("styles").join(name)).unwrap();
    // Behind each start of a comment there is its end.
    let text: String = text
        .split("/*")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once("*/").unwrap().1 })
        .collect();
    let whole: Vec<String> = text
        .lines()
        .map(|line| match line.strip_prefix("@import \"") {
            Some(rest) => sheet(rest.trim_end_matches("\";")),
            None => line.to_owned(),
        })
        .collect();
    let short = whole.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    ["{", "}", ":", ";", ",", ">"]
        .iter()
        .fold(short, |short, mark| short.replace(&format!(" {mark}"), mark).replace(&format!("{mark} "), mark))
}

/// The files in a folder and those below it: whatever is there, whoever has written it.
pub fn files_below(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let path = entry.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(path, fs::read(entry).unwrap());
            }
        }
    }
    files
}
