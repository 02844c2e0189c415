//! Draws the pictures with which a story, a card or a fact is shared: 1,200 × 630 pixels, as networks and messengers show them.
//!
//! A [`Content`] is what a picture says, in plain values. It is laid out as a [`Drawing`] – every text broken and fitted by the
//! advances of its glyphs – and that is painted as a PNG. Nothing on the way is markup, and the fonts are the crate's own, so
//! that the same content gives the same bytes on every machine.
//!
//! ```
//! use fact_cards_share_picture::Content;
//! use fact_cards_story::edition::Edition;
//!
//! let edition = Edition { title: "The lighthouse".into(), ..Edition::default() };
//! let content = Content::of_story(&edition, "3 facts from 1 article", None);
//! let png = content.drawing()?.png(|_| None).unwrap();
//! assert!(png.starts_with(b"\x89PNG"));
//! # Ok::<(), fact_cards_share_picture::Undrawable>(())
//! ```

mod content;
mod drawing;
mod faces;
mod fonts;
mod layout;
mod lines;
mod look;
mod paint;
mod png;
mod shape;

pub use content::Content;
pub use drawing::{Drawing, TextBox};
pub use fonts::Undrawable;
pub use paint::PaintError;

/// A photograph to be painted: a square.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Photo {
    /// Its width and height, in pixels.
    pub side: u32,
    /// Its pixels, line by line, three bytes each, in sRGB.
    pub pixels: Vec<u8>,
}

/// The side in pixels from which on a photograph is as sharp as a picture shows any.
pub const PHOTO_SIDE: u32 = 330;

/// How wide a picture is, in pixels.
pub const WIDTH: u32 = 1200;
/// How high a picture is, in pixels.
pub const HEIGHT: u32 = 630;
