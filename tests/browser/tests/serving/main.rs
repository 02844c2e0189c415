//! Tests that one browser is enough for: serving a site, with `serve` while an editor works on a story and with nginx
//! once it is published, and using it through oEmbed and npm.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod live;
mod nginx;
mod oembed;
mod open_graph;
mod package;
