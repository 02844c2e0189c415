//! Numbers for people.

use crate::stats::Summary;

/// A number with its significant digits, and commas at thousands.
pub fn number(value: f64) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let digits = if value.fract() == 0.0 || value.abs() >= 100.0 {
        0
    } else if value.abs() >= 10.0 {
        1
    } else if value.abs() >= 0.1 {
        2
    } else {
        4
    };
    let text = format!("{value:.digits$}");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let whole = with_commas(whole);
    if rest.is_empty() { whole } else { format!("{whole}.{rest}") }
}

/// A whole number.
pub fn count(value: usize) -> String {
    with_commas(&value.to_string())
}

/// The median, and the worst in brackets.
pub fn summary(summary: &Summary) -> String {
    format!("{} <small>({})</small>", number(summary.median), number(summary.worst))
}

/// The same in millions.
pub fn millions(value: &Summary) -> String {
    summary(&Summary { median: value.median / 1e6, worst: value.worst / 1e6, rounds: value.rounds })
}

fn with_commas(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{sign}{text}")
}

#[cfg(test)]
mod tests {
    use super::{count, number};

    #[test]
    fn thousands_have_commas() {
        assert_eq!([count(999), count(1000), count(1_234_567)], ["999", "1,000", "1,234,567"]);
    }

    #[test]
    fn small_numbers_have_more_digits_than_large_ones() {
        assert_eq!([0.0123, 1.234, 12.34, 1234.5, 10.0].map(number), ["0.0123", "1.23", "12.3", "1,234", "10"]);
    }

    #[test]
    fn what_is_not_a_number_is_a_dash() {
        assert_eq!(number(f64::NAN), "–");
    }
}
