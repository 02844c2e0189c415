use std::{path::Path, rc::Rc, time::SystemTime};

use fact_cards_author::{Held, StoryFiles, editions, hold_back, next_embargo, read};
use fact_cards_publish::{Publication, PublishError};
use fact_cards_story::{edition::Edition, section};
use serde_json::Value;

use crate::{
    asset::{Assets, Need, Written},
    base_url::BaseUrl,
    engine::Engine,
    error::SiteError,
    headers::headers_file,
    home::Home,
    json_ld::{Schemas, schemas},
    shared::{Shared, Traits},
    story_files,
};

/// Where a site is written to.
#[derive(Clone, Copy, Debug)]
pub struct Target<'t> {
    /// The folder, in place of what was there.
    pub folder: &'t Path,
    /// Where the site will live. Where it is known, the snippets can be pasted into pages of other sites, and the site can
    /// tell its address to those who ask.
    pub base_url: Option<&'t BaseUrl>,
    /// Whether each file has its compressed forms beside it. That takes seconds.
    pub compressed: bool,
}

/// A story with what makes it a site.
#[derive(Debug)]
pub struct Site {
    editions: Vec<Rc<Edition>>,
    story: Vec<u8>,
    schemas: Schemas,
    held_back: Vec<Held>,
    next_embargo: Option<SystemTime>,
}

impl Site {
    /// Reads, checks and encodes the story in a folder. All of it is checked; what is not to be published at `now` is no part
    /// of what is encoded.
    ///
    /// # Errors
    /// When the folder cannot be read or the story has mistakes.
    pub fn of_story(folder: &Path, now: SystemTime) -> Result<Self, SiteError> {
        let files =
            StoryFiles::in_folder(folder).map_err(|error| SiteError::NoStory { folder: folder.to_owned(), error })?;
        Self::of_files(&files, now)
    }

    /// The same for the files of a story.
    ///
    /// # Errors
    /// When the story has mistakes.
    pub fn of_files(files: &StoryFiles, now: SystemTime) -> Result<Self, SiteError> {
        let story = read(files).map_err(SiteError::Story)?;
        let next_embargo = next_embargo(&story, now);
        let (story, held_back) = hold_back(story, now);
        let schemas = schemas(&story);
        let editions = editions(&story).map_err(SiteError::Story)?;
        let story = section::encode(&editions).map_err(|error| SiteError::Encoding(error.to_string()))?;
        let editions = editions.into_iter().map(Rc::new).collect();
        Ok(Self { editions, story, schemas, held_back, next_embargo })
    }

    /// What of the story is not in the site: what is under an embargo, what was withdrawn and is left out, and what cannot stand
    /// without that.
    #[must_use]
    pub fn held_back(&self) -> &[Held] {
        &self.held_back
    }

    /// Whether nothing of the story is left to be published.
    pub(crate) fn is_all_held_back(&self) -> bool {
        !self.held_back.is_empty() && self.editions.iter().all(|edition| edition.facts.is_empty())
    }

    /// When the next embargo ends. From then on the site is another one, though its story is the same.
    #[must_use]
    pub const fn next_embargo(&self) -> Option<SystemTime> {
        self.next_embargo
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

    /// What the story's types of card are to programs.
    pub(crate) const fn schemas(&self) -> &Schemas {
        &self.schemas
    }

    /// Writes the site into a folder, with the story in its engine. Nothing is replaced before all of it is written.
    ///
    /// # Errors
    /// When all of the story is held back, when the engine is not one, or when a file cannot be written.
    pub fn write(&self, engine: &Engine, target: Target) -> Result<Vec<Written>, SiteError> {
        let publication = publication(target.folder)?;
        let mut assets = Assets::in_folder(publication.staging())?;
        self.write_files(engine, target.base_url, &mut assets)?;
        if target.compressed {
            assets.compress(|_| true)?;
        }
        finish(publication, Value::Null)?;
        Ok(assets.into_written())
    }

    /// The files of the site, without their compressed forms, for whoever serves them from memory.
    ///
    /// # Errors
    /// When the engine is not one.
    pub fn files(&self, engine: &Engine, base_url: Option<&BaseUrl>) -> Result<Vec<Written>, SiteError> {
        let mut assets = Assets::in_memory();
        self.write_files(engine, base_url, &mut assets)?;
        Ok(assets.into_written())
    }

    fn write_files(&self, engine: &Engine, base_url: Option<&BaseUrl>, assets: &mut Assets) -> Result<(), SiteError> {
        if self.is_all_held_back() {
            return Err(SiteError::AllHeldBack(self.held_back.clone()));
        }
        let languages: Vec<&str> = self.editions.iter().map(|edition| edition.language.as_str()).collect();
        let own = Some((self.story(), languages.as_slice()));
        let shared = Shared::write(engine, own, [Traits::of(&self.editions)], assets)?;
        story_files::write(self, &shared, Home::alone(base_url), assets)?;
        let headers = headers_file(assets.written().iter().map(|file| file.path.as_str()), base_url);
        assets.write(Need::Asked, "_headers", headers.as_bytes())
    }
}

/// Puts a version in its place, and names what stays there that nobody would look for.
pub(crate) fn finish(publication: Publication, notes: Value) -> Result<(), PublishError> {
    for path in publication.finish(notes)?.left {
        eprintln!("{path} is no longer part of the site, and stays since somebody has changed it.");
    }
    Ok(())
}

/// Begins a version of a site in a folder.
pub(crate) fn publication(folder: &Path) -> Result<Publication, PublishError> {
    Publication::begin(folder, |folder| {
        eprintln!("Waiting for another build of {}.", folder.display());
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_is_named_with_what_should_be() {
        let said = Site::of_story(Path::new("nowhere"), SystemTime::now())
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert!(said.starts_with("there is no story in nowhere: "), "{said}");
        assert!(said.ends_with(". Name the folder that holds its TOML files."), "{said}");
    }
}
