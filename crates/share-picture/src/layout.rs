//! Where everything stands on a picture: the story's title above, what it is about in the middle, sources at the foot.

mod card;
mod fact;
mod story;

use crate::{
    content::{Content, Told},
    drawing::{Align, Drawing, Room, rectangle, rounded},
    fonts::{Type, Undrawable},
    lines::Setting,
    look::{Colour, Colours},
};

/// The room left free at the sides.
const MARGIN: f32 = 64.0;
/// The width between the margins.
const INSIDE: f32 = 1200.0 - 2.0 * MARGIN;
/// Where what the picture is about begins and ends.
const TOP: f32 = 112.0;
const BOTTOM: f32 = 532.0;

impl Content {
    /// The picture, laid out.
    ///
    /// # Errors
    /// When it says something in a script that no font has.
    pub fn drawing(&self) -> Result<Drawing, Undrawable> {
        layout(self)
    }
}

fn layout(content: &Content) -> Result<Drawing, Undrawable> {
    // What is withdrawn fades; whose it is, and where it was reported, does not.
    let (colours, around) = (Colours::new(content.withdrawn.is_some()), Colours::new(false));
    let mut drawing = Drawing::new(content.right_to_left);
    match &content.told {
        Told::Story { lead, cards } => {
            band(&mut drawing, colours.ink());
            story::story(&mut drawing, colours, content, lead, cards)?;
        }
        Told::Card { card, summary, figures } => {
            band(&mut drawing, colours.kind(card.kind));
            masthead(&mut drawing, around, content)?;
            card::card(&mut drawing, colours, card, summary, figures)?;
        }
        Told::Fact(stated) => {
            band(&mut drawing, colours.kind(stated.home.kind));
            masthead(&mut drawing, around, content)?;
            fact::fact(&mut drawing, colours, stated)?;
        }
    }
    foot(&mut drawing, around, content)?;
    if let Some(withdrawn) = &content.withdrawn {
        across(&mut drawing, withdrawn)?;
    }
    Ok(drawing)
}

/// The line at the upper edge.
fn band(drawing: &mut Drawing, colour: Colour) {
    drawing.rectangle(Room::new(0.0, 0.0, 1200.0, 14.0), colour);
}

/// The title of the story, above, and that something was corrected.
fn masthead(drawing: &mut Drawing, colours: Colours, content: &Content) -> Result<(), Undrawable> {
    const TITLE: Setting = one_line(Type::Serif, &[28.0]);
    const NOTE: Setting = one_line(Type::Sans, &[24.0, 22.0]);
    let mut title = Room::new(MARGIN, 40.0, INSIDE, 48.0);
    if let Some(corrected) = &content.corrected {
        let note = drawing.fit(corrected, NOTE, Room::new(0.0, 0.0, 420.0, 48.0))?;
        let width = note.width() + 28.0;
        let room = Room::new(MARGIN + INSIDE - width, title.y - 2.0, width, note.height + 8.0);
        let ground = rounded(drawing.left(room), room.y, room.width, room.height, 6.0);
        drawing.area(ground, colours.mark());
        let inside = Room::new(room.x + 14.0, room.y + 4.0, width - 28.0, note.height);
        drawing.place(corrected, &note, colours.ink(), inside, Align::Start);
        title.width -= width + 32.0;
    }
    drawing.write(&content.story, TITLE, colours.quiet(), title)?;
    Ok(())
}

/// Where it is from, and who publishes it.
fn foot(drawing: &mut Drawing, colours: Colours, content: &Content) -> Result<(), Undrawable> {
    const FROM: Setting = Setting { face: Type::Sans, sizes: &[24.0, 22.0], most_lines: 1, balanced: false };
    drawing.rectangle(Room::new(MARGIN, 552.0, INSIDE, 2.0), colours.line());
    let [from, publisher] = &content.foot;
    let mut room = Room::new(MARGIN, 568.0, INSIDE, 44.0);
    if !publisher.is_empty() {
        let block = drawing.fit(publisher, FROM, Room { width: 360.0, ..room })?;
        let width = block.width();
        let own = Room { x: MARGIN + INSIDE - width, width, ..room };
        drawing.place(publisher, &block, colours.quiet(), own, Align::End);
        room.width -= width + 40.0;
    }
    if !from.is_empty() {
        drawing.write(from, FROM, colours.quiet(), room)?;
    }
    Ok(())
}

/// The words across what does not hold any more.
fn across(drawing: &mut Drawing, withdrawn: &str) -> Result<(), Undrawable> {
    const WORDS: Setting = one_line(Type::Serif, &[76.0, 68.0, 60.0, 52.0, 44.0, 36.0]);
    let (ground, words) = Colours::across();
    drawing.turn(if drawing.is_right_to_left() { 7.0 } else { -7.0 });
    let room = Room::new(80.0, 0.0, 1040.0, 160.0);
    let block = drawing.fit(withdrawn, WORDS, room)?;
    let band = block.height + 44.0;
    let top = 322.0 - band / 2.0;
    drawing.area(rectangle(-60.0, top, 1320.0, band), ground);
    drawing.area(rectangle(-60.0, top + 7.0, 1320.0, 2.0), words);
    drawing.area(rectangle(-60.0, top + band - 9.0, 1320.0, 2.0), words);
    drawing.place(withdrawn, &block, words, Room { y: top + 22.0, height: block.height, ..room }, Align::Middle);
    Ok(())
}

/// A text that stays on one line.
const fn one_line(face: Type, sizes: &[f32]) -> Setting<'_> {
    Setting { face, sizes, most_lines: 1, balanced: false }
}
