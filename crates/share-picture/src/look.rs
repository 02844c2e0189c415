//! Colours and measures, as `styles/tokens.css` has them for a light page.

use fact_cards_story::Kind;

/// A colour without transparency.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Colour(pub u8, pub u8, pub u8);

pub(crate) const PAPER: Colour = Colour(0xfb, 0xfa, 0xf6);
pub(crate) const CARD: Colour = Colour(0xff, 0xff, 0xff);
const INK: Colour = Colour(0x15, 0x17, 0x1c);
const QUIET: Colour = Colour(0x4b, 0x4f, 0x59);
const LINE: Colour = Colour(0xdc, 0xd8, 0xcd);
const MEMBER: Colour = Colour(0x1d, 0x4a, 0x86);
const OPERATION: Colour = Colour(0x8a, 0x25, 0x22);
const VENUE: Colour = Colour(0x1f, 0x5c, 0x3a);
const MARK: Colour = Colour(0xff, 0xe9, 0xa8);

impl Colour {
    /// The colour with so many hundredths of it in another one.
    pub fn in_other(self, hundredths: u16, other: Self) -> Self {
        let mixed = |own: u8, other: u8| {
            let (own, other) = (u16::from(own), u16::from(other));
            // A mean of two bytes is a byte.
            u8::try_from((own * hundredths + other * (100 - hundredths) + 50) / 100).unwrap_or(u8::MAX)
        };
        Self(mixed(self.0, other.0), mixed(self.1, other.1), mixed(self.2, other.2))
    }
}

/// The colours of a picture. What is withdrawn fades, so that the words across it come first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Colours {
    faded: bool,
}

impl Colours {
    pub const fn new(faded: bool) -> Self {
        Self { faded }
    }

    fn shown(self, colour: Colour) -> Colour {
        if self.faded { colour.in_other(45, PAPER) } else { colour }
    }

    pub fn ink(self) -> Colour {
        self.shown(INK)
    }

    pub fn quiet(self) -> Colour {
        self.shown(QUIET)
    }

    pub fn line(self) -> Colour {
        self.shown(LINE)
    }

    pub fn mark(self) -> Colour {
        self.shown(MARK)
    }

    pub fn kind(self, kind: Kind) -> Colour {
        self.shown(match kind {
            Kind::Member => MEMBER,
            Kind::Operation => OPERATION,
            Kind::Venue => VENUE,
        })
    }

    /// The ground of a face.
    pub fn face(self, kind: Kind) -> Colour {
        self.kind(kind).in_other(11, CARD)
    }

    /// How much of a photograph is to be seen, from 0 to 1.
    pub const fn photograph(self) -> f32 {
        if self.faded { 0.45 } else { 1.0 }
    }

    /// The land on a face.
    pub fn land(self, kind: Kind) -> Colour {
        self.kind(kind).in_other(32, CARD)
    }

    /// What is never faded: the words across what is withdrawn.
    pub const fn across() -> (Colour, Colour) {
        (INK, PAPER)
    }
}
