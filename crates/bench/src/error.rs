use std::{io, path::PathBuf};

use fact_cards_site::SiteError;
use thiserror::Error;

/// Why nothing could be measured.
#[derive(Debug, Error)]
pub enum Error {
    #[error("{path}: {error}", path = path.display())]
    File { path: PathBuf, error: io::Error },
    #[error("`{command}` could not be started: {error}")]
    NotStarted { command: String, error: io::Error },
    #[error("`{command}` failed:\n{output}")]
    Failed { command: String, output: String },
    #[error("Chromium is not on the search path; `cargo xtask bench` installs it")]
    NoBrowser,
    #[error("Chromium ended before it said where it listens")]
    BrowserEnded,
    #[error("Chromium does not answer: {0}")]
    Connection(String),
    #[error("in the page of {page}: {what} did not come about within {seconds} seconds")]
    TooLong { page: String, what: String, seconds: u64 },
    #[error("Chromium does not do `{command}`: {message}")]
    Command { command: String, message: String },
    #[error("in the page of {page}: {message}")]
    Script { page: String, message: String },
    #[error("in the page of {page}: {message}")]
    Unexpected { page: String, message: String },
    #[error("the server cannot be started: {0}")]
    Server(io::Error),
    #[error(transparent)]
    Site(#[from] SiteError),
    #[error("{path}: {error}", path = path.display())]
    Json { path: PathBuf, error: serde_json::Error },
    #[error("{path}: no WebAssembly that can be read: {error}", path = path.display())]
    Wasm { path: PathBuf, error: wasmparser::BinaryReaderError },
    #[error("line {line} of the queries is not understood: {text}")]
    Query { line: usize, text: String },
    #[error("{0}")]
    Missing(String),
}

impl Error {
    /// An error of the file system, with the file that it is about.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |error| Self::File { path, error }
    }
}
