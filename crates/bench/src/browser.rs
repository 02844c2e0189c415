//! Chromium, driven by its developer tools: one connection, with an isolated context for each page.

mod connection;
mod launch;
mod tracing;

pub use self::{connection::TooLong, launch::Browser};
