//! Installs what is missing, announcing each step. Installed tools are used as they are.

mod browsers;
mod fuzzer;
mod installed;
mod peers;
mod tools;
mod wordpress;

pub use self::{
    browsers::{Browsers, browsers, chromium, frameworks, qemu, test_packages, wine},
    fuzzer::fuzzer,
    peers::peers,
    tools::{Tools, WASM_TARGET, expect_npm, rust_target, tools, trunk, wasm_target, zig},
    wordpress::{php, wordpress},
};
