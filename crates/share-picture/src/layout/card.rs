//! A card: its face, what it is, its name, one sentence, its main figures.

use super::{BOTTOM, INSIDE, MARGIN, TOP, one_line};
use crate::{
    content::{Counted, Shown},
    drawing::{Align, Drawing, Room},
    faces::{face, sign},
    fonts::{Type, Undrawable},
    lines::Setting,
    look::Colours,
};

const KICKER: Setting = one_line(Type::Sans, &[30.0, 27.0, 24.0]);
const NAME: Setting =
    Setting { face: Type::Serif, sizes: &[92.0, 82.0, 72.0, 64.0, 56.0, 48.0, 42.0], most_lines: 3, balanced: true };
const SUMMARY: Setting =
    Setting { face: Type::Sans, sizes: &[38.0, 35.0, 32.0, 29.0, 27.0], most_lines: 4, balanced: true };
const NUMBER: Setting = one_line(Type::Serif, &[68.0, 60.0, 52.0, 44.0, 36.0]);
const UNIT: Setting = Setting { face: Type::Sans, sizes: &[28.0, 26.0, 24.0], most_lines: 2, balanced: false };

/// The side of the face, above figures and without any.
const FACE: [f32; 2] = [236.0, 330.0];
/// The height of the row of figures.
const ROW: f32 = 152.0;
/// Between two figures.
const GAP: f32 = 32.0;

pub(super) fn card(
    drawing: &mut Drawing,
    colours: Colours,
    card: &Shown,
    summary: &str,
    figures: &[Counted],
) -> Result<(), Undrawable> {
    let [small, large] = FACE;
    let (side, height) = if figures.is_empty() { (large, BOTTOM - TOP) } else { (small, BOTTOM - TOP - ROW) };
    let x = MARGIN + side + 44.0;
    let beside = Room::new(x, TOP, INSIDE + MARGIN - x, height);
    face(drawing, colours, card, Room::new(MARGIN, TOP + 8.0, side, side))?;
    says(drawing, colours, card, summary, beside)?;

    let count = u8::try_from(figures.len()).unwrap_or(u8::MAX).clamp(2, 3);
    let width = (INSIDE + GAP) / f32::from(count) - GAP;
    let mut column = Room::new(MARGIN, BOTTOM - ROW, width, ROW);
    for Counted { number, unit, .. } in figures.iter().take(3) {
        let shown = drawing.fit(number, NUMBER, Room { height: 92.0, ..column })?;
        // Numbers of different sizes stand on one line.
        let own = Room { y: column.y + (70.0 - shown.baseline()).max(0.0), height: shown.height, ..column };
        drawing.place(number, &shown, colours.kind(card.kind), own, Align::Start);
        drawing.write(unit, UNIT, colours.quiet(), column.below(84.0))?;
        column.x += width + GAP;
    }
    Ok(())
}

/// What it is, its name, and a sentence about it.
fn says(drawing: &mut Drawing, colours: Colours, card: &Shown, summary: &str, room: Room) -> Result<(), Undrawable> {
    const SIGN: f32 = 22.0;
    let kicker_room = Room { x: room.x + SIGN + 12.0, width: room.width - SIGN - 12.0, height: 50.0, ..room };
    let kicker = drawing.fit(&card.kicker, KICKER, kicker_room)?;
    drawing.place(&card.kicker, &kicker, colours.kind(card.kind), kicker_room, Align::Start);
    let left = drawing.left(Room { width: SIGN, ..room });
    let middle = [left + SIGN / 2.0, room.y + kicker.baseline() - SIGN / 2.0];
    sign(drawing, colours, card.kind, middle, SIGN);

    let rest = room.below(kicker.height + 6.0);
    let for_summary = if summary.is_empty() { 0.0 } else { 100.0 };
    let name = drawing.write(&card.name, NAME, colours.ink(), Room { height: rest.height - for_summary, ..rest })?;
    if !summary.is_empty() {
        drawing.write(summary, SUMMARY, colours.ink(), rest.below(name + 12.0))?;
    }
    Ok(())
}
