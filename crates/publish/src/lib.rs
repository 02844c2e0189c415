//! Publishes folders of files. Files that we did not write are never deleted, changed or moved.
//!
//! - [`Publication`] replaces one version of a site by the next.
//! - [`write_new`] writes a new folder, all of it or nothing.
//!
//! Both write into a staging folder with an unpredictable name and move it into place once it is complete.
//! [`abandon_on_interrupt`] removes staging folders when the program is interrupted.
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
