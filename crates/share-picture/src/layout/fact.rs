//! A fact: whose it is, the figure large, what is stated, and who says so and when.

use super::{BOTTOM, INSIDE, MARGIN, TOP, one_line};
use crate::{
    content::{Counted, Shown, Stated},
    drawing::{Align, Drawing, Room},
    faces::{face, sign},
    fonts::{Type, Undrawable},
    lines::Setting,
    look::Colours,
};

const HOME: Setting = one_line(Type::Serif, &[34.0, 31.0, 28.0]);
const NUMBER: Setting = one_line(Type::Serif, &[190.0, 160.0, 136.0, 112.0, 92.0]);
/// Above what it counts.
const NUMBER_ABOVE: Setting = one_line(Type::Serif, &[124.0, 108.0, 92.0, 76.0, 60.0, 48.0]);
const UNIT: Setting =
    Setting { face: Type::Serif, sizes: &[56.0, 48.0, 42.0, 36.0, 31.0], most_lines: 2, balanced: false };
/// What is stated beside a figure, and by itself.
const BESIDE: Setting = Setting {
    face: Type::Sans,
    sizes: &[52.0, 47.0, 42.0, 38.0, 35.0, 32.0, 29.0, 26.0],
    most_lines: 4,
    balanced: false,
};
const ALONE: Setting = Setting {
    face: Type::Serif,
    sizes: &[68.0, 61.0, 55.0, 50.0, 45.0, 40.0, 36.0, 32.0],
    most_lines: 6,
    balanced: true,
};
const NAME: Setting = one_line(Type::Serif, &[34.0, 31.0, 28.0]);
const DATE: Setting = one_line(Type::Sans, &[27.0, 24.0]);

/// The height of the row with who says so.
const ROW: f32 = 92.0;

pub(super) fn fact(drawing: &mut Drawing, colours: Colours, stated: &Stated) -> Result<(), Undrawable> {
    let kind = stated.home.kind;
    let mut room = Room::new(MARGIN, TOP, INSIDE, 0.0);
    // Whose it is; a speaker who speaks of nobody else is named below.
    if stated.said.as_ref().is_none_or(|(speaker, _)| *speaker != stated.home) {
        room = room.below(home(drawing, colours, &stated.home, Room::new(MARGIN, TOP - 6.0, INSIDE, 52.0))? + 12.0);
    }
    room.height = BOTTOM - room.y;
    if let Some((speaker, said)) = &stated.said {
        room.height -= ROW + 20.0;
        said_by(drawing, colours, speaker, said.as_deref(), Room::new(MARGIN, BOTTOM - ROW, INSIDE, ROW))?;
    } else if let Some(when) = &stated.when {
        room.height -= 44.0;
        drawing.write(when, DATE, colours.quiet(), Room::new(MARGIN, BOTTOM - 42.0, INSIDE, 42.0))?;
    }
    if let Some(counted) = &stated.figure {
        let height = figure(drawing, colours, stated, counted, room)?;
        drawing.write(&stated.statement, BESIDE, colours.ink(), room.below(height + 14.0))?;
        return Ok(());
    }
    // A bar beside what somebody says.
    let inside = Room { x: room.x + 36.0, width: room.width - 36.0, ..room };
    let block = drawing.fit(&stated.statement, ALONE, inside)?;
    let top = room.y + ((room.height - block.height) / 2.0).clamp(0.0, 40.0);
    drawing.rectangle(Room::new(room.x, top + 8.0, 8.0, block.height - 8.0), colours.kind(kind));
    drawing.place(
        &stated.statement,
        &block,
        colours.ink(),
        Room { y: top, height: block.height, ..inside },
        Align::Start,
    );
    Ok(())
}

/// The sign and the name of the card that it belongs to; how high that is.
fn home(drawing: &mut Drawing, colours: Colours, home: &Shown, room: Room) -> Result<f32, Undrawable> {
    const SIGN: f32 = 24.0;
    let own = Room { x: room.x + SIGN + 14.0, width: room.width - SIGN - 14.0, ..room };
    let name = drawing.fit(&home.name, HOME, own)?;
    drawing.place(&home.name, &name, colours.kind(home.kind), own, Align::Start);
    let left = drawing.left(Room { width: SIGN, ..room });
    sign(drawing, colours, home.kind, [left + SIGN / 2.0, room.y + name.baseline() - SIGN / 2.0], SIGN);
    Ok(name.height)
}

/// A number with what it counts beside it or, where there is no room, below; how high that is.
fn figure(
    drawing: &mut Drawing,
    colours: Colours,
    stated: &Stated,
    Counted { number, unit, .. }: &Counted,
    room: Room,
) -> Result<f32, Undrawable> {
    let colour = colours.kind(stated.home.kind);
    // What is stated needs at least two lines.
    let most = Room { height: (room.height - 96.0).max(80.0), ..room };
    let shown = drawing.fit(number, NUMBER, most)?;
    let x = shown.width() + 32.0;
    let beside = Room { x: room.x + x, width: room.width - x, height: shown.height, ..room };
    if beside.width >= 340.0 {
        drawing.place(number, &shown, colour, Room { height: shown.height, ..room }, Align::Start);
        let block = drawing.fit(unit, UNIT, beside)?;
        // Its last line stands on the line of the number.
        let last = block.lines.last().map_or(0.0, |(_, baseline)| *baseline);
        let y = room.y + (shown.baseline() - last).max(0.0);
        drawing.place(unit, &block, colours.ink(), Room { y, height: block.height, ..beside }, Align::Start);
        return Ok(shown.height);
    }
    let shown = drawing.fit(number, NUMBER_ABOVE, most)?;
    drawing.place(number, &shown, colour, Room { height: shown.height, ..room }, Align::Start);
    let below = Room { height: (most.height - shown.height).clamp(44.0, 110.0), ..room.below(shown.height) };
    Ok(shown.height + drawing.write(unit, UNIT, colours.ink(), below)?)
}

/// Who says so, and when it was said.
fn said_by(
    drawing: &mut Drawing,
    colours: Colours,
    speaker: &Shown,
    said: Option<&str>,
    room: Room,
) -> Result<(), Undrawable> {
    face(drawing, colours, speaker, Room { width: ROW, ..room })?;
    let beside = Room { x: room.x + ROW + 22.0, width: room.width - ROW - 22.0, ..room };
    let name = drawing.fit(&speaker.name, NAME, beside)?;
    let date = said.map(|said| drawing.fit(said, DATE, beside).map(|block| (said, block))).transpose()?;
    let height = name.height + date.as_ref().map_or(0.0, |(_, block)| block.height);
    let top = room.y + ((ROW - height) / 2.0).max(0.0);
    drawing.place(&speaker.name, &name, colours.ink(), Room { y: top, height: name.height, ..beside }, Align::Start);
    if let Some((said, block)) = date {
        let own = Room { y: top + name.height, height: block.height, ..beside };
        drawing.place(said, &block, colours.quiet(), own, Align::Start);
    }
    Ok(())
}
