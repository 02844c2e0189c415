//! What is dated, ready to be drawn.

use super::FactId;
use crate::wire::wire;

/// What is dated, on a scale that is interrupted where nothing happens for long. Positions on it are in thousandths of its
/// length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// The parts of the scale, in order of time. Within one, equal lengths are equal times.
    pub stretches: Vec<Stretch>,
    /// Every date and period, in order of time.
    pub moments: Vec<Moment>,
}

wire!(struct Timeline { stretches, moments });

/// A part of the scale of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stretch {
    /// Where it begins.
    pub start: u16,
    /// Where it ends.
    pub end: u16,
    /// Its year or years.
    pub label: String,
    /// How long nothing happens before it, such as "101 years"; nothing for the first one.
    pub gap: Option<String>,
}

wire!(struct Stretch { [start, end] label, gap });

/// A date or period, with what it is the date of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    /// The date or period.
    pub when: String,
    /// Where it begins on the scale.
    pub start: u16,
    /// Where it ends on the scale. A day has a length too.
    pub end: u16,
    /// The line on which it is drawn, so that what is at the same time does not hide each other.
    pub lane: u8,
    /// How precisely it is known.
    pub shape: Shape,
    /// The facts that speak of it.
    pub facts: Vec<FactId>,
    /// The facts that have no date but were said then.
    pub said: Vec<FactId>,
}

wire!(struct Moment { [start, end, lane, shape, facts, said] when });

/// How a moment is drawn.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Shape {
    /// A day.
    #[default]
    Day,
    /// A time from one day to another.
    Period,
    /// Some day of a month or a year, or of several: it is not known which.
    Vague,
}

wire!(
    enum Shape {
        Day,
        Period,
        Vague,
    }
);
