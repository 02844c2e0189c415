//! The measurements, one module for each part of the report.

pub mod build;
pub mod load;
pub mod mounts;
pub mod search;
pub mod start;
pub mod touch;
pub mod turns;
pub mod usage;
pub mod visit;
pub mod wire;
