//! Visits to the built site in a real browser: what a reader sees, types, clicks and comes back to.
//!
//! Each is in the folder that says where it runs: `every_engine`, `one_engine` or `sizes`. Shared helpers are in the
//! modules beside these folders.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod activation;
mod articles;
mod changes;
mod embed;
mod embed_guide;
mod every_engine;
mod failing;
mod hostile;
mod isolation;
mod kept;
mod languages;
mod links;
mod many;
mod newsroom;
mod offline;
mod one_engine;
mod pages;
mod panel;
mod paper;
mod pictures;
mod sentence;
mod served;
mod several;
mod share;
mod sheet;
mod sizes;
mod standalone;
mod stops;
mod views;
