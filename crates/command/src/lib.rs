//! What `fact-cards` and `cargo xtask` do with a story: begin one, make one of a table, check it, build its site.

mod build;
mod check;
mod error;
mod import;
mod new;

pub use build::build;
pub use check::{Holds, check, read};
pub use error::Error;
pub use import::{EXAMPLE, Imported, Options, columns, import};
pub use new::new;
