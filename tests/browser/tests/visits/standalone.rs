//! The file that holds everything.

pub const FILE: &str = "standalone/en.html";
