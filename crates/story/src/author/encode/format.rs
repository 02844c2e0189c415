use icu::{
    calendar::{Date as CalendarDate, Gregorian},
    datetime::{
        FixedCalendarDateTimeFormatter,
        fieldsets::{D, Y, YM, YMD},
    },
    decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions},
    locale::{Direction, Locale, LocaleDirectionality},
};

use crate::author::date::{Date, Period};

/// Formats dates and numbers as they are written in one locale.
///
/// The data for every locale is compiled in, so making a formatter does not fail; a text without one is plain ISO.
pub(super) struct Formatter {
    locale: Locale,
    number: Option<DecimalFormatter>,
    day: Option<FixedCalendarDateTimeFormatter<Gregorian, D>>,
    year: Option<FixedCalendarDateTimeFormatter<Gregorian, Y>>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    date: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
}

impl Formatter {
    pub fn new(locale: &str) -> Self {
        let locale: Locale = locale.parse().unwrap_or(Locale::UNKNOWN);
        Self {
            number: DecimalFormatter::try_new(locale.clone().into(), DecimalFormatterOptions::default()).ok(),
            day: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), D::long()).ok(),
            year: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), Y::long()).ok(),
            month: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YM::long()).ok(),
            date: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YMD::long()).ok(),
            locale,
        }
    }

    pub fn right_to_left(&self) -> bool {
        LocaleDirectionality::new_common().get(&self.locale.id) == Some(Direction::RightToLeft)
    }

    /// A number with the separators of the locale.
    pub fn number(&self, number: f64) -> String {
        let plain = number.to_string();
        let decimal = plain.parse::<Decimal>().ok();
        self.number.as_ref().zip(decimal).map_or(plain, |(format, decimal)| format.format_to_string(&decimal))
    }

    /// A date, or a period by the pattern with `{from}` and `{to}`. Days of one month share its name where the day is
    /// written first.
    pub fn period(&self, period: &Period, pattern: &str) -> String {
        let to = self.one(&period.to);
        if period.from == period.to {
            return to;
        }
        let same_month = (period.from.year, period.from.month) == (period.to.year, period.to.month);
        let days = self.day_only(&period.from).zip(self.day_only(&period.to));
        let from = match days {
            Some((from, last)) if same_month && to.starts_with(&last) => from,
            _ => self.one(&period.from),
        };
        super::fill(pattern, &[("from", &from), ("to", &to)])
    }

    fn one(&self, date: &Date) -> String {
        let formatted = calendar_date(date).and_then(|day| match date {
            Date { month: None, .. } => self.year.as_ref().map(|format| format.format(&day).to_string()),
            Date { day: None, .. } => self.month.as_ref().map(|format| format.format(&day).to_string()),
            _ => self.date.as_ref().map(|format| format.format(&day).to_string()),
        });
        formatted.unwrap_or_else(|| date.to_string())
    }

    fn day_only(&self, date: &Date) -> Option<String> {
        date.day?;
        Some(self.day.as_ref()?.format(&calendar_date(date)?).to_string())
    }
}

/// The date, or the first day of the month or year that it is.
fn calendar_date(date: &Date) -> Option<CalendarDate<Gregorian>> {
    CalendarDate::try_new_gregorian(date.year.into(), date.month.unwrap_or(1), date.day.unwrap_or(1)).ok()
}
