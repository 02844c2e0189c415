use std::{io, path::PathBuf};

use fact_cards_author::{Held, Report};
use fact_cards_publish::PublishError;
use fact_cards_story::section::TooLarge;
use thiserror::Error;

/// Why a site could not be built.
#[derive(Debug, Error)]
pub enum SiteError {
    /// The story has mistakes.
    #[error("{0}")]
    Story(Report),
    /// The folder of the story cannot be read.
    #[error("there is no story in {folder}: {source}. Name the folder that holds its TOML files.", folder = folder.display())]
    NoStory {
        /// The folder.
        folder: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// All of the story is held back.
    #[error("all of the story is held back, so there is nothing to build.{}", Held::lines(.0))]
    AllHeldBack(Vec<Held>),
    /// A file could not be read or written.
    #[error("{path}: {source}", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A picture cannot be drawn.
    #[error(transparent)]
    Picture(#[from] fact_cards_share_picture::PaintError),
    /// The site cannot be published into its folder.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// The story is too large.
    #[error("the story cannot be encoded: {0}")]
    Encoding(#[from] TooLarge),
    /// The engine is not WebAssembly.
    #[error("the engine is not a WebAssembly module")]
    NotWasm,
    /// A part of the engine is missing.
    #[error("the engine has no `{0}`: it is of another version")]
    NoPart(&'static str),
    /// A script lacks the placeholder `BUILD`.
    #[error("`{0}` is of another version: nothing in it is called BUILD")]
    NoPlace(&'static str),
    /// The loader does not fetch the engine.
    #[error("`loader.js` is of another version: it imports no engine")]
    NoImport,
    /// The name of a story's folder cannot be part of an address.
    #[error(
        "{folder} cannot stand in an address. Call the folder by lower-case words joined by hyphens, such as `budget-2026`.",
        folder = folder.display()
    )]
    NotAName {
        /// The folder.
        folder: PathBuf,
    },
    /// A story's folder has the name of one of the site's own.
    #[error("{folder}: a site has a folder `{name}` of its own. Give the story another name.", folder = folder.display())]
    NameOfTheSite {
        /// The folder.
        folder: PathBuf,
        /// Its name.
        name: String,
    },
    /// Two stories of a site have the same name.
    #[error("two of the stories are in folders called `{name}`. Give one of them another name.")]
    SameName {
        /// The name.
        name: String,
    },
    /// A thread ended before its story was written.
    #[error("not all stories could be built, and nobody knows why: that is a mistake of ours")]
    Unfinished,
    /// The icon cannot be drawn.
    #[error("styles/icon.svg: {0}")]
    Icon(String),
}

impl SiteError {
    /// Wraps an I/O error with the path that it is about.
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
