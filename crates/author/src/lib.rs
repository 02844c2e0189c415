//! From what an editor writes to what the browser shows: reading, checking, encoding. For the host only.
//!
//! ```
//! use std::{path::Path, time::SystemTime};
//!
//! use fact_cards_author::{StoryFiles, hold_back, read};
//!
//! let mut files = StoryFiles::in_folder(Path::new("../../tests/stories/lighthouse"))?;
//! let story = read(&files)?;
//! let editions = hold_back(story, SystemTime::now()).editions()?;
//! assert_eq!(editions.len(), 1);
//!
//! // Every mistake is reported, each with its place.
//! files.insert("story.toml", "title = 3");
//! let report = read(&files).unwrap_err();
//! assert!(report.to_string().contains("story.toml:1:9"), "{report}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod date;
mod diagnostic;
mod embargo;
mod encode;
mod files;
mod held_back;
mod json_schema;
mod problem;
mod read;
mod schema;
mod similar;
mod story;
mod thing;
mod wording;
mod words;

pub use date::{Date, DateError, Period};
pub use diagnostic::{Diagnostic, Report};
pub use embargo::Embargo;
pub use encode::{added::Added, editions, indexed};
pub use files::{MAX_FILE_BYTES, StoryFiles};
pub use held_back::{Cause, Held, Published, hold_back, next_embargo};
pub use json_schema::{UnknownFile, json_schema, json_schema_of};
pub use problem::Problem;
pub use read::{MAX_MISTAKES, as_id, file_names, on_one_line, read};
pub use schema::{SCHEMA_TYPES, SchemaType};
pub use similar::similar;
pub use story::{
    Article, Card, CardType, Change, Fact, Figure, Language, LeftOut, Life, Link, Localised, Quantity, Reference,
    Relation, Source, Spelling, Story, Topic, Withdrawal, Wording,
};
pub use thing::Thing;
pub use words::{WordsFile, WordsProblem, languages, words_to_translate};
