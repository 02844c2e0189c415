//! From what an editor writes to what the browser shows: reading, checking, encoding. For the host only.

mod date;
mod diagnostic;
mod embargo;
mod encode;
mod files;
mod held_back;
mod problem;
mod read;
mod schema;
mod similar;
mod story;
mod words;

pub use date::{Date, Period};
pub use diagnostic::{Diagnostic, Report};
pub use embargo::Embargo;
pub use encode::{editions, indexed};
pub use files::{MAX_FILE_BYTES, StoryFiles};
pub use held_back::{Cause, Held, Thing, hold_back, next_embargo};
pub use problem::Problem;
pub use read::read;
pub use schema::{SCHEMA_TYPES, SchemaType};
pub use story::{
    Article, Card, CardType, Change, Fact, Figure, Language, LeftOut, Life, Link, Localised, Quantity, Reference,
    Relation, Source, Spelling, Story, Topic, Withdrawal, Wording,
};
pub use words::{WordsFile, WordsProblem};
