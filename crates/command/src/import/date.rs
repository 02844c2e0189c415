use std::iter::once;

use fact_cards_story::{
    author::{Period, Problem},
    fold::fold,
};

use super::problem::TableProblem;

/// The months in the languages whose words the widget has in Latin letters, folded; the short names are their beginnings.
const MONTHS: [[&str; 2]; 12] = [
    ["january", "janvier"],
    ["february", "fevrier"],
    ["march", "mars"],
    ["april", "avril"],
    ["may", "mai"],
    ["june", "juin"],
    ["july", "juillet"],
    ["august", "aout"],
    ["september", "septembre"],
    ["october", "octobre"],
    ["november", "novembre"],
    ["december", "decembre"],
];

/// A date or a period as stories have it. What may be read in two ways is refused: nobody guesses which is the month.
pub fn date(text: &str) -> Result<String, Problem> {
    let as_stories_have_it = match Period::parse(text) {
        Ok(period) => return Ok(period.to_string()),
        Err(problem) => problem,
    };
    if !matches!(as_stories_have_it, Problem::NotADate { .. }) {
        return Err(as_stories_have_it);
    }
    if let Some((from, to)) = [" to ", "–", "—"].iter().find_map(|between| text.split_once(between))
        && let (Some(from), Some(to)) = (one(from.trim()), one(to.trim()))
    {
        let period = format!("{from}/{to}");
        return Period::parse(&period).map(|_| period);
    }
    if let Some(date) = one(text) {
        return Period::parse(&date).map(|_| date);
    }
    let could_be = could_be(text);
    if could_be.is_empty() {
        Err(as_stories_have_it)
    } else {
        Err(TableProblem::UnclearDate { text: text.to_owned(), could_be }.into())
    }
}

/// One date that can be read in one way only. It may still be one that is in no calendar.
fn one(text: &str) -> Option<String> {
    if Period::parse(text).is_ok() {
        return Some(text.to_owned());
    }
    without_time(text).or_else(|| year_first(text)).or_else(|| with_month_in_words(text))
}

/// `2025-03-12 00:00:00`, as spreadsheets write a day.
fn without_time(text: &str) -> Option<String> {
    let (day, time) = text.split_once([' ', 'T'])?;
    let is_time = time.starts_with(|first: char| first.is_ascii_digit())
        && time.chars().all(|character| character.is_ascii_digit() || matches!(character, ':' | '.' | 'Z' | '+'));
    (is_time && day.len() == 10 && Period::parse(day).is_ok()).then(|| day.to_owned())
}

/// `2025/3/12`: nobody writes the day before the month after a year.
fn year_first(text: &str) -> Option<String> {
    let [year, month, day] = numbers(text)?;
    (year.len() == 4).then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// `12 March 2025`, `March 12th, 2025` or `March 2025`.
fn with_month_in_words(text: &str) -> Option<String> {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let (mut year, mut month, mut day) = (None, None, None);
    for word in words {
        let digits = ["st", "nd", "rd", "th", "er"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let place = match digits.len() {
            4 if is_number => &mut year,
            1 | 2 if is_number => &mut day,
            _ => &mut month,
        };
        let value = if is_number { digits.to_owned() } else { month_of(word)? };
        if place.replace(value).is_some() {
            return None;
        }
    }
    let date = format!("{}-{:0>2}", year?, month?);
    Some(day.map_or(date.clone(), |day| format!("{date}-{day:0>2}")))
}

fn month_of(word: &str) -> Option<String> {
    let is_it = |name: &str| name == word || word.len() >= 3 && word.len() <= 4 && name.starts_with(word);
    let mut months = (1..).zip(MONTHS).filter(|(_, names)| names.iter().any(|name| is_it(name)));
    // `jui` is two months in French.
    months.next().filter(|_| months.next().is_none()).map(|(month, _): (u8, _)| month.to_string())
}

/// The days that `12/3/25` may be.
fn could_be(text: &str) -> Vec<String> {
    let Some([one, two, year]) = numbers(text) else { return Vec::new() };
    let year = match year.len() {
        2 => format!("20{year}"),
        4 => year.to_owned(),
        _ => return Vec::new(),
    };
    let date = |month: &str, day: &str| format!("{year}-{month:0>2}-{day:0>2}");
    let mut dates: Vec<String> = once(date(two, one)).chain(once(date(one, two))).collect();
    dates.dedup();
    dates.retain(|date| Period::parse(date).is_ok());
    dates
}

/// Three numbers with the same sign between.
fn numbers(text: &str) -> Option<[&str; 3]> {
    let between = text.chars().find(|character| matches!(character, '/' | '.' | '-'))?;
    let parts: Vec<&str> = text.split(between).map(str::trim).collect();
    let are_numbers =
        parts.iter().all(|part| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|byte| byte.is_ascii_digit()));
    <[&str; 3]>::try_from(parts).ok().filter(|_| are_numbers)
}
