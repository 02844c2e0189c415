use std::{
    fmt,
    time::{Duration, SystemTime},
};

use toml_datetime::{Date, Datetime, Offset, Time};

use super::{
    date::{self, day_number},
    problem::Problem,
};

/// The time until which an entry is not published.
#[derive(Clone, Copy, Debug)]
pub struct Embargo {
    date: Date,
    time: Time,
    offset: Offset,
}

impl Embargo {
    /// Reads a date with a time and its offset from UTC, such as `2025-11-27T06:00:00+01:00`.
    ///
    /// # Errors
    /// When it is not a date, or lacks its time or offset.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let not_a_time = || Problem::NotATime { text: text.to_owned() };
        match text.parse::<Datetime>().map_err(|_| not_a_time())? {
            Datetime { date: Some(date), time: Some(time), offset: Some(offset) } if date.year > 0 => {
                Ok(Self { date, time, offset })
            }
            Datetime { date: Some(_), time: Some(_), offset: None } => {
                Err(Problem::EmbargoWithoutOffset { text: text.replace([' ', 't'], "T") })
            }
            Datetime { date: Some(_), time: None, .. } => Err(Problem::EmbargoWithoutTime { text: text.to_owned() }),
            _ => Err(not_a_time()),
        }
    }

    /// What [`Embargo::parse`] reads, as a regular expression.
    pub(super) fn pattern() -> String {
        let day = date::Date::day_pattern();
        let time = "([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)(\\.[0-9]+)?)?";
        format!("^{day}[Tt ]{time}([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$")
    }

    /// Its end. From then on the entry is published.
    #[must_use]
    pub fn ends(&self) -> SystemTime {
        let Self { date, time, offset } = self;
        let days = day_number(date.year, date.month, date.day) - day_number(1970, 1, 1);
        let minutes = match offset {
            Offset::Z => 0,
            Offset::Custom { minutes } => i64::from(*minutes),
        };
        let of_day = i64::from(time.hour) * 60 + i64::from(time.minute) - minutes;
        let begun = i64::from(time.nanosecond.is_some_and(|part| part > 0));
        let seconds = (days * 24 * 60 + of_day) * 60 + i64::from(time.second.unwrap_or_default()) + begun;
        let apart = Duration::from_secs(seconds.unsigned_abs());
        let ends = if seconds < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(apart)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(apart)
        };
        // Only times in the distant past are out of range of some clocks.
        ends.unwrap_or(SystemTime::UNIX_EPOCH)
    }

    /// The day on which it ends, where it was set.
    pub(super) const fn day(&self) -> date::Date {
        let Self { date: Date { year, month, day }, .. } = *self;
        date::Date { year, month: Some(month), day: Some(day) }
    }

    /// Its end in UTC, in the form of RFC 3339.
    pub(super) fn ends_in_utc(&self) -> String {
        let seconds = self.ends().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let (days, of_day) = (seconds / (24 * 60 * 60), seconds % (24 * 60 * 60));
        let (hours, minutes, seconds) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
        format!("{}T{hours:02}:{minutes:02}:{seconds:02}Z", date::day_after_1970(days))
    }

    /// The time as TOML and ISO 8601 write it.
    #[must_use]
    pub fn iso(&self) -> String {
        let Self { date, time, offset } = *self;
        Datetime { date: Some(date), time: Some(time), offset: Some(offset) }.to_string()
    }
}

/// As an editor reads it: `2025-11-27 06:00 +01:00`.
impl fmt::Display for Embargo {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { date, time, offset } = self;
        write!(formatter, "{date} {:02}:{:02}", time.hour, time.minute)?;
        if let Some(second) = time.second.filter(|second| *second > 0) {
            write!(formatter, ":{second:02}")?;
        }
        match offset {
            Offset::Z => formatter.write_str(" UTC"),
            custom @ Offset::Custom { .. } => write!(formatter, " {custom}"),
        }
    }
}
