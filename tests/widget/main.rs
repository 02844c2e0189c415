//! The behaviour of the widget without a browser: how actions change the state, what a state shows, how it is written
//! in an address, and what is prerendered.

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
mod card_list;
mod cards;
mod changes;
mod chips;
mod export;
mod figures;
mod hostile;
mod languages;
mod link_target;
mod map;
mod only;
mod page;
mod pages;
mod pictures;
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
