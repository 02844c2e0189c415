//! From a file to pixels. Each decoder says the same of its file: how large the picture is, its pixels, its colour profile, how it
//! is turned.

mod colour;
mod jpeg;
mod png;
mod webp;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::{
    error::PictureError,
    kind::Kind,
    raster::{Raster, Turn},
    size::Size,
};

/// The most bytes that a decoder may take for what it does not give back.
const MOST_MEMORY: usize = 512 << 20;

/// What a decoder says of a picture.
struct Decoded {
    size: Size,
    /// As its colour profile means them.
    pixels: Vec<u8>,
    has_alpha: bool,
    profile: Option<Vec<u8>>,
    turn: Turn,
}

/// The size of a picture, upright, before it is decoded.
pub(crate) fn look(bytes: &[u8]) -> Result<Size, PictureError> {
    guarded(|| match Kind::of(bytes)? {
        Kind::Jpeg => jpeg::look(bytes),
        Kind::Png => png::look(bytes),
        Kind::WebP => webp::look(bytes),
    })
}

/// A picture in sRGB, on white. What may be decoded at all is for [`crate::Seen`] to say.
pub(crate) fn decode(bytes: &[u8]) -> Result<Raster, PictureError> {
    guarded(|| {
        let decoded = match Kind::of(bytes)? {
            Kind::Jpeg => jpeg::decode(bytes),
            Kind::Png => png::decode(bytes),
            Kind::WebP => webp::decode(bytes),
        };
        let Decoded { size, mut pixels, has_alpha, profile, turn } = decoded?;
        let channels = if has_alpha { 4 } else { 3 };
        let expected = size.width as usize * size.height as usize * channels;
        if pixels.len() != expected {
            return Err(PictureError::damaged(format!("{} bytes of pixels, not {expected}", pixels.len())));
        }
        if let Some(profile) = profile {
            colour::to_srgb(&mut pixels, &profile, has_alpha);
        }
        let pixels = if has_alpha { on_white(&pixels) } else { pixels };
        Ok(Raster { stored: size, pixels, turn })
    })
}

/// Decoders are not ours. Should one panic, the file is refused and the program goes on: what it worked on is dropped with it.
fn guarded<T>(work: impl FnOnce() -> Result<T, PictureError>) -> Result<T, PictureError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(PictureError::damaged("its decoder stopped")))
}

/// Pixels with alpha, as they are seen on white.
fn on_white(pixels: &[u8]) -> Vec<u8> {
    let mut seen = Vec::with_capacity(pixels.len() / 4 * 3);
    for pixel in pixels.chunks_exact(4) {
        if let [red, green, blue, alpha] = *pixel {
            let alpha = u32::from(alpha);
            let over = |step: u8| u8::try_from((u32::from(step) * alpha + 255 * (255 - alpha) + 127) / 255);
            seen.extend([red, green, blue].map(|step| over(step).unwrap_or(u8::MAX)));
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_transparent_is_white_and_what_is_half_is_between() {
        assert_eq!(on_white(&[9, 9, 9, 0, 10, 20, 30, 255, 0, 0, 0, 128]), [255, 255, 255, 10, 20, 30, 127, 127, 127]);
    }

    #[test]
    fn a_decoder_that_panics_refuses_the_file() {
        #[allow(clippy::panic, reason = "that is what is tested")]
        let refused = guarded::<()>(|| panic!("of a decoder"));
        assert_eq!(refused, Err(PictureError::damaged("its decoder stopped")));
    }
}
