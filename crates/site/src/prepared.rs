//! A story that was read, checked and encoded, with what of it is held back: all that its site is made of, but for the engine.

use std::{path::Path, rc::Rc, time::SystemTime};

use fact_cards_author::{Held, StoryFiles, hold_back, next_embargo, read};
use fact_cards_story::{edition::Edition, section};

use crate::{
    data::json_ld::{Schemas, schemas},
    error::SiteError,
};

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
            StoryFiles::in_folder(folder).map_err(|source| SiteError::NoStory { folder: folder.to_owned(), source })?;
        Self::of_files(&files, now)
    }

    /// The same for the files of a story.
    ///
    /// # Errors
    /// When the story has mistakes.
    pub fn of_files(files: &StoryFiles, now: SystemTime) -> Result<Self, SiteError> {
        let story = read(files).map_err(SiteError::Story)?;
        let next_embargo = next_embargo(&story, now);
        let published = hold_back(story, now);
        let schemas = schemas(&published.story);
        let editions = published.editions().map_err(SiteError::Story)?;
        let story = section::encode(&editions)?;
        let editions = editions.into_iter().map(Rc::new).collect();
        Ok(Self { editions, story, schemas, held_back: published.held_back, next_embargo })
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
