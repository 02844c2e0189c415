use std::{
    io,
    path::{Path, PathBuf},
};

use thiserror::Error;

/// The most conflicting files that an error names.
const NAMED: usize = 5;

/// Why a folder could not be published. Nothing in it has changed.
#[derive(Debug, Error)]
pub enum PublishError {
    /// A file or folder could not be read or written.
    #[error("{path}: {source}", path = path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A dangling symbolic link.
    #[error("{link} is a link to {to}, which is not there. Make that folder, or name another one.", link = link.display(), to = to.display())]
    DanglingLink {
        /// The link.
        link: PathBuf,
        /// Where it leads.
        to: PathBuf,
    },
    /// A file where a folder should be.
    #[error("{folder} is not a folder. Name another one.", folder = .0.display())]
    NotAFolder(PathBuf),
    /// A folder that holds other files than those of a site.
    #[error(
        "{folder} holds something else than a site of fact-cards: {names}. Nothing there was changed. Name another folder.",
        folder = folder.display(),
        names = named(names)
    )]
    NotASite {
        /// The folder.
        folder: PathBuf,
        /// What it holds.
        names: Vec<String>,
    },
    /// A file that is not ours is where a file of the site would go.
    #[error(
        "{path} is not from fact-cards, and a file of the site would take its place. Nothing was changed. Move it away, or name another folder.",
        path = .0.display()
    )]
    InTheWay(PathBuf),
    /// The manifest of the site is invalid.
    #[error(
        "{path} should list the files of the site and does not: {why}. Nothing was changed. Name another folder, or delete this one if nobody needs what it holds.",
        path = path.display()
    )]
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A folder that should be empty.
    #[error("{folder} is not empty. Name a folder that is not there yet.", folder = .0.display())]
    NotEmpty(PathBuf),
}

impl PublishError {
    /// Wraps an I/O error with the path that it is about.
    pub(crate) fn file(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::File { path: path.as_ref().to_owned(), source }
    }
}

/// The first few names, and how many more there are.
fn named(names: &[String]) -> String {
    let first = names.iter().take(NAMED).map(|name| name.escape_debug().to_string()).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}
