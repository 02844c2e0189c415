use super::{draft::Quantity, heading::Column, problem::TableProblem, table::Written};

/// What stands between a number and what it became.
const BECOMES: [&str; 2] = ["→", "->"];

/// A number in digits, as TOML has it. What may mean another number in another country is refused.
pub fn number(column: Column, text: &str) -> Result<String, TableProblem> {
    let not_a_number = || TableProblem::NotANumber { column: column.name(), text: text.to_owned() };
    // Spreadsheets write the true minus sign as well.
    let plain = text.trim().replace('−', "-");
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = match digits.split_once('.') {
        Some((whole, decimals)) => are_digits(whole) && are_digits(decimals),
        None => are_digits(digits),
    };
    let number = plain.parse::<f64>().ok().filter(|number| is_number && number.is_finite()).ok_or_else(not_a_number)?;
    Ok(number.to_string())
}

/// What a cell says as it is shown to readers: `135`, `300+` or `104 → 140+`. `from` is what it was before, where another cell
/// says so, and `date` is that of the fact: a figure that is the same is a year.
pub fn quantity(
    figure: &Written,
    from: Option<&Written>,
    date: Option<&str>,
) -> Result<(Quantity, bool), TableProblem> {
    let text = figure.text.trim_end();
    let (text, more_than) = text.strip_suffix('+').map_or((text, false), |text| (text, true));
    let change = BECOMES.iter().find_map(|sign| text.split_once(sign));
    let (before, text) = change.map_or((None, text), |(before, text)| (Some(before), text));
    let value = number(Column::Figure, text)?;
    let before = match (before, from) {
        (Some(before), _) => Some(number(Column::Figure, before)?),
        (None, Some(from)) => Some(number(Column::FigureFrom, &from.text)?),
        (None, None) => None,
    };
    let quantity = match before {
        Some(from) => Quantity::Change { from, to: value },
        None if date == Some(value.as_str()) && !more_than => Quantity::Year(value),
        None => Quantity::Value(value),
    };
    Ok((quantity, more_than))
}

/// Yes or no, as spreadsheets write it in English; no for an empty cell.
pub fn flag(column: Column, text: &str) -> Result<bool, TableProblem> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "y" | "x" | "1" => Ok(true),
        "" | "false" | "no" | "n" | "0" => Ok(false),
        _ => Err(TableProblem::NotAFlag { column: column.name(), text: text.to_owned() }),
    }
}
