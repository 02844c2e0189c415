//! A story: its title, what it is about, and the faces of some of its cards.

use super::{INSIDE, MARGIN};
use crate::{
    content::{Content, Shown},
    drawing::{Align, Drawing, Room},
    faces::{face, sign},
    fonts::{Type, Undrawable},
    lines::Setting,
    look::Colours,
};

const TITLE: Setting = Setting {
    face: Type::Serif,
    sizes: &[104.0, 94.0, 86.0, 76.0, 66.0, 58.0, 50.0, 44.0],
    most_lines: 4,
    balanced: true,
};
const LEAD: Setting = Setting { face: Type::Sans, sizes: &[36.0, 33.0, 30.0, 28.0], most_lines: 2, balanced: true };
const NAME: Setting = Setting { face: Type::Serif, sizes: &[34.0, 31.0, 28.0, 26.0], most_lines: 3, balanced: true };

/// The height of a face.
const FACE: f32 = 120.0;
/// Between two cards.
const GAP: f32 = 32.0;

pub(super) fn story(
    drawing: &mut Drawing,
    colours: Colours,
    content: &Content,
    lead: &str,
    cards: &[Shown],
) -> Result<(), Undrawable> {
    let faces = if cards.is_empty() { 532.0 } else { 406.0 };
    let room = Room::new(MARGIN, 52.0, INSIDE, faces - 52.0 - 24.0);
    // The title first; what it leaves is for the rest.
    let for_lead = if lead.is_empty() { 0.0 } else { 92.0 };
    let title = drawing.fit(&content.story, TITLE, Room { height: room.height - for_lead, ..room })?;
    drawing.place(&content.story, &title, colours.ink(), Room { height: title.height, ..room }, Align::Start);
    if !lead.is_empty() {
        drawing.write(lead, LEAD, colours.quiet(), room.below(title.height + 10.0))?;
    }
    // As many columns as there are cards, of the same width.
    let width = (INSIDE - 2.0 * GAP) / 3.0;
    let mut x = MARGIN;
    for card in cards {
        card_beside(drawing, colours, card, Room::new(x, faces, width, FACE))?;
        x += width + GAP;
    }
    Ok(())
}

/// A face, with its sign and name beside it.
fn card_beside(drawing: &mut Drawing, colours: Colours, card: &Shown, room: Room) -> Result<(), Undrawable> {
    const SIGN: f32 = 20.0;
    face(drawing, colours, card, Room { width: FACE, ..room })?;
    let beside = Room { x: room.x + FACE + 20.0, width: room.width - FACE - 20.0, ..room };
    let name = drawing.fit(&card.name, NAME, Room { height: FACE - SIGN - 8.0, ..beside })?;
    let top = room.y + ((FACE - SIGN - 8.0 - name.height) / 2.0).max(0.0);
    let left = drawing.left(Room { width: SIGN, ..beside });
    sign(drawing, colours, card.kind, [left + SIGN / 2.0, top + SIGN / 2.0], SIGN);
    let name_room = Room { y: top + SIGN + 8.0, height: name.height, ..beside };
    drawing.place(&card.name, &name, colours.ink(), name_room, Align::Start);
    Ok(())
}
