//! What `fact-cards` and `cargo xtask` do with a story: begin one, check it, build its site.

mod build;
mod check;
mod error;
mod held_back;
mod new;

pub use build::build;
pub use check::{Holds, check, read};
pub use error::Error;
pub use held_back::held_back_as_json;
pub use new::new;
