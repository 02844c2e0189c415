//! The standalone file, which holds everything.

pub const FILE: &str = "standalone/en.html";
