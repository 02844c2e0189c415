//! Writes the site of one story.

use std::path::Path;

use fact_cards_publish::{Publication, PublishError};
use serde_json::Value;

use crate::{
    base_url::BaseUrl,
    engine::Engine,
    error::SiteError,
    prepared::Site,
    publish::{
        asset::{Assets, Need, Written},
        before::Before,
        headers::headers_file,
        home::Home,
        pictures::{Making, cores},
        share_pictures::SharePictures,
        shared::{Shared, Traits},
        story_files,
    },
};

/// Where and how a site is written.
#[derive(Clone, Copy, Debug)]
pub struct Target<'t> {
    /// The folder. A site in it is replaced.
    pub folder: &'t Path,
    /// The address at which the site is published. With it snippets can be pasted into pages of other sites, and the site has
    /// oEmbed.
    pub base_url: Option<&'t BaseUrl>,
    /// Whether to write compressed forms beside the files, which takes seconds.
    pub compressed: bool,
    /// Which pictures are drawn, to share its pages with.
    pub share_pictures: SharePictures,
}

impl Site {
    /// Writes the site into a folder, with the story in its engine. Nothing is replaced before all files are written.
    ///
    /// # Errors
    /// When all of the story is held back, when the engine is invalid, or when a file cannot be written.
    pub fn write(&self, engine: &Engine, target: Target) -> Result<Vec<Written>, SiteError> {
        self.write_showing(engine, target, &|_, _| {})
    }

    /// The same; `on_picture` is given how many of the pictures that are to be made are done, and of how many.
    ///
    /// # Errors
    /// The same.
    pub fn write_showing(
        &self,
        engine: &Engine,
        target: Target,
        on_picture: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<Vec<Written>, SiteError> {
        let publication = publication(target.folder)?;
        let mut assets = Assets::in_folder(publication.staging())?;
        let before = Before::of(&publication, "");
        let making = Making { before, at_once: cores(), on_progress: on_picture };
        self.write_files(engine, target.base_url, target.share_pictures, &making, &mut assets)?;
        if target.compressed {
            assets.compress(|_| true)?;
        }
        finish(publication, Value::Null)?;
        Ok(assets.into_written())
    }

    /// The files of the site, without compressed forms or pictures to share it with, to be served from memory.
    ///
    /// # Errors
    /// When the engine is invalid.
    pub fn files(&self, engine: &Engine, base_url: Option<&BaseUrl>) -> Result<Vec<Written>, SiteError> {
        let mut assets = Assets::in_memory();
        let making = Making { before: Before::default(), at_once: cores(), on_progress: &|_, _| {} };
        self.write_files(engine, base_url, SharePictures::No, &making, &mut assets)?;
        Ok(assets.into_written())
    }

    fn write_files(
        &self,
        engine: &Engine,
        base_url: Option<&BaseUrl>,
        wanted: SharePictures,
        making: &Making,
        assets: &mut Assets,
    ) -> Result<(), SiteError> {
        if self.is_all_held_back() {
            return Err(SiteError::AllHeldBack(self.held_back().to_vec()));
        }
        let languages: Vec<&str> = self.editions().iter().map(|edition| edition.language.as_str()).collect();
        let own = Some((self.story(), languages.as_slice()));
        let shared = Shared::write(engine, own, [Traits::new(self.editions())], assets)?;
        story_files::write(self, &shared, Home::alone(base_url), wanted, making, assets)?;
        let headers = headers_file(assets.paths(), base_url);
        assets.write(Need::OnRequest, "_headers", headers.as_bytes())
    }
}

/// Publishes a version, and warns of edited files that stay.
pub(crate) fn finish(publication: Publication, notes: Value) -> Result<(), PublishError> {
    for path in publication.finish(notes)?.left {
        eprintln!("{path} is no longer part of the site, and stays since somebody has changed it.");
    }
    Ok(())
}

/// Begins the publication of a site into a folder.
pub(crate) fn publication(folder: &Path) -> Result<Publication, PublishError> {
    Publication::begin(folder, |folder| {
        eprintln!("Waiting for another build of {}.", folder.display());
    })
}
