use std::{
    io,
    path::{Path, PathBuf},
};

use thiserror::Error;

/// How many of the files that are in the way are named.
const NAMED: usize = 5;

/// Why a folder was not put in place. Nothing of what was there has changed then.
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
    /// A link that leads nowhere.
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
    /// A folder that holds other things than a site.
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
    /// Something of somebody else's where a file of the site would stand.
    #[error(
        "{path} is not from fact-cards, and a file of the site would take its place. Nothing was changed. Move it away, or name another folder.",
        path = .0.display()
    )]
    InTheWay(PathBuf),
    /// The list of the site's files cannot be trusted.
    #[error(
        "{path} should list the files of the site and does not: {why}. Nothing was changed. Name another folder, or delete this one if nobody needs what it holds.",
        path = path.display()
    )]
    Manifest {
        /// The list.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A folder that should be new and is not.
    #[error("{folder} is not empty. Name a folder that is not there yet.", folder = .0.display())]
    NotEmpty(PathBuf),
}

impl PublishError {
    /// An error of the file system, with the file that it is about.
    pub(crate) fn file(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::File { path: path.as_ref().to_owned(), source }
    }
}

/// The first of some names, and how many more there are.
fn named(names: &[String]) -> String {
    let first = names.iter().take(NAMED).map(|name| name.escape_debug().to_string()).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}
