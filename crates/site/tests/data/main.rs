//! What a site says to programs: the data in its pages, and the files with all facts.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics says what is wrong"
)]

mod changes;
mod exports;
mod json_ld;
mod page;
#[path = "../support/mod.rs"]
mod support;
mod vocabulary;

/// The stories that the tests are about.
const STORIES: [&str; 4] = ["seeds", "tests/stories/lighthouse", "tests/stories/hostile", "tests/stories/corrected"];
