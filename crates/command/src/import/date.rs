//! Dates as tables write them.

pub mod months;
mod part;
mod unkept;

use fact_cards_author::{DateError, Period, Problem};
use fact_cards_story::fold::fold;

use self::{
    months::{Months, words},
    part::{decade, part_of_year, serial_day},
    unkept::{unkept, with_time},
};
use super::{
    convention::{By, DateOrder, Dates},
    number::with_plain_digits,
    problem::TableProblem,
};

/// What stands between the two dates of a period.
const BETWEEN: [&str; 8] = [" to ", "–", "—", " - ", " bis ", " au ", " à ", " إلى "];

/// What may stand before the first one, folded.
const FROM: [&str; 6] = ["from", "du", "vom", "von", "de", "من"];

/// How dates are read: the names of the months, and the order of day and month.
pub struct Calendar {
    pub months: Months,
    pub dates: Dates,
}

/// A date that may be several.
type Readings = Vec<String>;

impl Calendar {
    /// Takes a date of the table into account.
    pub fn see(&mut self, text: &str, line: impl Fn() -> usize) {
        let plain = with_plain_digits(text);
        let (from, to) = ends(&plain).unwrap_or((plain.as_str(), ""));
        for part in [from, to] {
            let part = with_time(part).map_or(part, |(day, _)| day);
            let Some([day_first, month_first]) = in_figures(part) else { continue };
            if day_first == month_first {
                continue;
            }
            self.dates.matters = true;
            let order = match (is_date(&day_first), is_date(&month_first)) {
                (true, false) => DateOrder::DayFirst,
                (false, true) => DateOrder::MonthFirst,
                _ => continue,
            };
            let by = || By::Cell { text: part.trim().to_owned(), line: line() };
            self.dates.settled.get_or_insert_with(|| (order, by()));
        }
    }

    /// A date or a period in the form of stories. Ambiguous ones are refused: the month is never guessed.
    pub fn date(&self, text: &str) -> Result<String, Problem> {
        let plain = with_plain_digits(text);
        let plain = plain.trim();
        match Period::parse(plain) {
            Ok(period) => return Ok(period.to_string()),
            Err(DateError::NotADate(_)) => {}
            Err(error) => return Err(error.into()),
        }
        if let Some((day, time)) = with_time(plain) {
            let date = self.date(day)?;
            let at_midnight = unkept::is_midnight(time);
            let problem = || TableProblem::TimeOfDay { text: text.to_owned(), date: date.clone() };
            return if at_midnight { Ok(date) } else { Err(problem().into()) };
        }
        if let Some([date, other]) = serial_day(plain) {
            return Err(TableProblem::SerialDay { text: text.to_owned(), date, other }.into());
        }
        if let Some(problem) = unkept(text, plain, |rest| self.date(rest).ok()) {
            return Err(problem.into());
        }
        let not_a_date = || DateError::NotADate(text.to_owned());
        let readings = match self.one(plain)? {
            readings if readings.is_empty() => self.period(plain)?,
            readings => readings,
        };
        match readings.as_slice() {
            [] => Err(not_a_date().into()),
            [only] => Ok(Period::parse(only)?.to_string()),
            _ => Err(TableProblem::UnclearDate { text: text.to_owned(), could_be: readings }.into()),
        }
    }

    /// Two dates with a word or a dash between.
    fn period(&self, text: &str) -> Result<Readings, Problem> {
        let Some((from, to)) = ends(text) else { return Ok(Vec::new()) };
        let to = self.one(to)?;
        let (year, month) = (to.first().and_then(|to| to.get(..4)), to.first().and_then(|to| to.get(..7)));
        let day = from.trim_end_matches('.').parse::<u8>().ok().filter(|_| to.iter().all(|to| to.len() == 10));
        // `4–7 November 2024`, `30 October–2 November 2024`: the first date takes what it lacks from the second.
        let from = match (self.one(from), day.zip(month), year) {
            (Ok(readings), ..) if !readings.is_empty() => readings,
            (_, Some((day, month)), _) => vec![format!("{month}-{day:02}")],
            (_, None, Some(year)) => self.one(&format!("{from} {year}"))?,
            (found, None, None) => found?,
        };
        Ok(from.iter().flat_map(|from| to.iter().map(move |to| format!("{from}/{to}"))).collect())
    }

    /// All readings of one date. None of them need be in the calendar.
    fn one(&self, text: &str) -> Result<Readings, Problem> {
        let text = text.trim();
        if Period::parse(text).is_ok() {
            return Ok(vec![text.to_owned()]);
        }
        if let Some(found) = year_first(text).or_else(|| month_and_year(text)).or_else(|| part_of_year(text)) {
            return Ok(vec![found]);
        }
        let decades = decade(text);
        if !decades.is_empty() {
            return Ok(decades);
        }
        if let Some(both) = in_figures(text) {
            return self.ordered(text, both);
        }
        self.with_month_in_words(text)
    }

    /// `12/3/2025`, in the order that the table settles.
    fn ordered(&self, text: &str, both: [String; 2]) -> Result<Readings, Problem> {
        let [day_first, month_first] = &both;
        let (Some((order, by)), true) = (&self.dates.settled, day_first != month_first) else {
            let mut readings = both.to_vec();
            readings.dedup();
            readings.retain(|date| is_date(date));
            return Ok(readings);
        };
        let read = match order {
            DateOrder::DayFirst => day_first,
            DateOrder::MonthFirst => month_first,
        };
        if !is_date(read) && both.iter().any(|date| is_date(date)) {
            let read = format!("the {}, {by}", order.name());
            let could_be = both.into_iter().filter(|date| is_date(date)).collect();
            return Err(TableProblem::OtherOrder { text: text.to_owned(), read, could_be }.into());
        }
        Ok(vec![read.clone()])
    }

    /// `12 March 2025`, `March 12th, 2025`, `2025年3月12日` or `March 2025`.
    fn with_month_in_words(&self, text: &str) -> Result<Readings, Problem> {
        let numbers: Vec<&str> =
            text.split(|sign: char| !sign.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
        let words = words(text);
        if let Some(date) = part::with_signs(&numbers, &words) {
            return Ok(vec![date]);
        }
        let months = self.months.named(&words);
        let (years, days): (Vec<&str>, Vec<&str>) = numbers.iter().partition(|number| number.len() == 4);
        let (year, day) = match (years.as_slice(), days.as_slice()) {
            _ if months.is_empty() => return Ok(Vec::new()),
            ([year], []) => (*year, String::new()),
            ([year], [day]) if day.len() <= 2 => (*year, format!("-{day:0>2}")),
            ([], [_] | [_, _]) => return Err(TableProblem::NoYear { text: text.to_owned() }.into()),
            _ => return Ok(Vec::new()),
        };
        Ok(months.into_iter().map(|month| format!("{year}-{month:02}{day}")).collect())
    }
}

/// The parts of a period.
fn ends(text: &str) -> Option<(&str, &str)> {
    let (from, to) = BETWEEN.iter().find_map(|between| text.split_once(between))?;
    let from = from.trim();
    let bare = from.split_once(' ').filter(|(word, _)| FROM.contains(&fold(word).as_str()));
    Some((bare.map_or(from, |(_, from)| from), to.trim()))
}

fn is_date(text: &str) -> bool {
    Period::parse(text).is_ok()
}

/// `2025/3/12`: after a year the month always comes first.
fn year_first(text: &str) -> Option<String> {
    let [year, month, day] = numbers(text)?;
    (year.len() == 4 && month.len() <= 2 && day.len() <= 2).then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// `11/2024`. The other way round it may be two years.
fn month_and_year(text: &str) -> Option<String> {
    let (month, year) = text.split_once(['/', '.', '-'])?;
    let date = format!("{year}-{month:0>2}");
    (matches!(month.len(), 1 | 2) && year.len() == 4 && is_date(&date)).then_some(date)
}

/// The days that `12/3/2025` may be: with the day before the month, and with the month first.
fn in_figures(text: &str) -> Option<[String; 2]> {
    let [one, two, year] = numbers(text)?;
    let date = |month: &str, day: &str| format!("{year}-{month:0>2}-{day:0>2}");
    (year.len() == 4 && one.len() <= 2 && two.len() <= 2).then(|| [date(two, one), date(one, two)])
}

/// Whether it is `12/3/25`.
fn is_without_century(text: &str) -> bool {
    numbers(text).is_some_and(|parts| parts.iter().all(|part| part.len() <= 2))
}

/// Three numbers with the same sign between.
fn numbers(text: &str) -> Option<[&str; 3]> {
    let between = text.chars().find(|character| matches!(character, '/' | '.' | '-'))?;
    let parts: Vec<&str> = text.split(between).map(str::trim).collect();
    let are_numbers =
        parts.iter().all(|part| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|byte| byte.is_ascii_digit()));
    <[&str; 3]>::try_from(parts).ok().filter(|_| are_numbers)
}
