use std::io::Cursor;

use image_webp::WebPDecoder;

use super::{Decoded, MOST_MEMORY};
use crate::{error::PictureError, raster::Turn, size::Size};

type Reader<'b> = WebPDecoder<Cursor<&'b [u8]>>;

fn decoder(bytes: &[u8]) -> Result<(Reader<'_>, Size, Turn), PictureError> {
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(PictureError::damaged)?;
    decoder.set_memory_limit(MOST_MEMORY);
    let (width, height) = decoder.dimensions();
    // Where it cannot be read the picture is shown as it is stored.
    let turn = Turn::in_exif(decoder.exif_metadata().ok().flatten());
    Ok((decoder, Size { width, height }, turn))
}

pub(super) fn look(bytes: &[u8]) -> Result<Size, PictureError> {
    let (decoder, size, turn) = decoder(bytes)?;
    if decoder.is_animated() {
        return Err(PictureError::Animated);
    }
    Ok(turn.upright(size))
}

pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, PictureError> {
    let (mut decoder, size, turn) = decoder(bytes)?;
    let length = decoder.output_buffer_size().ok_or_else(|| PictureError::damaged("it has no size"))?;
    let mut pixels = vec![0; length];
    decoder.read_image(&mut pixels).map_err(PictureError::damaged)?;
    let profile = decoder.icc_profile().map_err(PictureError::damaged)?;
    Ok(Decoded { size, pixels, has_alpha: decoder.has_alpha(), profile, turn })
}
