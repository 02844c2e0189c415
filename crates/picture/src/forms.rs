//! The forms in which a site shows a picture.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use resize::{Pixel, Type};
use rgb::RGB;

use crate::{
    decode::decode,
    error::PictureError,
    focus::Focus,
    light::{light, step},
    raster::Raster,
    seen::Seen,
    size::{FACES, Size, large, small},
};

/// What is encoded first, from 1 to 100: what is lost then nobody sees beside the source.
const QUALITY: u8 = 80;
/// What nothing is encoded below, whatever it weighs.
const LEAST_QUALITY: u8 = 5;
/// The most bytes of each face: those of 64 pixels, at once and at twice as many, are in every reader's way.
const MOST_BYTES: [usize; FACES.len()] = [2048, 4096, 8192];

/// A form, as the bytes of a JPEG without metadata.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Form {
    /// What its name ends with.
    pub key: &'static str,
    /// Its size.
    pub size: Size,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Seen {
    /// What the names of its forms end with, which is known before they are made: see [`Form::key`].
    #[must_use]
    pub fn keys(&self) -> &'static [&'static str] {
        if large(self.size) == small(self.size) { &["64", "128", "192", "480"] } else { &KEYS }
    }
}

const KEYS: [&str; 5] = ["64", "128", "192", "480", "960"];

/// Makes the forms of a picture: square around the focus, then whole.
///
/// # Errors
/// When the file is not a picture that is shown.
pub fn forms(bytes: &[u8], focus: Focus) -> Result<Vec<Form>, PictureError> {
    // Whoever calls has looked before, at what may be another file by now.
    let seen = Seen::of(bytes)?;
    let picture = decode(bytes)?;
    let square = Part::square(picture.size(), focus);
    let whole = Part { left: 0, above: 0, size: picture.size() };
    // Lanczos reaches three pixels to each side of those that are left: of twice as many nothing is seen to be missing.
    let nearly = |part: Part, most: Size| Lit::of(&picture, part, part.size.width / (2 * most.width).max(1));
    let widest = FACES.iter().copied().max().unwrap_or_default();
    let lit = nearly(square, Size { width: widest, height: widest });
    let sizes = FACES.map(|side| Size { width: side, height: side });
    let mut made = Vec::new();
    for ((key, size), most) in KEYS.into_iter().zip(sizes).zip(MOST_BYTES) {
        let pixels = lit.scaled(size)?;
        made.push(Form { key, size, bytes: face(&pixels, size, most)? });
    }
    let lit = nearly(whole, large(seen.size));
    for (key, size) in seen.keys().iter().copied().skip(FACES.len()).zip([small(seen.size), large(seen.size)]) {
        let pixels = lit.scaled(size)?;
        made.push(Form { key, size, bytes: encoded(&pixels, size, QUALITY)? });
    }
    Ok(made)
}

/// A part of an upright picture.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    left: u32,
    above: u32,
    pub size: Size,
}

impl Part {
    /// The largest square around the focus.
    pub fn square(Size { width, height }: Size, focus: Focus) -> Self {
        let side = width.min(height);
        let (left, above) = focus.square(width, height, side);
        Self { left, above, size: Size { width: side, height: side } }
    }
}

/// A part of a picture as amounts of light.
pub(crate) struct Lit {
    size: Size,
    pixels: Vec<RGB<u16>>,
}

impl Lit {
    /// A part of a picture of which squares of `by` pixels are taken together, so that what follows has little to do, and nothing
    /// takes the room of the whole picture once more.
    pub fn of(picture: &Raster, part: Part, by: u32) -> Self {
        let by = by.max(1);
        let size = Size { width: part.size.width / by, height: part.size.height / by };
        let mut pixels = Vec::with_capacity(size.width as usize * size.height as usize);
        let count = u64::from(by) * u64::from(by);
        for row in 0..size.height {
            for column in 0..size.width {
                let mut sums = [0_u64; 3];
                for y in 0..by {
                    for x in 0..by {
                        let pixel = picture.at(part.left + column * by + x, part.above + row * by + y);
                        for (sum, step) in sums.iter_mut().zip(pixel) {
                            *sum += u64::from(light(step));
                        }
                    }
                }
                let [r, g, b] = sums.map(|sum| u16::try_from(sum / count).unwrap_or(u16::MAX));
                pixels.push(RGB { r, g, b });
            }
        }
        Self { size, pixels }
    }

    /// The same in another size, as steps of a screen.
    pub fn scaled(&self, to: Size) -> Result<Vec<u8>, PictureError> {
        let whole = |side: u32| side as usize;
        let mut scaled = vec![RGB::<u16>::default(); whole(to.width) * whole(to.height)];
        resize::new(
            whole(self.size.width),
            whole(self.size.height),
            whole(to.width),
            whole(to.height),
            Pixel::RGB16,
            Type::Lanczos3,
        )
        .and_then(|mut resizer| resizer.resize(&self.pixels, &mut scaled))
        .map_err(PictureError::damaged)?;
        Ok(scaled.iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).map(step).collect())
    }
}

/// A face: as good as there is room for.
fn face(pixels: &[u8], size: Size, most: usize) -> Result<Vec<u8>, PictureError> {
    let mut quality = QUALITY;
    loop {
        let bytes = encoded(pixels, size, quality)?;
        if bytes.len() <= most || quality <= LEAST_QUALITY {
            return Ok(bytes);
        }
        quality = quality.saturating_sub(5);
    }
}

/// A JPEG that comes coarse first.
fn encoded(pixels: &[u8], size: Size, quality: u8) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    let short = |length: u32| u16::try_from(length).unwrap_or(u16::MAX);
    encoder.encode(pixels, short(size.width), short(size.height), ColorType::Rgb).map_err(PictureError::damaged)?;
    Ok(bytes)
}
