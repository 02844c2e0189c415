//! What a site offers to programs: structured data in its pages, and files with all facts.

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

/// The stories for these tests.
const STORIES: [&str; 4] = ["seeds", "tests/stories/lighthouse", "tests/stories/hostile", "tests/stories/corrected"];
