//! The domain of fact-cards: what a story is, how it is read and checked, and how it is encoded.
//!
//! There are two halves. [`edition`] and [`section`] are what the browser needs: a story in one language with everything
//! that needs a locale or a table already done. [`author`] (feature `author`, host only) reads the TOML that an editor
//! writes, reports every mistake with its place, and encodes what it accepted.

#[cfg(feature = "author")]
pub mod author;
mod direction;
pub mod edition;
pub mod fold;
mod kind;
pub mod section;
mod separator;
mod term;
mod text;
pub mod wire;
mod words;

pub use direction::direction;
pub use kind::Kind;
pub use separator::is_hard;
pub use term::{Fit, Term};
pub use text::{Part, Text};
pub use words::{Counted, Words};
