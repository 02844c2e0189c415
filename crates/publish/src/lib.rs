//! Puts folders of files into their places. What we did not write is never deleted, changed or moved.
//!
//! - [`Publication`] writes a site: a version takes the place of the version before.
//! - [`write_new`] writes a folder that was not there, whole or not at all.
//!
//! Both write into a folder of a name that nobody can foresee, and put it in place when all of it is there. [`abandon_on_interrupt`]
//! takes away what is unfinished when somebody stops the program.
//!
//! ```
//! use std::fs;
//!
//! use fact_cards_publish::{PublishError, write_new};
//!
//! let somewhere = tempfile::tempdir()?;
//! let folder = somewhere.path().join("my-story");
//! let write = |folder: &std::path::Path| {
//!     fs::write(folder.join("story.toml"), "").unwrap();
//!     Ok::<(), PublishError>(())
//! };
//! write_new(&folder, write)?;
//! // What is there already stays as it is.
//! assert!(matches!(write_new(&folder, write), Err(PublishError::NotEmpty(_))));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod manifest;
mod moved;
mod new_folder;
mod path;
mod publication;
mod staging;
mod sync;

pub use self::{
    error::PublishError,
    manifest::MANIFEST,
    new_folder::write_new,
    publication::{FileCounts, Publication},
    staging::abandon_on_interrupt,
};
