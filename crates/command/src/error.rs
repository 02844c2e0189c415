use std::{
    env,
    io::{self, IsTerminal, stderr},
    path::{Path, PathBuf},
};

use fact_cards_author::{Report, UnknownFile};
use fact_cards_publish::PublishError;
use fact_cards_site::SiteError;
use serde_json::{Value, json};
use thiserror::Error;

use crate::held_back::held_back_as_json;

/// Why a command failed.
#[derive(Debug, Error)]
pub enum Error {
    /// The story has mistakes.
    #[error("{0}")]
    Mistakes(Report),
    /// The table that a story should be made from has mistakes.
    #[error("{report}")]
    Table {
        /// The mistakes.
        report: Report,
        /// Where the story would have been written.
        folder: PathBuf,
    },
    /// The site cannot be made.
    #[error(transparent)]
    Site(SiteError),
    /// A file could not be read or written.
    #[error("{path}: {source}", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A new story cannot be put in its place.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// No story has a file of that name.
    #[error(transparent)]
    UnknownFile(#[from] UnknownFile),
    /// A site cannot be served there.
    #[error("port {port} of this machine cannot be used: {source}. Choose another with --port.")]
    Port {
        /// The port.
        port: u16,
        /// Why not.
        source: io::Error,
    },
    /// What was to be served live cannot be made, for a reason that only the caller knows.
    #[error("{0}")]
    NotMade(String),
    /// This program has no engine.
    #[error("this fact-cards was compiled without an engine; `cargo xtask program` makes one that has it")]
    NoEngine,
}

impl From<SiteError> for Error {
    fn from(error: SiteError) -> Self {
        match error {
            SiteError::Story(report) => Self::Mistakes(report),
            other => Self::Site(other),
        }
    }
}

/// Whether standard error shows colours: on a terminal, unless `NO_COLOR` is set.
#[must_use]
pub fn in_colour() -> bool {
    stderr().is_terminal() && env::var_os("NO_COLOR").is_none_or(|said| said.is_empty())
}

impl Error {
    /// An error of the file system, with the file that it is about.
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }

    /// The error for people; mistakes in a story with colours where `colour` is set.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        match self {
            Self::Mistakes(report) => report.render(colour),
            Self::Table { report, folder } => {
                let told = report.render_of("table", colour);
                format!("{told}\nNothing was written to {}.{}", folder.display(), unplaced(report))
            }
            other => format!("error: {other}"),
        }
    }

    /// The error as JSON: the mistakes in the story, or the message.
    #[must_use]
    pub fn json(&self) -> Value {
        if let Self::Site(SiteError::AllHeldBack(held_back)) = self {
            return json!({ "error": "all of the story is held back", "held_back": held_back_as_json(held_back) });
        }
        let (Self::Mistakes(Report(diagnostics)) | Self::Table { report: Report(diagnostics), .. }) = self else {
            return json!({ "error": self.to_string() });
        };
        let mistakes = diagnostics.iter().map(|mistake| {
            json!({
                "file": mistake.file,
                "line": mistake.line,
                "column": mistake.column,
                "message": mistake.problem.to_string(),
                "help": mistake.problem.remedy(),
            })
        });
        json!({ "mistakes": mistakes.collect::<Vec<_>>() })
    }

    /// The exit status of a command that ends with this: 1 where the story or its table has mistakes, 2 where the command was
    /// not written as it must be, 3 for all else.
    #[must_use]
    pub const fn status(&self) -> u8 {
        match self {
            Self::Mistakes(_) | Self::Table { .. } => 1,
            Self::UnknownFile(_) => 2,
            _ => 3,
        }
    }
}

/// What is said where a mistake has no place in the table, but only in a file that it would have made.
fn unplaced(Report(mistakes): &Report) -> &'static str {
    let is_of_story = |file: &str| Path::new(file).extension().is_some_and(|extension| extension == "toml");
    if mistakes.iter().any(|mistake| is_of_story(&mistake.file)) {
        " A place in a `.toml` file is one in the story that would have been made: it comes from no cell of the table."
    } else {
        ""
    }
}
