//! Installs what is missing: once, each step announced. What is there already is used.

mod browsers;
mod fuzzer;
mod installed;
mod peers;
mod tools;

pub use self::{
    browsers::{Browsers, browsers, chromium, test_packages},
    fuzzer::fuzzer,
    peers::peers,
    tools::{Tools, WASM_TARGET, expect_npm, tools, trunk, wasm_target},
};
