//! A story that was read, checked and encoded, with what is held back of it: the input of a site besides the engine.

use std::{path::Path, rc::Rc, time::SystemTime};

use fact_cards_author::{Added, Held, LeftOut, StoryFiles, hold_back, next_embargo, read};
use fact_cards_story::{PageWords, edition::Edition, section};

use crate::{
    data::json_ld::{Schemas, schemas},
    error::SiteError,
};

/// A story, prepared to be written as a site.
#[derive(Debug)]
pub struct Site {
    editions: Vec<Rc<Edition>>,
    story: Vec<u8>,
    schemas: Schemas,
    page_words: Vec<Rc<PageWords>>,
    added: Vec<Added>,
    left_out: Vec<LeftOut>,
    held_back: Vec<Held>,
    next_embargo: Option<SystemTime>,
}

impl Site {
    /// Reads, checks and encodes the story in a folder. All of it is checked; only what is published at `now` is encoded.
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
        let page_words = published.page_words().map_err(SiteError::Story)?;
        let added = published.added().map_err(SiteError::Story)?;
        let story = section::encode(&editions)?;
        let editions = editions.into_iter().map(Rc::new).collect();
        Ok(Self {
            editions,
            story,
            schemas,
            page_words: page_words.into_iter().map(Rc::new).collect(),
            added,
            left_out: published.left_out,
            held_back: published.held_back,
            next_embargo,
        })
    }

    /// What is not in the site: entries under an embargo, withdrawn ones that are left out, and those that cannot be shown without
    /// them.
    #[must_use]
    pub fn held_back(&self) -> &[Held] {
        &self.held_back
    }

    /// Whether all of the story is held back.
    pub(crate) fn is_all_held_back(&self) -> bool {
        !self.held_back.is_empty() && self.editions.iter().all(|edition| edition.facts.is_empty())
    }

    /// When the next embargo ends. The same story makes another site from then on.
    #[must_use]
    pub const fn next_embargo(&self) -> Option<SystemTime> {
        self.next_embargo
    }

    /// The encoded story, as the engine carries it.
    #[must_use]
    pub fn story(&self) -> &[u8] {
        &self.story
    }

    /// The story in each language.
    #[must_use]
    pub fn editions(&self) -> &[Rc<Edition>] {
        &self.editions
    }

    /// The words of the pages of single cards and facts, for each edition.
    pub(crate) fn page_words(&self) -> &[Rc<PageWords>] {
        &self.page_words
    }

    /// What is known to have been added on a day.
    pub(crate) fn added(&self) -> &[Added] {
        &self.added
    }

    /// What readers are told to have been withdrawn and left out.
    pub(crate) fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// The schema.org types of the story's types of card.
    pub(crate) const fn schemas(&self) -> &Schemas {
        &self.schemas
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_folder_is_named_with_what_it_should_contain() {
        let said = Site::of_story(Path::new("nowhere"), SystemTime::now())
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert!(said.starts_with("there is no story in nowhere: "), "{said}");
        assert!(said.ends_with(". Name the folder that holds its TOML files."), "{said}");
    }
}
