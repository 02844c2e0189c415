//! The sign before decimals.

use std::str::FromStr;

/// The sign before decimals. The other one stands between thousands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Decimal {
    /// As in `1,350.5`.
    Point,
    /// As in `1.350,5`.
    Comma,
}

impl Decimal {
    /// That of a number in which a sign stands before its decimals.
    pub(super) const fn from_sign(sign: char) -> Option<Self> {
        match sign {
            '.' => Some(Self::Point),
            ',' => Some(Self::Comma),
            _ => None,
        }
    }

    /// That of a number in which a sign stands between its thousands.
    pub(super) const fn beside(sign: char) -> Option<Self> {
        match sign {
            '.' => Some(Self::Comma),
            ',' => Some(Self::Point),
            _ => None,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Comma => "comma",
        }
    }

    pub(super) const fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

impl FromStr for Decimal {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "." | "point" => Ok(Self::Point),
            "," | "comma" => Ok(Self::Comma),
            _ => Err("it is `.` or `,`".into()),
        }
    }
}
