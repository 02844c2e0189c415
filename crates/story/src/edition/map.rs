//! Where a story's venues lie, ready to be drawn.
//!
//! Two measures meet here. Places are in **units** of the drawing, [`Map::UNITS_PER_PIXEL`] to a CSS pixel where the map
//! is as narrow as it gets ([`Map::LEAST_WIDTH`]); they spread as it gets wider. Pins and labels are in CSS pixels and
//! stay as large as they are. Labels that do not overlap at the least width do not overlap at any greater one.

use super::CardId;
use crate::wire::wire;

/// The coasts around a story's venues, and a pin for each place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    /// How wide the drawing is, in units.
    pub width: u16,
    /// How high the drawing is, in units.
    pub height: u16,
    /// The land as the `d` of an SVG path, in whole units; it goes on a little beyond the edges of the drawing, which
    /// must be hidden. Both fill rules fill it rightly. Source: Natural Earth 1:50m, public domain.
    pub land: String,
    /// The places, from north to south.
    pub pins: Vec<Pin>,
}

wire!(struct Map { [width, height, land] pins });

impl Map {
    /// How many units make a CSS pixel where the map has its least width.
    pub const UNITS_PER_PIXEL: u16 = 2;
    /// The width in CSS pixels below which labels may overlap.
    pub const LEAST_WIDTH: u16 = 288;
    /// The size of the labels' font in CSS pixels. They may be bold.
    pub const LABEL_SIZE: u16 = 13;
    /// The height of a line of a label in CSS pixels.
    pub const LABEL_LINE: u16 = 16;
}

/// A place with one or several venues.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pin {
    /// How far its tip is from the left edge, in units.
    pub x: u16,
    /// How far its tip is from the upper edge, in units.
    pub y: u16,
    /// The cards of the venues there, at least one; several where they are too near to each other for pins of their own.
    pub cards: Vec<CardId>,
    /// Where its label stands. None where there is no room for one, so that only a list names it.
    pub label: Option<Label>,
}

wire!(struct Pin { [x, y, cards] label });

impl Pin {
    /// The box that a pin and its surroundings keep free of labels, in CSS pixels from its tip: left, top, right, bottom.
    pub const BOX: [f64; 4] = [-11.0, -28.0, 11.0, 2.0];
}

/// The names at a pin, each on a line of its own, none of them broken.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Label {
    /// On which side of the pin.
    pub side: Side,
    /// How many of the pin's venues it names: all of them, or the first one. Then `+2` follows it, for the two others.
    pub names: u16,
}

wire!(struct Label { side, names });

/// A side of a pin. Maps have north at the top in every language, so these do not mirror.
///
/// Distances are in CSS pixels from the pin's tip; [`Side::label_box`] has them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Side {
    /// To the right: starts at 13, its middle is 14 above the tip.
    East,
    /// To the left: ends at -13, its middle is 14 above the tip.
    West,
    /// Centred below: its upper edge is 4 below the tip.
    South,
    /// Centred above: its lower edge is 30 above the tip.
    North,
    /// Below, to the right: its upper edge is 4 below the tip, it starts at -11.
    SouthEast,
    /// Below, to the left: its upper edge is 4 below the tip, it ends at 11.
    SouthWest,
    /// Above, to the right: its lower edge is 30 above the tip, it starts at -11.
    NorthEast,
    /// Above, to the left: its lower edge is 30 above the tip, it ends at 11.
    NorthWest,
}

wire!(
    enum Side {
        East,
        West,
        South,
        North,
        SouthEast,
        SouthWest,
        NorthEast,
        NorthWest,
    }
);

impl Side {
    /// Every side, the most legible first.
    pub const ALL: [Self; 8] = [
        Self::East,
        Self::West,
        Self::South,
        Self::North,
        Self::SouthEast,
        Self::SouthWest,
        Self::NorthEast,
        Self::NorthWest,
    ];

    /// The box of a label of that width and height, from the pin's tip: left, top, right, bottom. In CSS pixels.
    #[must_use]
    pub fn label_box(self, width: f64, height: f64) -> [f64; 4] {
        let left = match self {
            Self::East => 13.0,
            Self::West => -13.0 - width,
            Self::South | Self::North => -width / 2.0,
            Self::SouthEast | Self::NorthEast => -11.0,
            Self::SouthWest | Self::NorthWest => 11.0 - width,
        };
        let top = match self {
            Self::East | Self::West => -14.0 - height / 2.0,
            Self::South | Self::SouthEast | Self::SouthWest => 4.0,
            Self::North | Self::NorthEast | Self::NorthWest => -30.0 - height,
        };
        [left, top, left + width, top + height]
    }
}
