use std::{cmp::Ordering, fmt};

use icu::calendar::{Date as Iso, types::RataDie};
use thiserror::Error;

/// A day, a month or a year, as precise as the source gives it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Date {
    /// The year of the common era.
    pub year: u16,
    /// The month, from 1 to 12, where it is known.
    pub month: Option<u8>,
    /// The day of the month, from 1, where it is known.
    pub day: Option<u8>,
}

/// A date, or the time from one date to another.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Period {
    /// The first date.
    pub from: Date,
    /// The last date; the first one again where it is no period.
    pub to: Date,
}

/// Why a text is not a date, a day or a period.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum DateError {
    /// It does not have the form of a date.
    #[error("`{0}` is not a date")]
    NotADate(String),
    /// It is a month, a year or a period.
    #[error("`{0}` is not a whole day")]
    NotADay(String),
    /// There is no such day.
    #[error("there is no {text}: {reason}")]
    Impossible {
        /// The date.
        text: String,
        /// The reason.
        reason: String,
    },
    /// It ends before it begins.
    #[error("the period ends before it begins")]
    PeriodBackwards,
}

impl DateError {
    /// How to correct it.
    pub(crate) const fn remedy(&self) -> &'static str {
        match self {
            Self::NotADate(_) => {
                "write \"2024\", \"2024-11\" or \"2024-11-07\", or a period such as \"2024-11-04/2024-11-07\""
            }
            Self::NotADay(_) => "write the day on which it was changed, such as \"2024-11-07\"",
            Self::Impossible { .. } => "write a day that is in the calendar",
            Self::PeriodBackwards => "write the earlier date first",
        }
    }
}

/// The form of a date as a regular expression. It does not check the number of days in a month.
const DATE: &str = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";

impl Period {
    /// The form that [`Period::parse`] reads, as a regular expression.
    pub(super) fn pattern() -> String {
        format!("^{DATE}([ \\t\\r\\n]*/[ \\t\\r\\n]*{DATE})?$")
    }

    /// Reads `2024`, `2024-11`, `2024-11-07`, or two of these with `/` between.
    ///
    /// # Errors
    /// When it is none of these, when there is no such day, or when it ends before it begins.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let Some((from, to)) = text.split_once('/') else {
            return Date::parse(text).map(|date| Self { from: date, to: date });
        };
        let (from, to) = (Date::parse(from.trim())?, Date::parse(to.trim())?);
        if to.compare(from) == Ordering::Less { Err(DateError::PeriodBackwards) } else { Ok(Self { from, to }) }
    }
}

impl Date {
    /// The form of a day as a regular expression.
    pub(super) const fn day_pattern() -> &'static str {
        "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    }

    /// Reads a whole day, such as `2024-11-07`.
    ///
    /// # Errors
    /// When it is no date, or more or less than a day.
    pub fn parse_day(text: &str) -> Result<Self, DateError> {
        let Period { from, to } = Period::parse(text)?;
        let is_day = from == to && from.day.is_some() && !text.contains('/');
        if is_day { Ok(from) } else { Err(DateError::NotADay(text.to_owned())) }
    }

    fn parse(text: &str) -> Result<Self, DateError> {
        let not_a_date = || DateError::NotADate(text.to_owned());
        let number = |part: &str, digits: usize| {
            let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            if plain { part.parse::<u16>().map_err(|_| not_a_date()) } else { Err(not_a_date()) }
        };
        let small = |part: &str| number(part, 2).and_then(|number| u8::try_from(number).map_err(|_| not_a_date()));

        let mut parts = text.split('-');
        let year = number(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map(small).transpose()?;
        let day = parts.next().map(small).transpose()?;
        if parts.next().is_some() {
            return Err(not_a_date());
        }

        let impossible = |reason: String| DateError::Impossible { text: text.to_owned(), reason };
        if year == 0 {
            return Err(impossible("years begin with 1".into()));
        }
        if let Some(month) = month {
            if !(1..=12).contains(&month) {
                return Err(impossible("a year has 12 months".into()));
            }
            let days = days_in(year, month);
            if day.is_some_and(|day| !(1..=days).contains(&day)) {
                return Err(impossible(format!("that month has {days} days")));
            }
        }
        Ok(Self { year, month, day })
    }

    /// Compares the parts that both dates have.
    pub(super) fn compare(self, other: Self) -> Ordering {
        let common =
            |one: Option<u8>, two: Option<u8>| one.zip(two).map_or(Ordering::Equal, |(one, two)| one.cmp(&two));
        self.year.cmp(&other.year).then(common(self.month, other.month)).then(if self.month == other.month {
            common(self.day, other.day)
        } else {
            Ordering::Equal
        })
    }
}

/// How many days lie between a fixed day long ago and this one; none where there is no such day.
pub(super) fn day_number(year: u16, month: u8, day: u8) -> i64 {
    Iso::try_new_iso(year.into(), month, day).map_or(0, |date| date.to_rata_die().to_i64_date())
}

/// The day so many days after the first of 1970.
pub(super) fn day_after_1970(days: u64) -> Date {
    let first = day_number(1970, 1, 1);
    let day = Iso::from_rata_die(RataDie::new(first.saturating_add_unsigned(days)), icu::calendar::Iso);
    let year = u16::try_from(day.year().era_year_or_related_iso()).unwrap_or(u16::MAX);
    Date { year, month: Some(day.month().ordinal), day: Some(day.day_of_month().0) }
}

fn days_in(year: u16, month: u8) -> u8 {
    Iso::try_new_iso(year.into(), month, 1).map_or(0, |date| date.days_in_month())
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(formatter, "-{part:02}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.from.fmt(formatter)?;
        if self.from != self.to {
            write!(formatter, "/{}", self.to)?;
        }
        Ok(())
    }
}
