//! Writes a picture as a PNG. Without photographs it is paper, ink and a few shades between them: with at most 256 colours it
//! weighs a third.

use std::collections::{BTreeMap, HashMap};

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use tiny_skia::Pixmap;

/// A palette has no more.
const MOST: usize = 256;

type Rgb = [u8; 3];

/// That of a picture with photographs.
pub(crate) fn of_all_colours(picture: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let pixels: Vec<u8> =
        picture.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_filter(Filter::Adaptive);
    encoder.set_compression(Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

/// That of any other.
pub(crate) fn of_few_colours(picture: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    // Every pixel is opaque.
    let pixels: Vec<Rgb> = picture.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    let palette = palette(&pixels);
    let mut nearest: HashMap<Rgb, u8> = HashMap::new();
    let indexes: Vec<u8> =
        pixels.iter().map(|colour| *nearest.entry(*colour).or_insert_with(|| nearest_of(&palette, *colour))).collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_filter(Filter::NoFilter);
    encoder.set_compression(Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indexes)?;
    writer.finish()?;
    Ok(bytes)
}

/// The colours that occur most, none of them near to another: first those of areas, then shades of edges.
fn palette(pixels: &[Rgb]) -> Vec<Rgb> {
    let mut counts: BTreeMap<Rgb, u32> = BTreeMap::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut by_count: Vec<(Rgb, u32)> = counts.into_iter().collect();
    // Where two occur equally often the order of the colours decides, so that the same picture has the same palette.
    by_count.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let mut near = 10;
    loop {
        let mut chosen: Vec<Rgb> = Vec::new();
        for (colour, _) in &by_count {
            if chosen.iter().all(|other| distance(*other, *colour) > near) {
                chosen.push(*colour);
            }
        }
        if chosen.len() <= MOST {
            return chosen;
        }
        near += 4;
    }
}

/// How far two colours are from each other: the largest difference of a channel.
fn distance(one: Rgb, other: Rgb) -> u8 {
    let differences = one.into_iter().zip(other).map(|(one, other)| one.abs_diff(other));
    differences.max().unwrap_or_default()
}

fn nearest_of(palette: &[Rgb], colour: Rgb) -> u8 {
    let nearest = palette.iter().enumerate().min_by_key(|(_, other)| distance(**other, colour));
    // A palette has at most 256.
    nearest.and_then(|(at, _)| u8::try_from(at).ok()).unwrap_or_default()
}
