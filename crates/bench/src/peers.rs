//! The pages of the peers: the cards and facts that ours has, in plain HTML, with each peer set up as its documentation says.

mod html;
mod pagefind;
mod plain;

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::{error::Error, story::Story, way::Way};

/// Where npm has put the peers: the folders `node_modules` in which each of them is.
pub struct Installed {
    pub pagefind: PathBuf,
    pub list_js: PathBuf,
    pub mixitup: PathBuf,
    pub isotope: PathBuf,
}

impl Installed {
    /// A peer's package.
    fn package(&self, way: Way) -> Option<PathBuf> {
        Some(match way {
            Way::Ours => return None,
            Way::Pagefind => self.pagefind.join("pagefind"),
            Way::ListJs => self.list_js.join("list.js"),
            Way::MixItUp => self.mixitup.join("mixitup"),
            Way::Isotope => self.isotope.join("isotope-layout"),
        })
    }

    /// A peer's version.
    pub fn version(&self, way: Way) -> Result<Option<String>, Error> {
        let Some(package) = self.package(way) else { return Ok(None) };
        let path = package.join("package.json");
        let text = fs::read(&path).map_err(Error::file(&path))?;
        let package: Value = serde_json::from_slice(&text).map_err(|error| Error::Json { path, error })?;
        Ok(package.get("version").and_then(Value::as_str).map(str::to_owned))
    }

    /// Writes a peer's pages for a story, one for each of its languages, into a folder of their own.
    pub fn write(&self, way: Way, editions: &[Story], folder: &Path) -> Result<(), Error> {
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(Error::file(folder))?;
        }
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
        match way {
            Way::Ours => Ok(()),
            Way::Pagefind => pagefind::write(&self.pagefind, editions, folder),
            Way::ListJs => {
                let script = self.list_js.join("list.js/dist/list.min.js");
                plain::write(
                    &plain::Peer { script, setup: include_str!("../peers/list.js"), styles: "" },
                    editions,
                    folder,
                )
            }
            Way::MixItUp => {
                let script = self.mixitup.join("mixitup/dist/mixitup.min.js");
                let setup = include_str!("../peers/mixitup.js");
                plain::write(&plain::Peer { script, setup, styles: "" }, editions, folder)
            }
            Way::Isotope => {
                let script = self.isotope.join("isotope-layout/dist/isotope.pkgd.min.js");
                let (setup, styles) = (include_str!("../peers/isotope.js"), include_str!("../peers/isotope.css"));
                plain::write(&plain::Peer { script, setup, styles }, editions, folder)
            }
        }
    }
}

/// The path of the page in a language, where the first one's is at the root.
pub fn page_path(place: usize, language: &str) -> String {
    if place == 0 { String::new() } else { format!("{language}/") }
}

fn write_file(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
    }
    fs::write(path, text).map_err(Error::file(path))
}
