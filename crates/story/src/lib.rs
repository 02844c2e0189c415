//! What a browser is given of a story: an [`edition`] in each language, with everything that needs a locale or a table
//! already done, and the bytes of all of them ([`section`]). The crate `author` makes these of what an editor writes.
//!
//! ```
//! use fact_cards_story::{edition::Edition, section};
//!
//! let edition = |language: &str, title: &str| Edition {
//!     language: language.to_owned(),
//!     title: title.into(),
//!     ..Edition::default()
//! };
//! let bytes = section::encode(&[edition("en", "Facts"), edition("fr", "Faits")])?;
//! assert_eq!(section::decode(&bytes, "fr")?.title.shown(), "Faits");
//! assert!(section::decode(&bytes[1..], "fr").is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod direction;
pub mod edition;
pub mod fold;
mod kind;
pub mod leb128;
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
pub use text::{Text, TextPart};
pub use words::{Counted, Messages, PageWords, Words};
