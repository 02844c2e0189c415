//! Parts of a date cell that a story's date cannot hold: times of day, “about”, “since”, years before the first.

use fact_cards_story::fold::fold;

use super::is_without_century;
use crate::import::problem::TableProblem;

/// Words for years BC, folded.
const BEFORE_YEAR_ONE: [&str; 9] = ["bc", "bce", "b c", "b c e", "av j c", "avant j c", "v chr", "ق م", "a c"];
/// Words before an approximate date.
const ABOUT: [&str; 14] = [
    "c",
    "ca",
    "circa",
    "about",
    "around",
    "approx",
    "approximately",
    "vers",
    "environ",
    "um",
    "etwa",
    "hacia",
    "حوالي",
    "نحو",
];
/// Words before the beginning or end of an open period.
const OPEN: [&str; 9] = ["since", "until", "before", "after", "depuis", "avant", "seit", "منذ", "قبل"];
const DASHES: [char; 3] = ['–', '—', '-'];

/// The part that cannot be kept, if any. `date` reads the rest of the text.
pub fn unkept(text: &str, plain: &str, date: impl Fn(&str) -> Option<String>) -> Option<TableProblem> {
    let text = text.to_owned();
    if is_without_century(plain) {
        return Some(TableProblem::NoYear { text });
    }
    let words = fold(plain)
        .split(|sign: char| !sign.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if plain.contains(|sign: char| sign.is_ascii_digit()) && BEFORE_YEAR_ONE.contains(&words.as_str()) {
        return Some(TableProblem::BeforeYearOne { text });
    }
    let after = |known: &[&str]| {
        let (first, rest) = plain.split_once([' ', '.'])?;
        known.contains(&fold(first).as_str()).then(|| date(rest.trim_start_matches(['.', ' ']))).flatten()
    };
    let with_sign =
        || plain.strip_prefix(['~', '≈']).or_else(|| plain.strip_suffix('?')).and_then(|rest| date(rest.trim()));
    if let Some(date) = with_sign().or_else(|| after(&ABOUT)) {
        return Some(TableProblem::AboutThen { text, date });
    }
    let with_dash =
        || plain.strip_suffix(DASHES).or_else(|| plain.strip_prefix(DASHES)).and_then(|rest| date(rest.trim()));
    let date = with_dash().or_else(|| after(&OPEN))?;
    Some(TableProblem::OpenPeriod { text, date })
}

/// Splits `2025-03-12 20:17` into day and time.
pub fn with_time(text: &str) -> Option<(&str, &str)> {
    let (at, _) = text.match_indices([' ', 'T']).find(|(at, _)| is_time(text.get(at + 1..).unwrap_or_default()))?;
    Some((text.get(..at)?.trim_end_matches([',', ' ']), text.get(at + 1..)?.trim_start()))
}

fn is_time(text: &str) -> bool {
    let hour = text.trim_start();
    let rest = hour.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let minute = rest.strip_prefix(':').unwrap_or_default();
    matches!(hour.len() - rest.len(), 1 | 2) && minute.starts_with(|sign: char| sign.is_ascii_digit())
}

/// Whether a time is midnight, which spreadsheets and databases write where there is none.
pub fn is_midnight(time: &str) -> bool {
    let folded = fold(time);
    let bare = folded.trim_end_matches("utc").trim_end_matches('z').trim_end_matches("+00:00").trim();
    let bare = match bare.strip_suffix("am").and_then(|bare| bare.trim().strip_prefix("12")) {
        Some(minutes) => minutes,
        None => bare,
    };
    bare.chars().all(|sign| matches!(sign, '0' | ':' | '.'))
}
