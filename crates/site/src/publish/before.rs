//! The version of a story that is published, which the next one takes up.

use std::path::PathBuf;

use fact_cards_publish::Publication;

use crate::error::SiteError;

/// The published files of a story, by their paths from its top.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Before<'b> {
    publication: Option<&'b Publication>,
    /// The folder of the story in its site, with a slash.
    folder: &'b str,
}

impl<'b> Before<'b> {
    /// What is published of a story in a folder of its site.
    pub const fn of(publication: &'b Publication, folder: &'b str) -> Self {
        Self { publication: Some(publication), folder }
    }

    /// The paths of its files.
    pub fn paths(self) -> impl Iterator<Item = &'b str> {
        self.publication.into_iter().flat_map(move |publication| publication.published(self.folder))
    }

    /// Keeps a file as it is, if it is there and nobody has changed it. Returns where it is.
    pub fn keep(self, path: &str) -> Result<Option<PathBuf>, SiteError> {
        let Some(publication) = self.publication else { return Ok(None) };
        Ok(publication.keep(&format!("{}{path}", self.folder))?)
    }
}
