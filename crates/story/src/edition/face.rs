use crate::wire::{Reader, Wire, Writer};

/// What a card shows of itself where there is no picture.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Face {
    /// The sign of its kind.
    #[default]
    Sign,
    /// Initials, or a number: at most [`Face::MOST_LETTERS`] characters.
    Letters(String),
    /// The coast around a venue, as the `d` of an SVG path in a square of [`Face::SIDE`] units. The venue is in its middle.
    /// Source: Natural Earth 1:50m, public domain.
    Coast(String),
}

impl Face {
    /// The side of the square in which a coast is drawn, in units.
    pub const SIDE: u16 = 64;
    /// More characters than that find no room.
    pub const MOST_LETTERS: usize = 5;
}

/// A coast is the same in every language.
impl Wire for Face {
    fn write(&self, writer: &mut Writer) {
        writer.swap();
        let coast = if let Self::Coast(coast) = self { coast } else { "" };
        coast.to_owned().write(writer);
        writer.swap();
        let letters = if let Self::Letters(letters) = self { letters } else { "" };
        letters.to_owned().write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        reader.swap();
        let coast = String::read(reader);
        reader.swap();
        let letters = String::read(reader);
        match (coast.is_empty(), letters.is_empty()) {
            (false, _) => Self::Coast(coast),
            (true, false) => Self::Letters(letters),
            (true, true) => Self::Sign,
        }
    }
}
