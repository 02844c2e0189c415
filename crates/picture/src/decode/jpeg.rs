use jpeg_decoder::{Decoder, PixelFormat};

use super::{Decoded, MOST_MEMORY};
use crate::{error::PictureError, raster::Turn, size::Size};

/// No side of what is decoded need be longer than that: both forms that are made of it are less than half as large.
const ENOUGH: u16 = 2880;

fn decoder(bytes: &[u8]) -> Result<(Decoder<&[u8]>, Size, PixelFormat), PictureError> {
    let mut decoder = Decoder::new(bytes);
    decoder.set_max_decoding_buffer_size(MOST_MEMORY);
    decoder.read_info().map_err(PictureError::damaged)?;
    let info = decoder.info().ok_or_else(|| PictureError::damaged("it has no size"))?;
    Ok((decoder, Size { width: info.width.into(), height: info.height.into() }, info.pixel_format))
}

pub(super) fn look(bytes: &[u8]) -> Result<Size, PictureError> {
    let (decoder, size, format) = decoder(bytes)?;
    if format == PixelFormat::CMYK32 {
        return Err(PictureError::Cmyk);
    }
    Ok(turn(&decoder).upright(size))
}

fn turn(decoder: &Decoder<&[u8]>) -> Turn {
    Turn::in_exif(decoder.exif_data().map(<[u8]>::to_vec))
}

pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, PictureError> {
    if !is_whole(bytes) {
        return Err(PictureError::damaged("its end is missing"));
    }
    let (mut decoder, size, format) = decoder(bytes)?;
    // A large photograph is decoded at a half, a quarter or an eighth of its size.
    let (width, height) = match enough(size) {
        Some((width, height)) => decoder.scale(width, height).map_err(PictureError::damaged)?,
        None => (short(size.width), short(size.height)),
    };
    let pixels = decoder.decode().map_err(PictureError::damaged)?;
    let pixels = match format {
        PixelFormat::RGB24 => pixels,
        PixelFormat::L8 => pixels.into_iter().flat_map(|grey| [grey; 3]).collect(),
        other => return Err(PictureError::damaged(format!("its pixels are {other:?}"))),
    };
    let turn = turn(&decoder);
    let profile = decoder.icc_profile();
    Ok(Decoded { size: Size { width: width.into(), height: height.into() }, pixels, has_alpha: false, profile, turn })
}

/// The size at which a large photograph is enough for all that is made of it.
fn enough(size: Size) -> Option<(u16, u16)> {
    let longest = u64::from(size.width.max(size.height));
    let scaled = |length: u32| u64::from(length) * u64::from(ENOUGH) / longest.max(1);
    let is_large = longest > u64::from(ENOUGH) && scaled(size.width.min(size.height)) >= LEAST;
    let whole = |length: u32| u16::try_from(scaled(length)).unwrap_or(u16::MAX);
    is_large.then(|| (whole(size.width), whole(size.height)))
}

/// A side as a JPEG has it: in 16 bits.
fn short(length: u32) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

/// The shorter side is not made shorter than that: twice the side of the largest face.
const LEAST: u64 = 384;

/// Whether a file goes on to its end. Decoders show what is cut short as if the rest were grey.
fn is_whole(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        // Between segments, and in what a scan holds, the next marker is looked for: 0xff, but no byte of a scan, which is
        // followed by zero, and no restart within it.
        let Some(at) = rest.windows(2).position(|pair| matches!(pair, [0xff, 0x01 | 0xc0..=0xcf | 0xd8..=0xfe])) else {
            return false;
        };
        let Some(([_, marker], after)) = rest.get(at..).and_then(|rest| rest.split_first_chunk()) else { return false };
        rest = match marker {
            0xd9 => return true,
            0x01 | 0xd8 => after,
            // The length of a segment counts itself.
            _ => {
                let length = after.first_chunk().map(|length| usize::from(u16::from_be_bytes(*length)));
                match length.and_then(|length| after.get(length..)) {
                    Some(behind) => behind,
                    None => return false,
                }
            }
        };
    }
}
