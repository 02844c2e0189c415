//! Visits to the built site in a real browser: what a reader sees, types, clicks and comes back to.
//!
//! Each stands in the folder that says where it runs: `every_engine`, `one_engine` or `sizes`. What several of them share
//! stands beside the folders.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod articles;
mod changes;
mod every_engine;
mod failing;
mod hostile;
mod interest;
mod kept;
mod languages;
mod many;
mod newsroom;
mod one_engine;
mod pages;
mod paper;
mod pictures;
mod several;
mod sheet;
mod sizes;
mod takes;
mod views;
mod ways;
