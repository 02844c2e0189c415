//! What `fact-cards` and `cargo xtask` do with a story: begin one, make one of a table, check it, build its site, serve it live,
//! tell editors how one is written.
//!
//! ```
//! use std::{path::Path, time::SystemTime};
//!
//! let (holds, held_back) = fact_cards_command::check(Path::new("../../tests/stories/lighthouse"), SystemTime::now())?;
//! assert!(holds.to_string().contains("cards"));
//! assert!(held_back.is_empty());
//! # Ok::<(), fact_cards_command::Error>(())
//! ```

mod build;
mod check;
mod error;
mod held_back;
mod import;
mod new;
mod schema;
mod serve;

pub use build::{build, build_stories};
pub use check::{Holds, check, read};
pub use error::{Error, in_colour};
pub use fact_cards_publish::abandon_on_interrupt;
pub use fact_cards_server::Files;
pub use held_back::held_back_as_json;
pub use import::{DateOrder, Decimal, EXAMPLE, Imported, Options, columns, files_of_table, import, is_language};
pub use new::new;
pub use schema::schema;
pub use serve::{ServeEvent, Workshop, files, serve};
