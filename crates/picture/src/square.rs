//! The square around the focus by itself, as pixels: for whoever paints it onto something.

use crate::{
    decode::{decode, look},
    error::PictureError,
    focus::Focus,
    forms::{Lit, Part},
    limits::MOST_PIXELS,
    size::Size,
};

/// A square part of a picture.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Square {
    /// Its width and height, in pixels.
    pub side: u32,
    /// Its pixels, line by line, three bytes each, in sRGB.
    pub pixels: Vec<u8>,
}

/// The square around the focus, with a side of at most so many pixels. It is never enlarged.
///
/// # Errors
/// When the file is not a picture that can be read.
pub fn square(bytes: &[u8], focus: Focus, most: u32) -> Result<Square, PictureError> {
    let Size { width, height } = look(bytes)?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureError::TooManyPixels { width, height });
    }
    let picture = decode(bytes)?;
    let part = Part::square(picture.size(), focus);
    let side = part.size.width.min(most).max(1);
    let lit = Lit::of(&picture, part, part.size.width / (2 * side));
    Ok(Square { side, pixels: lit.scaled(Size { width: side, height: side })? })
}
