//! Paints a drawing.

use rustybuzz::ttf_parser::OutlineBuilder;
use thiserror::Error;
use tiny_skia::{
    Color, FillRule, FilterQuality, Mask, Paint, Path, PathBuilder, Pixmap, PixmapPaint, PremultipliedColorU8,
    Transform,
};

use crate::{
    HEIGHT, Photo, WIDTH,
    drawing::{Drawing, Mark, Placed},
    fonts::{em, font},
    look::{Colour, PAPER},
    png,
};

/// A picture that could not be written.
#[derive(Debug, Error)]
pub enum PaintError {
    /// There is no memory for it.
    #[error("there is no memory for a picture")]
    Memory,
    /// The encoder refuses it.
    #[error("a picture cannot be encoded")]
    Encode(#[from] ::png::EncodingError),
}

impl Drawing {
    /// The picture as a PNG. `photos` gives a photograph by its name, where it can.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn png(&self, photos: impl Fn(&str) -> Option<Photo>) -> Result<Vec<u8>, PaintError> {
        let (painted, has_photos) = self.painted(photos).ok_or(PaintError::Memory)?;
        Ok(if has_photos { png::of_all_colours(&painted) } else { png::of_few_colours(&painted) }?)
    }

    /// The picture, and whether there is a photograph on it.
    fn painted(&self, photos: impl Fn(&str) -> Option<Photo>) -> Option<(Pixmap, bool)> {
        let mut has_photos = false;
        let mut picture = Pixmap::new(WIDTH, HEIGHT)?;
        picture.fill(solid(PAPER));
        let mut turned = Transform::identity();
        for mark in &self.marks {
            match mark {
                Mark::Turned(degrees) => turned = Transform::from_rotate_at(*degrees, 600.0, 315.0),
                Mark::Area { path, colour, within } => {
                    let mask = within.as_ref().and_then(mask);
                    fill(&mut picture, path, *colour, turned, mask.as_ref());
                }
                Mark::Photograph { name, corner: [left, top], side, within, opacity } => {
                    let Some(photo) = photos(name).and_then(pixmap) else { continue };
                    has_photos = true;
                    #[allow(clippy::cast_precision_loss, reason = "a side has a few hundred pixels")]
                    let scale = side / photo.width() as f32;
                    let place = Transform::from_scale(scale, scale).post_translate(*left, *top);
                    let paint =
                        PixmapPaint { opacity: *opacity, quality: FilterQuality::Bicubic, ..PixmapPaint::default() };
                    let mask = within.as_ref().and_then(mask);
                    picture.draw_pixmap(0, 0, photo.as_ref(), &paint, place, mask.as_ref());
                }
                Mark::Line { glyphs, size, colour } => {
                    if let Some(path) = outline(glyphs, *size) {
                        fill(&mut picture, &path, *colour, turned, None);
                    }
                }
            }
        }
        Some((picture, has_photos))
    }
}

/// A photograph as tiny-skia has it; nothing where it is none.
fn pixmap(Photo { side, pixels }: Photo) -> Option<Pixmap> {
    let mut pixmap = Pixmap::new(side, side)?;
    let (own, []) = pixels.as_chunks::<3>() else { return None };
    if own.len() != pixmap.pixels().len() {
        return None;
    }
    for (pixel, [red, green, blue]) in pixmap.pixels_mut().iter_mut().zip(own) {
        *pixel = PremultipliedColorU8::from_rgba(*red, *green, *blue, u8::MAX)?;
    }
    Some(pixmap)
}

fn solid(Colour(red, green, blue): Colour) -> Color {
    Color::from_rgba8(red, green, blue, u8::MAX)
}

fn fill(picture: &mut Pixmap, path: &Path, colour: Colour, turned: Transform, mask: Option<&Mask>) {
    let mut paint = Paint::default();
    paint.set_color(solid(colour));
    picture.fill_path(path, &paint, FillRule::Winding, turned, mask);
}

/// What lets paint through only inside of a path.
fn mask(path: &Path) -> Option<Mask> {
    let mut mask = Mask::new(WIDTH, HEIGHT)?;
    mask.fill_path(path, FillRule::Winding, true, Transform::identity());
    Some(mask)
}

/// The outlines of a line of glyphs.
fn outline(glyphs: &[Placed], size: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    for glyph in glyphs {
        if let Some(font) = font(glyph.font) {
            let scale = size / em(glyph.font);
            font.outline_glyph(glyph.id, &mut Pen { path: &mut path, x: glyph.x, y: glyph.y, scale });
        }
    }
    path.finish()
}

/// Draws outlines, whose y goes up, at a place.
struct Pen<'p> {
    path: &'p mut PathBuilder,
    x: f32,
    y: f32,
    scale: f32,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
