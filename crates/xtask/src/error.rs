use std::{io, path::PathBuf};

use fact_cards_publish::PublishError;
use fact_cards_site::SiteError;
use thiserror::Error;

/// Why a command did not do what it was asked to.
#[derive(Debug, Error)]
pub enum Error {
    #[error(transparent)]
    Site(#[from] SiteError),
    #[error(transparent)]
    Command(#[from] fact_cards_command::Error),
    #[error(transparent)]
    Publish(#[from] PublishError),
    #[error("{path}: {error}", path = path.display())]
    File { path: PathBuf, error: io::Error },
    #[error("`{command}` could not be started: {error}")]
    NotStarted { command: String, error: io::Error },
    #[error("`{command}` failed{}", if output.is_empty() { String::new() } else { format!(":\n{output}") })]
    Failed { command: String, output: String },
    #[error("{what} is missing and could not be installed here. {remedy}")]
    CannotInstall { what: String, remedy: String },
    #[error("Cargo.lock names no {0}; run `cargo update`")]
    NotLocked(&'static str),
    #[error("{file}: {error}", file = file.display())]
    NoBudget { file: PathBuf, error: String },
    #[error("readers would download more than {file} allows:\n{over}", file = file.display())]
    OverBudget { file: PathBuf, over: String },
    #[error(
        "--small-std compiles the standard library, whose sources are missing. Run `rustup component add rust-src`, or build \
         without it."
    )]
    NoLibrarySources,
    #[error("wasm-bindgen cannot join the engine and its script: {0:#}")]
    NotBound(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("{file} has no `data-wasm-opt` with `data-wasm-opt-params`, which say how the engine is made small", file = .0.display())]
    NoWasmOpt(PathBuf),
    #[error("wasm-opt does not say which names it has made short: {0}")]
    NoShortNames(#[source] serde_json::Error),
    #[error(
        "the engine's script still has the name `{0}`, which the engine has no more: terser did not take the short one"
    )]
    LongName(String),
    #[error("these crates are under no licence that deny.toml allows:\n{0}")]
    Licences(String),
    #[error("the engine says in whose folder it was built: {0}")]
    NamesFolder(String),
    #[error("npm has packed nothing into {}", .0.display())]
    NotPacked(PathBuf),
    #[error("not everything passed: see the table")]
    TestsFailed,
    #[error("nothing of that name is fuzzed: `{target}`. There are {readers}.")]
    NoReader { target: String, readers: String },
    #[error("a reader did not keep its word: see above")]
    FuzzerFound,
    #[error("the files cannot be watched: {0}")]
    Watch(String),
    #[error("Trunk did not say where it builds; this command is for Trunk.toml")]
    NotInTrunk,
}

impl Error {
    /// The error for people; mistakes in a story with colours where `colour` is set.
    pub fn render(&self, colour: bool) -> String {
        match self {
            Self::Command(error) => error.render(colour),
            other => other.to_string(),
        }
    }

    /// An error of the file system, with the file that it is about.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |error| Self::File { path, error }
    }
}
