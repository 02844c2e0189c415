//! Visits to the built site in a real browser: what a reader sees, types, clicks and comes back to.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod address;
mod articles;
mod axe;
mod changes;
mod contrast;
mod element;
mod embed;
mod facts;
mod faults;
mod filters;
mod history;
mod host;
mod hostile;
mod interest;
mod isolation;
mod keyboard;
mod kinds;
mod languages;
mod links;
mod looks;
mod many;
mod newsroom;
mod offline;
mod pages;
mod panel;
mod plain;
mod preferences;
mod print;
mod search;
mod served;
mod several;
mod sheet;
mod snippet;
mod standalone;
mod stops;
mod stories;
mod takes;
mod targets;
mod text;
mod trees;
mod views;
mod ways;
