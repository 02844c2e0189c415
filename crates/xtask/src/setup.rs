//! Installs what is missing: once, each step announced. What is there already is used.

mod browser;
mod tools;

pub use self::{
    browser::browser,
    tools::{Tools, tools},
};
