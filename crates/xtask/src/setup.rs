//! Installs what is missing: once, each step announced. What is there already is used.

mod browsers;
mod installed;
mod tools;

pub use self::{
    browsers::{Browsers, browsers},
    tools::{Tools, tools},
};
