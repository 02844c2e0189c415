//! What must hold of whatever bytes the readers of this project are given, with a function for each reader. None of them
//! gives anything back: it ends, or it panics where a reader does not keep its word.
//!
//! The tests give them the inputs in `corpus/`, and `cargo xtask fuzz` what libFuzzer makes of these.

#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "to panic is how a function says that a reader does not keep its word"
)]

mod address;
mod csv;
mod mistakes;
mod stories;
mod story_bin;
mod toml;

use fact_cards_author::StoryFiles;

pub use self::{address::address, csv::csv, stories::data_of, story_bin::story_bin, toml::toml};

/// A function that gives the story that an input is, where it is one.
pub type Maker = fn(&[u8]) -> Option<StoryFiles>;

/// Each with the name of whose inputs it takes.
pub const MAKERS: [(&str, Maker); 2] = [("csv", csv::story), ("toml", toml::story)];

/// A function that gives bytes to a reader.
pub type TryOut = fn(&[u8]);

/// Each with its name, which is that of its folder in `corpus/` and of its program in `fuzz/fuzz_targets/`.
pub const READERS: [(&str, TryOut); 4] = [("address", address), ("csv", csv), ("story_bin", story_bin), ("toml", toml)];
