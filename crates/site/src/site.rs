use std::{
    fs,
    path::{Path, PathBuf},
    rc::Rc,
};

use fact_cards_story::{
    author::{StoryFiles, editions, read},
    edition::Edition,
    section,
};

use crate::{
    asset::{Assets, Written, integrity},
    error::SiteError,
    page::{Parts, page},
    section::with_story,
    styles,
};

/// The script that starts the engine in a page.
const PAGE_SCRIPT: &str = include_str!("../../../src/browser/page.js");

const ICON: &str = include_str!("../../../styles/icon.svg");

/// The built engine: what Trunk has made, without a story.
#[derive(Clone, Debug)]
pub struct Engine {
    /// The WebAssembly module.
    pub wasm: PathBuf,
    /// The JavaScript that wasm-bindgen made for it.
    pub glue: PathBuf,
}

/// A story with what makes it a site.
#[derive(Debug)]
pub struct Site {
    editions: Vec<Rc<Edition>>,
    story: Vec<u8>,
}

impl Site {
    /// Reads, checks and encodes the story in a folder.
    ///
    /// # Errors
    /// When the folder cannot be read or the story has mistakes.
    pub fn of_story(folder: &Path) -> Result<Self, SiteError> {
        let files =
            StoryFiles::in_folder(folder).map_err(|error| SiteError::NoStory { folder: folder.to_owned(), error })?;
        let story = read(&files).map_err(SiteError::Story)?;
        let editions = editions(&story).map_err(SiteError::Story)?;
        let story = section::encode(&editions).map_err(|error| SiteError::Encoding(error.to_string()))?;
        Ok(Self { editions: editions.into_iter().map(Rc::new).collect(), story })
    }

    /// The story as it stands in the engine.
    #[must_use]
    pub fn story(&self) -> &[u8] {
        &self.story
    }

    /// The story in each language.
    #[must_use]
    pub fn editions(&self) -> &[Rc<Edition>] {
        &self.editions
    }

    /// Writes the site into a folder, in place of what was there. Nothing is replaced before all of it is written.
    ///
    /// # Errors
    /// When the engine or the style sheet cannot be read, or a file cannot be written.
    pub fn write(&self, engine: &Engine, styles: &Path, out: &Path) -> Result<Vec<Written>, SiteError> {
        let beside = |suffix: &str| {
            let mut name = out.file_name().unwrap_or_default().to_owned();
            name.push(suffix);
            out.with_file_name(name)
        };
        let (new, old) = (beside(".new"), beside(".old"));
        let mut assets = Assets::in_folder(&new)?;
        self.write_files(engine, styles, &mut assets)?;

        if old.exists() {
            fs::remove_dir_all(&old).map_err(SiteError::file(&old))?;
        }
        if out.exists() {
            fs::rename(out, &old).map_err(SiteError::file(out))?;
        }
        fs::rename(&new, out).map_err(SiteError::file(&new))?;
        if old.exists() {
            fs::remove_dir_all(&old).map_err(SiteError::file(&old))?;
        }
        Ok(assets.into_written())
    }

    fn write_files(&self, engine: &Engine, styles: &Path, assets: &mut Assets) -> Result<(), SiteError> {
        let wasm = fs::read(&engine.wasm).map_err(SiteError::file(&engine.wasm))?;
        let wasm = with_story(&wasm, &self.story).ok_or_else(|| SiteError::NotWasm(engine.wasm.clone()))?;
        let glue = fs::read(&engine.glue).map_err(SiteError::file(&engine.glue))?;
        let parts = Parts {
            icon: assets.write_named("icon", "svg", ICON.as_bytes())?,
            styles: assets.write_named("fact-cards", "css", styles::bundle(styles)?.as_bytes())?,
            page_script: assets.write_named("page", "js", PAGE_SCRIPT.as_bytes())?,
            glue: assets.write_named("engine", "js", &glue)?,
            engine: assets.write_named("engine", "wasm", &wasm)?,
            engine_integrity: integrity(&wasm),
        };
        for (number, edition) in self.editions.iter().enumerate() {
            let (path, root) = match number {
                0 => ("index.html".to_owned(), ""),
                _ => (format!("{}/index.html", edition.language), "../"),
            };
            assets.write(&path, page(edition, &parts, root).as_bytes())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_is_named_with_what_should_be() {
        let said = Site::of_story(Path::new("nowhere")).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(said.starts_with("there is no story in nowhere: "), "{said}");
        assert!(said.ends_with(". Name the folder that holds its TOML files."), "{said}");
    }
}
