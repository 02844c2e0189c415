//! What must hold for whatever bytes the readers of this project are given, with a function for each reader. A function
//! returns normally, or panics if a reader breaks its promise.
//!
//! The tests run them on the inputs in `corpus/`, and `cargo xtask fuzz` on what libFuzzer makes of these.

#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "to panic is how a function says that a reader does not keep its word"
)]

mod address;
mod csv;
mod mistakes;
mod picture;
mod stories;
mod story_bin;
mod toml;

use fact_cards_author::StoryFiles;

pub use self::{address::address, csv::csv, picture::picture, stories::data_of, story_bin::story_bin, toml::toml};

/// Reads an input as a story, if it is one.
pub type Maker = fn(&[u8]) -> Option<StoryFiles>;

/// The inputs that can be stories, by the name of their reader.
pub const MAKERS: [(&str, Maker); 2] = [("csv", csv::story), ("toml", toml::story)];

/// Runs a reader on bytes.
pub type TryOut = fn(&[u8]);

/// The readers, each with its name, which is that of its folder in `corpus/` and of its target in `fuzz/fuzz_targets/`.
pub const READERS: [(&str, TryOut); 5] =
    [("address", address), ("csv", csv), ("picture", picture), ("story_bin", story_bin), ("toml", toml)];
