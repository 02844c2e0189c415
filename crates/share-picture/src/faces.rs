//! The face of a card, and the sign of its kind, as the style sheets draw them.

use fact_cards_story::{Kind, edition::Face};
use svgtypes::{SimplePathSegment, SimplifyingPathParser};
use tiny_skia::{Path, PathBuilder, Transform};

use crate::{
    content::Shown,
    drawing::{Drawing, Room, rounded},
    fonts::{Type, Undrawable},
    look::{CARD, Colours},
    shape::Paragraph,
};

/// Draws the face of a card into a square, and its photograph over that: should it not come, the face is there.
pub(crate) fn face(drawing: &mut Drawing, colours: Colours, card: &Shown, room: Room) -> Result<(), Undrawable> {
    let (left, side) = (drawing.left(room), room.width);
    let frame = || rounded(left, room.y, side, side, side * 0.06);
    drawing.area(frame(), colours.face(card.kind));
    let middle = [left + side / 2.0, room.y + side / 2.0];
    match &card.face {
        Face::Sign => sign(drawing, colours, card.kind, middle, side * 0.36),
        Face::Letters(letters) => {
            let line = Paragraph::new(letters, Type::Serif, drawing.is_right_to_left()).line(0..letters.len())?;
            let letter = (side * 0.42).min(side * 0.8 / line.width.max(0.1));
            drawing.centre(letters, &line, letter, colours.kind(card.kind), room);
        }
        Face::Coast(coast) => {
            let scale = side / f32::from(Face::SIDE);
            let place = Transform::from_scale(scale, scale).post_translate(left, room.y);
            let land = land(coast).and_then(|land| land.transform(place));
            drawing.area_within(land, colours.land(card.kind), frame());
            let [x, y] = middle;
            drawing.area(PathBuilder::from_circle(x, y, side * 0.085), CARD);
            drawing.area(PathBuilder::from_circle(x, y, side * 0.06), colours.kind(card.kind));
        }
    }
    if let Some(photograph) = &card.photograph {
        drawing.photograph(&photograph.name, [left, room.y], side, frame(), colours.photograph());
    }
    Ok(())
}

/// The sign of a kind: a disc, a square on its corner, or a pin. Nobody needs colours to tell them apart.
pub(crate) fn sign(drawing: &mut Drawing, colours: Colours, kind: Kind, [x, y]: [f32; 2], size: f32) {
    let half = size / 2.0;
    let path = match kind {
        Kind::Member => PathBuilder::from_circle(x, y, half),
        Kind::Operation => {
            let reach = half * 1.2;
            let mut path = PathBuilder::new();
            path.move_to(x, y - reach);
            path.line_to(x + reach, y);
            path.line_to(x, y + reach);
            path.line_to(x - reach, y);
            path.close();
            path.finish()
        }
        Kind::Venue => pin(x, y, half),
    };
    drawing.area(path, colours.kind(kind));
}

/// A disc with a point below.
fn pin(x: f32, y: f32, radius: f32) -> Option<Path> {
    // How far control points stand from the ends of a quarter of a circle.
    let bend = radius * 0.552;
    let top = y - radius * 0.2;
    let mut path = PathBuilder::new();
    let slant = radius * std::f32::consts::FRAC_1_SQRT_2;
    path.move_to(x - slant, top + slant);
    path.line_to(x, top + 2.0 * slant);
    path.line_to(x + slant, top + slant);
    path.cubic_to(x + radius * 0.93, top + radius * 0.5, x + radius, top + radius * 0.26, x + radius, top);
    path.cubic_to(x + radius, top - bend, x + bend, top - radius, x, top - radius);
    path.cubic_to(x - bend, top - radius, x - radius, top - bend, x - radius, top);
    path.cubic_to(x - radius, top + radius * 0.26, x - radius * 0.93, top + radius * 0.5, x - slant, top + slant);
    path.close();
    path.finish()
}

/// A coast as the encoder writes it.
fn land(coast: &str) -> Option<Path> {
    let mut path = PathBuilder::new();
    #[allow(clippy::cast_possible_truncation, reason = "a face has 64 units")]
    let near = |value: f64| value as f32;
    for segment in SimplifyingPathParser::from(coast) {
        match segment.ok()? {
            SimplePathSegment::MoveTo { x, y } => path.move_to(near(x), near(y)),
            SimplePathSegment::LineTo { x, y } => path.line_to(near(x), near(y)),
            SimplePathSegment::ClosePath => path.close(),
            // A coast has no curves.
            SimplePathSegment::CurveTo { .. } | SimplePathSegment::Quadratic { .. } => {}
        }
    }
    path.finish()
}
