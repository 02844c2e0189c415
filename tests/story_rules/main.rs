//! The rules for stories, the mistakes that are reported, and the result of encoding.
//!
//! Each rule is tested on the small story in `tests/stories/lighthouse`, with one thing in it broken.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may stop at once"
)]

mod any_bytes;
mod articles;
mod cards;
mod dates;
mod encoding;
mod faces;
mod facts;
mod fields;
mod figures;
mod files;
mod held_back;
mod hidden;
mod ids;
mod json_schema;
mod languages;
mod life;
mod map;
mod pictures;
mod references;
mod reports;
mod scales;
mod schema;
mod seeds;
mod support;
mod syntax;
mod text;
mod timeline;
mod values;
mod wire;
mod writing;
