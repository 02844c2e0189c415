//! Parts of a year, several years, and days by their numbers.

use fact_cards_story::fold::fold;

/// The days from the first of March of the year 0 to the day before the first one of spreadsheets.
const BEFORE_1900: i64 = 693_899;
/// The same for those of workbooks that begin in 1904.
const BEFORE_1904: i64 = BEFORE_1900 + 1462;

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
    Some([day(number + BEFORE_1900), day(number + BEFORE_1904)])
}

/// The day that many days after the first of March of the year 0.
fn day(number: i64) -> String {
    let era = number.div_euclid(146_097);
    let of_era = number.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Years that begin in March end with the day that leap years have more.
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    format!("{:04}-{month:02}-{day:02}", era * 400 + year_of_era + later)
}
