//! What `fact-cards` and `cargo xtask` do with a story: begin one, check it, build its site, serve it live.

mod build;
mod check;
mod error;
mod new;
mod serve;

pub use build::build;
pub use check::{Holds, check, read};
pub use error::Error;
pub use fact_cards_server::Files;
pub use new::new;
pub use serve::{Event, Workshop, files, serve};
