//! Parts of a year, several years, and days by their numbers.

use fact_cards_story::fold::fold;
use icu::calendar::{Date, Iso};

/// The day from which spreadsheets count. Theirs is a day later, but they have a 29 February 1900.
const BEFORE_1900: (i32, u8, u8) = (1899, 12, 30);
/// The one from which workbooks count that begin in 1904.
const BEFORE_1904: (i32, u8, u8) = (1904, 1, 1);

/// `Q3 2024`, `T3 2024` in French, or `H1 2024`, with the year on either side.
pub fn part_of_year(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let mut words = text.split([' ', '-', '/', '.']).filter(|word| !word.is_empty());
    let (one, other) = (words.next()?, words.next()?);
    if words.next().is_some() {
        return None;
    }
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let (part, year) = if is_year(one) { (other, one) } else { (one, other) };
    let months = match part {
        "q1" | "t1" => ("01", "03"),
        "q2" | "t2" => ("04", "06"),
        "q3" | "t3" => ("07", "09"),
        "q4" | "t4" => ("10", "12"),
        "h1" => ("01", "06"),
        "h2" => ("07", "12"),
        _ => return None,
    };
    is_year(year).then(|| format!("{year}-{}/{year}-{}", months.0, months.1))
}

/// `1850s`: ten years, or perhaps a hundred where it is `1900s`.
pub fn decade(text: &str) -> Vec<String> {
    let folded = fold(text);
    let years = folded.strip_prefix("the ").unwrap_or(&folded);
    let year = years.strip_suffix("'s").or_else(|| years.strip_suffix('s')).or_else(|| years.strip_suffix("er"));
    let Some(year) = year.filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())) else {
        return Vec::new();
    };
    let Some(tens) = year.strip_suffix('0') else { return Vec::new() };
    let mut readings = vec![format!("{year}/{tens}9")];
    readings.extend(tens.strip_suffix('0').map(|hundreds| format!("{year}/{hundreds}99")));
    readings
}

/// `2025年3月12日`, with the signs of China and Japan or of Korea.
pub fn with_signs(numbers: &[&str], words: &[String]) -> Option<String> {
    let signs = [["年", "년"], ["月", "월"], ["日", "일"]];
    let are_signs = words.len() >= 2 && words.iter().zip(signs).all(|(word, signs)| signs.contains(&word.as_str()));
    match numbers {
        _ if !are_signs || numbers.len() != words.len() => None,
        [year, month] if year.len() == 4 => Some(format!("{year}-{month:0>2}")),
        [year, month, day] if year.len() == 4 => Some(format!("{year}-{month:0>2}-{day:0>2}")),
        _ => None,
    }
}

/// The days that `45982` is in a spreadsheet: usually, and in a workbook whose days begin in 1904.
pub fn serial_day(text: &str) -> Option<[String; 2]> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let are_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 5 || !are_digits(whole) || !are_digits(fraction) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    Some([day(number, BEFORE_1900)?, day(number, BEFORE_1904)?])
}

/// The day so many days after another one.
fn day(number: i64, (year, month, day): (i32, u8, u8)) -> Option<String> {
    let date = Date::from_rata_die(Date::try_new_iso(year, month, day).ok()?.to_rata_die() + number, Iso);
    let (year, month, day) = (date.era_year().year, date.month().ordinal, date.day_of_month().0);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}
