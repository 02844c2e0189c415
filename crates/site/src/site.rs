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
    asset::{Assets, Need, Written, integrity},
    error::SiteError,
    loader::loader,
    page::{Parts, page},
    section::with_story,
    snippet::snippet,
    styles,
};

const ICON: &str = include_str!("../../../styles/icon.svg");

/// The built engine, without a story.
#[derive(Clone, Debug)]
pub struct Engine {
    /// The WebAssembly module.
    pub wasm: PathBuf,
    /// The JavaScript that starts it and calls it.
    pub glue: PathBuf,
    /// The script that defines the element, with the name `BUILD` where the names of a site's files belong.
    pub loader: PathBuf,
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
    /// `base_url` is where the site will live; where it is known, its snippets can be pasted into pages of other sites.
    ///
    /// # Errors
    /// When the engine or the style sheet cannot be read, or a file cannot be written.
    pub fn write(
        &self,
        engine: &Engine,
        styles: &Path,
        out: &Path,
        base_url: Option<&str>,
    ) -> Result<Vec<Written>, SiteError> {
        let beside = |suffix: &str| {
            let mut name = out.file_name().unwrap_or_default().to_owned();
            name.push(suffix);
            out.with_file_name(name)
        };
        let (new, old) = (beside(".new"), beside(".old"));
        let mut assets = Assets::in_folder(&new)?;
        self.write_files(engine, styles, base_url, &mut assets)?;

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

    fn write_files(
        &self,
        engine: &Engine,
        styles: &Path,
        base_url: Option<&str>,
        assets: &mut Assets,
    ) -> Result<(), SiteError> {
        let read = |path: &Path| fs::read(path).map_err(SiteError::file(path));
        let wasm =
            with_story(&read(&engine.wasm)?, &self.story).ok_or_else(|| SiteError::NotWasm(engine.wasm.clone()))?;
        let glue = assets.write_named(Need::Interest, "engine", "js", &read(&engine.glue)?)?;
        let wasm_name = assets.write_named(Need::Interest, "engine", "wasm", &wasm)?;
        let loader_source = fs::read_to_string(&engine.loader).map_err(SiteError::file(&engine.loader))?;
        let languages: Vec<&str> = self.editions.iter().map(|edition| edition.language.as_str()).collect();
        let loader = loader(&loader_source, &glue, &wasm_name, &integrity(&wasm), &languages);
        let loader = loader.ok_or_else(|| SiteError::NotALoader(engine.loader.clone()))?;
        assets.write(Need::Reading, "fact-cards.js", loader.as_bytes())?;

        let sheet = styles::bundle(styles)?;
        let page_sheet = styles::bundle(&styles.with_file_name("page.css"))?;
        let parts = Parts {
            icon: assets.write_named(Need::Page, "icon", "svg", ICON.as_bytes())?,
            styles: assets.write_named(Need::Page, "fact-cards", "css", format!("{page_sheet}{sheet}").as_bytes())?,
        };
        for (number, edition) in self.editions.iter().enumerate() {
            let (path, root) = match number {
                0 => ("index.html".to_owned(), ""),
                _ => (format!("{}/index.html", edition.language), "../"),
            };
            assets.write(Need::Page, &path, page(edition, &parts, root).as_bytes())?;
            let snippet = snippet(edition, &sheet, base_url);
            assets.write(Need::Article, &format!("snippet/{}.html", edition.language), snippet.as_bytes())?;
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
