//! Figures, ready to be drawn.

use super::FactId;
use crate::wire::wire;

/// Figures that are drawn on one scale, so that they can be compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale {
    /// Where zero is, in thousandths of the scale's length.
    pub zero: u16,
    /// The number at its beginning.
    pub least: String,
    /// The number at its end.
    pub most: String,
    /// The figures in the order of the story.
    pub bars: Vec<Bar>,
}

wire!(struct Scale { [zero, bars] least, most });

/// A figure as it is drawn. Positions are in thousandths of the scale's length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// The fact that has the figure.
    pub fact: FactId,
    /// Where the number was before, where it changed.
    pub from: Option<u16>,
    /// Where the number is.
    pub value: u16,
}

wire!(struct Bar { fact, from, value });
