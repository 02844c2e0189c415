use std::cmp::Ordering;

use icu::{
    calendar::{Date as CalendarDate, Gregorian},
    collator::{Collator, CollatorBorrowed, options::CollatorOptions},
    datetime::{
        FixedCalendarDateTimeFormatter,
        fieldsets::{D, MD, Y, YM, YMD},
    },
    decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions},
    locale::{Direction, Locale, LocaleDirectionality},
};

use crate::date::{Date, Period};

/// Formats dates and numbers as they are written in one locale.
///
/// The data for every locale is compiled in, so making a formatter does not fail; a text without one is plain ISO.
pub(super) struct Formatter {
    locale: Locale,
    collator: Option<CollatorBorrowed<'static>>,
    number: Option<DecimalFormatter>,
    day: Option<FixedCalendarDateTimeFormatter<Gregorian, D>>,
    day_and_month: Option<FixedCalendarDateTimeFormatter<Gregorian, MD>>,
    year: Option<FixedCalendarDateTimeFormatter<Gregorian, Y>>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    date: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
}

impl Formatter {
    pub fn new(locale: &str) -> Self {
        let locale: Locale = locale.parse().unwrap_or(Locale::UNKNOWN);
        Self {
            collator: Collator::try_new(locale.clone().into(), CollatorOptions::default()).ok(),
            number: DecimalFormatter::try_new(locale.clone().into(), DecimalFormatterOptions::default()).ok(),
            day: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), D::long()).ok(),
            day_and_month: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), MD::long()).ok(),
            year: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), Y::long()).ok(),
            month: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YM::long()).ok(),
            date: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YMD::long()).ok(),
            locale,
        }
    }

    pub fn right_to_left(&self) -> bool {
        LocaleDirectionality::new_common().get(&self.locale.id) == Some(Direction::RightToLeft)
    }

    /// Which of two names comes first in the alphabetical order of the locale.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.collator.as_ref().map_or_else(|| one.cmp(other), |collator| collator.compare(one, other))
    }

    /// A number with the separators of the locale.
    pub fn number(&self, number: f64) -> String {
        let plain = number.to_string();
        let decimal = plain.parse::<Decimal>().ok();
        self.number.as_ref().zip(decimal).map_or(plain, |(format, decimal)| format.format_to_string(&decimal))
    }

    /// A number without separators, such as a year.
    pub fn plain(&self, number: usize) -> String {
        let number = number.to_string();
        let digits = self.digits();
        let own = |digit: char| digit.to_digit(10).and_then(|digit| digits.get(usize::try_from(digit).ok()?)).copied();
        number.chars().map(|digit| own(digit).unwrap_or(digit)).collect()
    }

    /// The digits of the locale from 0 to 9; nothing where they are 0 to 9.
    pub fn digits(&self) -> Vec<char> {
        let digits: Vec<char> = (0..10).filter_map(|digit| self.number(f64::from(digit)).chars().next()).collect();
        if digits.iter().copied().eq('0'..='9') { Vec::new() } else { digits }
    }

    /// A date, or a period by the pattern with `{from}` and `{to}`. What the two days have in common is written once, where
    /// it is written last: the month and the year (4–7 November 2024) or the year (30 October–2 November 2024).
    pub fn period(&self, period: &Period, pattern: &str) -> String {
        let to = self.one(period.to);
        if period.from == period.to {
            return to;
        }
        let same_year = period.from.year == period.to.year;
        let same_month = same_year && period.from.month == period.to.month;
        let without = |part: fn(&Self, Date) -> Option<String>| {
            let (from, last) = part(self, period.from).zip(part(self, period.to))?;
            // Between a day and its month some locales have more than a space: then the first day would lack that.
            to.strip_prefix(&last)?.starts_with([' ', ',']).then_some(from)
        };
        let shared_month = same_month.then(|| without(Self::day_only)).flatten();
        let shared = shared_month.or_else(|| same_year.then(|| without(Self::day_and_month)).flatten());
        let from = shared.unwrap_or_else(|| self.one(period.from));
        super::fill::fill(pattern, &[("from", &from), ("to", &to)])
    }

    fn one(&self, date: Date) -> String {
        let formatted = calendar_date(date).and_then(|day| match date {
            Date { month: None, .. } => self.year.as_ref().map(|format| format.format(&day).to_string()),
            Date { day: None, .. } => self.month.as_ref().map(|format| format.format(&day).to_string()),
            _ => self.date.as_ref().map(|format| format.format(&day).to_string()),
        });
        formatted.unwrap_or_else(|| date.to_string())
    }

    fn day_only(&self, date: Date) -> Option<String> {
        date.day?;
        Some(self.day.as_ref()?.format(&calendar_date(date)?).to_string())
    }

    fn day_and_month(&self, date: Date) -> Option<String> {
        date.day?;
        Some(self.day_and_month.as_ref()?.format(&calendar_date(date)?).to_string())
    }
}

/// The date, or the first day of the month or year that it is.
fn calendar_date(date: Date) -> Option<CalendarDate<Gregorian>> {
    CalendarDate::try_new_gregorian(date.year.into(), date.month.unwrap_or(1), date.day.unwrap_or(1)).ok()
}
