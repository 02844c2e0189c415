//! The pages of the peers: the same cards and facts in plain HTML, with each peer set up by its documentation.

mod html;
mod pagefind;
mod plain;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use fs_err as fs;
use serde_json::Value;

use crate::{story::Story, way::Way};

/// The folder `node_modules` with the peers.
pub struct Installed(pub PathBuf);

impl Installed {
    /// A peer's package.
    fn package(&self, way: Way) -> Option<PathBuf> {
        Some(self.0.join(match way {
            Way::Ours => return None,
            Way::Pagefind => "pagefind",
            Way::ListJs => "list.js",
            Way::MixItUp => "mixitup",
            Way::Isotope => "isotope-layout",
        }))
    }

    /// A peer's version.
    pub fn version(&self, way: Way) -> Result<Option<String>> {
        let Some(package) = self.package(way) else { return Ok(None) };
        let path = package.join("package.json");
        let text = fs::read(&path)?;
        let package: Value = serde_json::from_slice(&text).with_context(|| path.display().to_string())?;
        Ok(package.get("version").and_then(Value::as_str).map(str::to_owned))
    }

    /// Writes a peer's pages for a story, one for each of its languages, into a folder of their own.
    pub fn write(&self, way: Way, editions: &[Story], folder: &Path) -> Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
        match way {
            Way::Ours => Ok(()),
            Way::Pagefind => pagefind::write(&self.0, editions, folder),
            Way::ListJs => {
                let script = self.0.join("list.js/dist/list.min.js");
                plain::write(
                    &plain::Peer { script, setup: include_str!("../peers/list.js"), styles: "" },
                    editions,
                    folder,
                )
            }
            Way::MixItUp => {
                let script = self.0.join("mixitup/dist/mixitup.min.js");
                let setup = include_str!("../peers/mixitup.js");
                plain::write(&plain::Peer { script, setup, styles: "" }, editions, folder)
            }
            Way::Isotope => {
                let script = self.0.join("isotope-layout/dist/isotope.pkgd.min.js");
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

fn write_file(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)?;
    Ok(())
}
