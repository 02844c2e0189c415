//! Reads photographs under limits and makes the forms in which a site shows them: faces and large ones. Knows no story.
//!
//! What a file is, is told by its content. Sizes are looked at before anything is decoded. Decoders are other people's, so they run
//! where a panic ends nothing: whatever the bytes are, the outcome is a picture or a [`PictureError`].
//!
//! ```
//! use fact_cards_picture::{Focus, Seen, forms};
//!
//! let file = std::fs::read("../../tests/stories/harbour/pictures/pilot.jpg")?;
//! let seen = Seen::of(&file)?;
//! assert_eq!(seen.name(Focus::MIDDLE).len(), 12);
//! let forms = forms(&file, Focus::MIDDLE)?;
//! assert_eq!(forms.first().map(|form| form.key), Some("64"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod decode;
mod error;
mod focus;
mod forms;
mod kind;
mod light;
mod limits;
mod raster;
mod seen;
mod size;
mod square;

pub use error::PictureError;
pub use focus::Focus;
pub use forms::{Form, forms};
pub use limits::{LEAST_SIDE, MOST_BYTES, MOST_PIXELS};
pub use seen::Seen;
pub use size::{FACES, Size, large, small};
pub use square::{Square, square};
