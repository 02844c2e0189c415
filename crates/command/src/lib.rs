//! What `fact-cards` and `cargo xtask` do with a story: begin one, make one of a table, check it, build its site, tell editors
//! how one is written.

mod build;
mod check;
mod error;
mod import;
mod new;
mod schema;

pub use build::{build, build_stories};
pub use check::{Holds, check, read};
pub use error::Error;
pub use import::{EXAMPLE, Imported, Options, columns, import};
pub use new::new;
pub use schema::schema;
