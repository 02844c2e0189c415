//! The conventions of a table: its decimal sign, and the order of day and month.

use std::{fmt, str::FromStr};

use super::{decimal::Decimal, number::Reading, problem::TableProblem};

/// The order of day and month in numeric dates.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DateOrder {
    /// As in `31/12/2025`.
    DayFirst,
    /// As in `12/31/2025`.
    MonthFirst,
}

impl FromStr for DateOrder {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "day-first" => Ok(Self::DayFirst),
            "month-first" => Ok(Self::MonthFirst),
            _ => Err("it is `day-first` or `month-first`".into()),
        }
    }
}

/// What settled a convention.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum By {
    /// An option.
    Option,
    /// The table was exported by a site, which always writes it so.
    Export,
    /// A cell that is unambiguous.
    Cell {
        /// Its content.
        text: String,
        /// Its line, counted from 1.
        line: usize,
    },
}

impl fmt::Display for By {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Option => formatter.write_str("as you said"),
            Self::Export => formatter.write_str("as in every table of a site"),
            Self::Cell { text, line } => write!(formatter, "as in `{text}` (line {line})"),
        }
    }
}

/// How the numbers of a table are read.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    pub settled: Option<(Decimal, By)>,
    /// Whether any of them is ambiguous without it.
    pub matters: bool,
}

impl Numbers {
    /// Learns from a number of the table.
    pub fn see(&mut self, text: &str, readings: &[Reading], line: impl FnOnce() -> usize) {
        self.matters |= readings.iter().any(|reading| reading.decimal.is_some());
        if let (None, [Reading { decimal: Some(decimal), .. }]) = (&self.settled, readings) {
            self.settled = Some((*decimal, By::Cell { text: text.to_owned(), line: line() }));
        }
    }

    /// The reading by the table's convention.
    pub fn settle(&self, text: &str, readings: &[Reading]) -> Result<String, TableProblem> {
        let with = |decimal: Decimal| readings.iter().find(|reading| reading.decimal.is_none_or(|own| own == decimal));
        let plain = |reading: &Reading| reading.plain.clone();
        match &self.settled {
            Some((decimal, by)) => with(*decimal).map(plain).ok_or_else(|| {
                let read = format!("a {} before decimals, {by}", decimal.name());
                TableProblem::OtherNumber { text: text.to_owned(), read }
            }),
            None => match (with(Decimal::Point), with(Decimal::Comma)) {
                (Some(one), Some(other)) if one != other => Err(TableProblem::UnclearNumber {
                    text: text.to_owned(),
                    with_point: plain(one),
                    with_comma: plain(other),
                }),
                (one, other) => Ok(one.or(other).map(plain).unwrap_or_default()),
            },
        }
    }

    /// How they were read, where it matters.
    pub fn told(&self) -> Option<String> {
        let (decimal, by) = self.settled.as_ref().filter(|(_, by)| self.matters && *by != By::Export)?;
        let (before, between) = (decimal.name(), decimal.other().name());
        Some(format!("Numbers have a {before} before decimals and a {between} between thousands, {by}."))
    }
}

/// How the dates of a table are read.
#[derive(Clone, Debug, Default)]
pub struct Dates {
    pub settled: Option<(DateOrder, By)>,
    /// Whether any of them is ambiguous without it.
    pub matters: bool,
}

impl Dates {
    /// How they were read, where it matters.
    pub fn told(&self) -> Option<String> {
        let (order, by) = self.settled.as_ref().filter(|_| self.matters)?;
        Some(format!("Dates in figures have the {}, {by}.", order.name()))
    }
}

impl DateOrder {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::DayFirst => "day before the month",
            Self::MonthFirst => "month before the day",
        }
    }
}
