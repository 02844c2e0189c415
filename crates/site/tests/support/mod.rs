//! A site in memory.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use fact_cards_site::{Engine, Site, Target};

/// A file or folder of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The story in a folder of the project.
pub fn site(story: &str) -> Site {
    Site::of_story(&project(story), SystemTime::now()).unwrap_or_else(|error| panic!("{error}"))
}

/// The files of the site of a story, by their paths. The engine is one in name only.
pub fn files(story: &str, test: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test).join(story);
    fs::create_dir_all(&folder).unwrap();
    let wasm = folder.join("engine.wasm");
    fs::write(&wasm, b"\0asm\x01\0\0\0").unwrap();
    for script in Engine::SCRIPTS {
        fs::write(folder.join(script), "BUILD").unwrap();
    }
    let engine = Engine::built(&wasm, &folder, &project("styles")).unwrap();
    let base_url = "https://cards.example/".parse().unwrap();
    let target = Target { folder: &folder.join("site"), base_url: Some(&base_url), compressed: false };
    let written = site(story).write(&engine, target).unwrap();
    written.into_iter().map(|file| (file.path, file.bytes)).collect()
}
