use std::io::Cursor;

use png::{Decoder, Limits, Reader, Transformations};

use super::{Decoded, MOST_MEMORY};
use crate::{error::PictureError, raster::Turn, size::Size};

fn reader(bytes: &[u8]) -> Result<Reader<Cursor<&[u8]>>, PictureError> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MOST_MEMORY });
    decoder.set_ignore_text_chunk(true);
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    decoder.read_info().map_err(PictureError::damaged)
}

fn size(reader: &Reader<Cursor<&[u8]>>) -> Size {
    let info = reader.info();
    Size { width: info.width, height: info.height }
}

fn turn(reader: &Reader<Cursor<&[u8]>>) -> Turn {
    Turn::in_exif(reader.info().exif_metadata.as_ref().map(|exif| exif.to_vec()))
}

pub(super) fn look(bytes: &[u8]) -> Result<Size, PictureError> {
    let reader = reader(bytes)?;
    if reader.info().animation_control.is_some_and(|animation| animation.num_frames > 1) {
        return Err(PictureError::Animated);
    }
    Ok(turn(&reader).upright(size(&reader)))
}

pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, PictureError> {
    let mut reader = reader(bytes)?;
    let length = reader.output_buffer_size().ok_or_else(|| PictureError::damaged("it has no size"))?;
    let mut pixels = vec![0; length];
    let frame = reader.next_frame(&mut pixels).map_err(PictureError::damaged)?;
    pixels.truncate(frame.buffer_size());
    // What follows is checked as well: a file that ends here is cut short.
    reader.finish().map_err(PictureError::damaged)?;
    let (size, turn) = (size(&reader), turn(&reader));
    let profile = reader.info().icc_profile.as_ref().map(|profile| profile.to_vec());
    // With the alpha that was asked for there are two channels or four.
    let pixels = if frame.color_type == png::ColorType::GrayscaleAlpha { coloured(&pixels) } else { pixels };
    Ok(Decoded { size, pixels, has_alpha: true, profile, turn })
}

/// Grey with alpha, as red, green and blue.
fn coloured(pixels: &[u8]) -> Vec<u8> {
    let mut coloured = Vec::with_capacity(pixels.len() * 2);
    for pixel in pixels.chunks_exact(2) {
        if let [grey, alpha] = *pixel {
            coloured.extend([grey, grey, grey, alpha]);
        }
    }
    coloured
}
