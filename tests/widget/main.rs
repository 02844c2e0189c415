//! How the widget behaves, without a browser: what the reader's choice becomes, what it leaves to be seen, how it stands in
//! an address and what is on the page before any script runs.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that panics says what is wrong"
)]

mod address;
mod arrival;
mod changes;
mod chips;
mod export;
mod figures;
mod hostile;
mod languages;
mod map;
mod page;
mod pages;
mod prerendered;
mod queries;
mod random;
mod related;
mod share;
mod sorting;
mod sources;
mod state;
mod story;
mod timeline;
mod views;
mod visible;
