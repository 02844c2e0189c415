//! The pages of single cards and facts, the feed of changes and the map of the site. The engine is a dummy.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics says what is wrong"
)]

mod feed;
mod gone;
mod held_back;
mod newsroom;
mod oembed;
mod pages;
mod pictures;
mod sitemap;
#[path = "../support/mod.rs"]
mod support;

/// The stories for these tests.
const STORIES: [&str; 4] = ["seeds", "tests/stories/lighthouse", "tests/stories/hostile", "tests/stories/corrected"];
const CORRECTED: &str = "tests/stories/corrected";
/// Where the sites live.
const BASE: &str = "https://cards.example/";
