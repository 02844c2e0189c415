//! The plugin in a real WordPress with MariaDB: what readers get of it, and what those who write see.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod editors;
mod post;
mod problems;
mod readers;
mod removal;
mod updates;
mod ways;
