//! Chromium, driven through its developer tools: one connection, pages in contexts that know nothing of one another.

mod connection;
mod launch;
mod tracing;

pub use self::{connection::TooLong, launch::Browser};
