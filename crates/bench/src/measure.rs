//! Each part of the report: how it is measured, and what it gives.

pub mod build;
pub mod load;
pub mod mounts;
pub mod search;
pub mod start;
pub mod usage;
pub mod visit;
pub mod wire;
