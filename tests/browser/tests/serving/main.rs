//! What needs one browser only: what serves a site – `serve` while an editor works on a story, and nginx when it is
//! published –, and what others make of it.

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
mod package;
