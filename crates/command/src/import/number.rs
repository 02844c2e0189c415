//! Numbers as tables write them, in the signs and digits of any country.

use super::{column::Column, decimal::Decimal, problem::TableProblem};

/// One way in which a number can be read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reading {
    /// It in digits, as TOML has it.
    pub plain: String,
    /// The decimal sign of this reading; none where it has no such sign or either would do.
    pub decimal: Option<Decimal>,
}

/// A number and its mark.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Number {
    /// Its readings: one, or two where its sign may part decimals as well as thousands.
    pub readings: Vec<Reading>,
    /// Its currency or its percent sign.
    pub mark: Option<String>,
}

/// The digit zero of each script.
const DIGITS: [char; 6] = ['0', '٠', '۰', '०', '০', '０'];
/// Percent and per mille signs.
const PERCENT: [char; 4] = ['%', '٪', '％', '‰'];

/// A text with the digits of other scripts replaced by 0 to 9.
pub fn with_plain_digits(text: &str) -> String {
    text.chars().map(|character| digit(character).unwrap_or(character)).collect()
}

fn digit(character: char) -> Option<char> {
    let value = DIGITS.iter().find_map(|zero| u32::from(character).checked_sub(u32::from(*zero)).filter(|by| *by < 10));
    value.and_then(|value| char::from_digit(value, 10))
}

/// Reads a number, if the text is one.
pub fn number(text: &str) -> Option<Number> {
    // Spreadsheets also write the true minus sign, and direction marks around it.
    let plain: String =
        with_plain_digits(text).chars().filter(|sign| !matches!(sign, '\u{200e}' | '\u{200f}' | '\u{61c}')).collect();
    let plain = plain.replace('−', "-");
    let plain = plain.trim();
    let (negative, rest) = minus(plain);
    let first = rest.find(|character: char| character.is_ascii_digit())?;
    let last = rest.rfind(|character: char| character.is_ascii_digit())?;
    let (before, core, after) = (rest.get(..first)?, rest.get(first..=last)?, rest.get(last + 1..)?);
    let (negative_too, before) = match before.trim().strip_suffix('-') {
        Some(before) if !negative => (true, before),
        _ => (negative, before),
    };
    let mark = match (before.trim(), after.trim()) {
        ("", "") => None,
        (mark, "") | ("", mark) if is_mark(mark) => Some(mark.to_owned()),
        _ => return None,
    };
    let sign = if negative_too { "-" } else { "" };
    let readings: Vec<Reading> = readings(core)
        .into_iter()
        .map(|reading| Reading { plain: format!("{sign}{}", reading.plain), ..reading })
        .collect();
    (!readings.is_empty()).then_some(Number { readings, mark })
}

fn minus(text: &str) -> (bool, &str) {
    text.strip_prefix('-').map_or((false, text), |rest| (true, rest.trim_start()))
}

/// Whether it is the sign or the code of a currency, or a percent sign.
fn is_mark(text: &str) -> bool {
    let is_currency = |character: char| matches!(character, '$' | '¢'..='¥' | '؋' | '৳' | '฿' | '៛' | '\u{20a0}'..='\u{20cf}' | '﷼' | '＄' | '￠' | '￡' | '￥' | '￦');
    let letters = text.trim_matches(is_currency);
    let is_code = letters.len() == 3 && letters.len() == text.len();
    let is_percent = text.chars().count() == 1 && text.contains(PERCENT);
    // As in `US$` and `R$`.
    let has_country = letters.len() < text.len() && letters.len() <= 3;
    is_percent || letters.bytes().all(|letter| letter.is_ascii_uppercase()) && (is_code || has_country)
}

/// Whether a text has that mark: percent signs of all scripts are one.
pub fn has_mark(text: &str, mark: &str) -> bool {
    text.contains(mark) || mark.contains(['%', '٪', '％']) && text.contains(['%', '٪', '％'])
}

/// What digits and the signs between them can mean.
fn readings(core: &str) -> Vec<Reading> {
    let mut groups = vec![String::new()];
    let mut signs = Vec::new();
    for character in core.chars() {
        if character.is_ascii_digit() {
            if let Some(group) = groups.last_mut() {
                group.push(character);
            }
            continue;
        }
        signs.push(match character {
            space if space.is_whitespace() => ' ',
            '’' | '‘' | 'ʼ' => '\'',
            '.' | ',' | '\'' | '٫' | '٬' => character,
            _ => return Vec::new(),
        });
        groups.push(String::new());
    }
    if groups.iter().any(String::is_empty) {
        return Vec::new();
    }
    let Some(last) = signs.pop() else { return vec![reading(&groups, "", None)] };
    let mut found = Vec::new();
    if let Some((decimals, whole)) = groups.split_last()
        && matches!(last, '.' | ',' | '٫')
        && !signs.contains(&last)
        && are_thousands(whole, &signs)
    {
        let decimal = Decimal::from_sign(last).or_else(|| signs.first().and_then(|sign| Decimal::beside(*sign)));
        found.push(reading(whole, decimals, decimal));
    }
    signs.push(last);
    if last != '٫' && are_thousands(&groups, &signs) {
        found.push(reading(&groups, "", Decimal::beside(last)));
    }
    found
}

/// Whether the signs between groups of digits part thousands: all are the same, and the groups are of three, or of two before
/// the last one as in India.
fn are_thousands(groups: &[String], signs: &[char]) -> bool {
    let Some((first, rest)) = groups.split_first() else { return false };
    let Some((last, between)) = rest.split_last() else { return true };
    let are_of = |length| between.iter().all(|group| group.len() == length);
    let is_indian = first.len() <= 2 && !between.is_empty() && are_of(2) && signs.contains(&',');
    let is_first = (1..=3).contains(&first.len()) && !first.starts_with('0');
    is_first && last.len() == 3 && (are_of(3) || is_indian) && signs.windows(2).all(|two| two.first() == two.last())
}

fn reading(whole: &[String], decimals: &str, decimal: Option<Decimal>) -> Reading {
    let whole = whole.concat();
    let whole = whole.trim_start_matches('0');
    let decimals = decimals.trim_end_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let plain = if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") };
    Reading { plain, decimal }
}

/// The number in a cell of a column by itself, with a point before its decimals and no mark.
pub fn degrees(column: Column, text: &str) -> Result<String, TableProblem> {
    let read = number(text).filter(|number| number.mark.is_none());
    // A degree is never a thousand: what may be a decimal is one.
    let plain = read.and_then(|number| number.readings.into_iter().next()).map(|reading| reading.plain);
    exact(&plain.ok_or_else(|| TableProblem::NotANumber { column: column.name(), text: text.to_owned() })?)
}

/// The number as TOML has it, where a story keeps all of its digits.
pub fn exact(plain: &str) -> Result<String, TableProblem> {
    let plain = if plain == "-0" { "0" } else { plain };
    let kept = plain.parse::<f64>().ok().filter(|number| number.is_finite()).map(|number| number.to_string());
    match kept {
        // A whole number that is larger than TOML's is written with a point.
        Some(kept) if kept == plain => {
            Ok(if plain.parse::<i64>().is_err() && !plain.contains('.') { kept + ".0" } else { kept })
        }
        kept => Err(TableProblem::TooManyDigits { text: plain.to_owned(), kept: kept.unwrap_or_default() }),
    }
}

/// Yes or no, as spreadsheets write it in English; no for an empty cell.
pub fn flag(column: Column, text: &str) -> Result<bool, TableProblem> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "y" | "x" | "1" => Ok(true),
        "" | "false" | "no" | "n" | "0" => Ok(false),
        _ => Err(TableProblem::NotAFlag { column: column.name(), text: text.to_owned() }),
    }
}
