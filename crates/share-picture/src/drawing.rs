//! A picture that is laid out but not yet painted: areas and lines of glyphs, each at its place.

use rustybuzz::ttf_parser::GlyphId;
use tiny_skia::{Path, PathBuilder, Rect};

use crate::{
    WIDTH,
    fonts::Undrawable,
    lines::{Block, Setting, fitted},
    look::Colour,
    shape::Shaped,
};

/// A picture that is laid out.
#[derive(Debug, Default)]
pub struct Drawing {
    right_to_left: bool,
    pub(crate) marks: Vec<Mark>,
    texts: Vec<TextBox>,
}

/// Something to paint.
#[derive(Debug)]
pub(crate) enum Mark {
    Area {
        path: Path,
        colour: Colour,
        within: Option<Path>,
    },
    Line {
        glyphs: Vec<Placed>,
        size: f32,
        colour: Colour,
    },
    /// A photograph, scaled to a square.
    Photograph {
        /// By what its forms are named.
        name: String,
        /// Its left upper corner.
        corner: [f32; 2],
        side: f32,
        within: Option<Path>,
        /// How much of it is to be seen, from 0 to 1.
        opacity: f32,
    },
    /// What follows is turned by so many degrees around the middle of the picture.
    Turned(f32),
}

/// A glyph at its place on the picture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed {
    pub font: usize,
    pub id: GlyphId,
    pub x: f32,
    pub y: f32,
}

/// A text on a picture, with the room that it was given.
#[derive(Clone, Debug, PartialEq)]
pub struct TextBox {
    /// What was to be said. Where it did not fit there is less to be seen.
    pub text: String,
    /// The size of its letters in pixels.
    pub size: f32,
    /// How many lines it has.
    pub lines: usize,
    /// Its room: left, top, right and bottom.
    pub room: [f32; 4],
    /// What is black of it, the same way; all zero where nothing is.
    pub ink: [f32; 4],
    /// The numbers of its glyphs in their fonts, from left to right and line by line. 0 would be a box.
    pub glyphs: Vec<u16>,
}

/// A rectangle whose `x` counts from the side where lines begin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Room {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Room {
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// What is left of it below a height.
    pub fn below(self, height: f32) -> Self {
        Self { y: self.y + height, height: self.height - height, ..self }
    }
}

/// Where a text stands in its room.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Align {
    Start,
    Middle,
    End,
}

impl Drawing {
    pub(crate) fn new(right_to_left: bool) -> Self {
        Self { right_to_left, ..Self::default() }
    }

    /// Its texts.
    #[must_use]
    pub fn texts(&self) -> &[TextBox] {
        &self.texts
    }

    /// Whether it is read from right to left.
    #[must_use]
    pub const fn is_right_to_left(&self) -> bool {
        self.right_to_left
    }

    /// The left edge of a room.
    pub(crate) fn left(&self, room: Room) -> f32 {
        if self.right_to_left {
            f32::from(u16::try_from(WIDTH).unwrap_or_default()) - room.x - room.width
        } else {
            room.x
        }
    }

    pub(crate) fn turn(&mut self, degrees: f32) {
        self.marks.push(Mark::Turned(degrees));
    }

    pub(crate) fn area(&mut self, path: Option<Path>, colour: Colour) {
        self.marks.extend(path.map(|path| Mark::Area { path, colour, within: None }));
    }

    pub(crate) fn area_within(&mut self, path: Option<Path>, colour: Colour, within: Option<Path>) {
        self.marks.extend(path.map(|path| Mark::Area { path, colour, within }));
    }

    pub(crate) fn photograph(&mut self, name: &str, corner: [f32; 2], side: f32, within: Option<Path>, opacity: f32) {
        self.marks.push(Mark::Photograph { name: name.to_owned(), corner, side, within, opacity });
    }

    pub(crate) fn rectangle(&mut self, room: Room, colour: Colour) {
        let path = rectangle(self.left(room), room.y, room.width, room.height);
        self.area(path, colour);
    }

    /// A text as large as its room allows; where it goes.
    pub(crate) fn fit(&self, text: &str, setting: Setting, room: Room) -> Result<Block, Undrawable> {
        fitted(text, setting, self.right_to_left, room.width, room.height)
    }

    /// Writes a text into its room, from the top, and tells how high it is.
    pub(crate) fn write(
        &mut self,
        text: &str,
        setting: Setting,
        colour: Colour,
        room: Room,
    ) -> Result<f32, Undrawable> {
        let block = self.fit(text, setting, room)?;
        self.place(text, &block, colour, room, Align::Start);
        Ok(block.height)
    }

    /// Places a text that was fitted into its room.
    pub(crate) fn place(&mut self, text: &str, block: &Block, colour: Colour, room: Room, align: Align) {
        let left = self.left(room);
        let mut ink: Option<[f32; 4]> = None;
        let mut numbers = Vec::new();
        for (line, baseline) in &block.lines {
            let spare = room.width - line.width * block.size;
            let at_right = match align {
                Align::Middle => spare / 2.0,
                Align::Start => {
                    if self.right_to_left {
                        spare
                    } else {
                        0.0
                    }
                }
                Align::End => {
                    if self.right_to_left {
                        0.0
                    } else {
                        spare
                    }
                }
            };
            let painted = self.line(line, block.size, colour, [left + at_right, room.y + baseline]);
            numbers.extend(line.glyphs.iter().map(|glyph| glyph.id.0));
            ink = match (ink, painted) {
                (Some(one), Some(other)) => Some(around(one, other)),
                (one, other) => one.or(other),
            };
        }
        self.texts.push(TextBox {
            text: text.to_owned(),
            size: block.size,
            lines: block.lines.len(),
            room: [left, room.y, left + room.width, room.y + room.height],
            ink: ink.unwrap_or_default(),
            glyphs: numbers,
        });
    }

    /// Places a line whose middle, as far as it is black, is in the middle of a square.
    pub(crate) fn centre(&mut self, text: &str, line: &Shaped, size: f32, colour: Colour, room: Room) {
        let Some(ink) = line.ink() else { return };
        let left = self.left(room);
        let x = left + room.width / 2.0 - f32::midpoint(ink.left, ink.right) * size;
        let y = room.y + room.height / 2.0 - f32::midpoint(ink.top, ink.bottom) * size;
        let black = self.line(line, size, colour, [x, y]);
        self.texts.push(TextBox {
            text: text.to_owned(),
            size,
            lines: 1,
            room: [left, room.y, left + room.width, room.y + room.height],
            ink: black.unwrap_or_default(),
            glyphs: line.glyphs.iter().map(|glyph| glyph.id.0).collect(),
        });
    }

    fn line(&mut self, line: &Shaped, size: f32, colour: Colour, [x, y]: [f32; 2]) -> Option<[f32; 4]> {
        let placed = line.glyphs.iter().map(|glyph| Placed {
            font: glyph.font,
            id: glyph.id,
            x: x + glyph.x * size,
            y: y + glyph.y * size,
        });
        self.marks.push(Mark::Line { glyphs: placed.collect(), size, colour });
        let ink = line.ink()?;
        Some([x + ink.left * size, y + ink.top * size, x + ink.right * size, y + ink.bottom * size])
    }
}

fn around(one: [f32; 4], other: [f32; 4]) -> [f32; 4] {
    let ([left, top, right, bottom], [left2, top2, right2, bottom2]) = (one, other);
    [left.min(left2), top.min(top2), right.max(right2), bottom.max(bottom2)]
}

pub(crate) fn rectangle(left: f32, top: f32, width: f32, height: f32) -> Option<Path> {
    Rect::from_xywh(left, top, width, height).map(PathBuilder::from_rect)
}

/// A rectangle with round corners.
pub(crate) fn rounded(left: f32, top: f32, width: f32, height: f32, radius: f32) -> Option<Path> {
    let (right, bottom) = (left + width, top + height);
    let mut path = PathBuilder::new();
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.quad_to(right, top, right, top + radius);
    path.line_to(right, bottom - radius);
    path.quad_to(right, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.quad_to(left, bottom, left, bottom - radius);
    path.line_to(left, top + radius);
    path.quad_to(left, top, left + radius, top);
    path.close();
    path.finish()
}
