//! What a cell says as it is shown to readers: `135`, `300+` or `104 → 140+`.

use super::{
    column::Column,
    convention::Numbers,
    draft::Quantity,
    number::{Number, exact, number},
    problem::TableProblem,
    table::Written,
};

/// The signs between an earlier number and the present one.
const BECOMES: [&str; 2] = ["→", "->"];

/// How much a figure says.
pub struct Amount {
    pub quantity: Quantity,
    pub more_than: bool,
    /// Its currency or percent sign.
    pub mark: Option<String>,
}

/// The parts of a cell such as `104 → 140+`: the earlier number, if any, the present one, and whether it is a lower bound.
pub fn parts(text: &str) -> (Option<&str>, &str, bool) {
    let text = text.trim_end();
    let (text, more_than) = text.strip_suffix('+').map_or((text, false), |text| (text, true));
    let change = BECOMES.iter().find_map(|sign| text.split_once(sign));
    let (before, text) = change.map_or((None, text), |(before, text)| (Some(before), text));
    (before, text, more_than)
}

/// Reads a cell. `from` is the earlier number, if it is in a cell of its own; `date` is the fact's: a figure equal to it is a
/// year.
pub fn amount(
    figure: &Written,
    from: Option<&Written>,
    date: Option<&str>,
    numbers: &Numbers,
) -> Result<Amount, TableProblem> {
    let (before, text, more_than) = parts(&figure.text);
    let (value, mark) = one(Column::Figure, text, numbers)?;
    let before = match (before, from) {
        (Some(_), Some(_)) => return Err(TableProblem::FromTwice),
        (Some(before), None) => Some((Column::Figure, before)),
        (None, Some(from)) => Some((Column::FigureFrom, from.text.as_str())),
        (None, None) => None,
    };
    let quantity = match before {
        Some((column, text)) => {
            let (from, other) = one(column, text, numbers)?;
            if mark.is_some() && other.is_some() && mark != other {
                return Err(TableProblem::NotANumber { column: column.name(), text: text.trim().to_owned() });
            }
            let mark = mark.or(other);
            return Ok(Amount { quantity: Quantity::Change { from, to: value }, more_than, mark });
        }
        None if date == Some(value.as_str()) && !more_than && mark.is_none() => Quantity::Year(value),
        None => Quantity::Value(value),
    };
    Ok(Amount { quantity, more_than, mark })
}

/// One number, read as the table settles it.
fn one(column: Column, text: &str, numbers: &Numbers) -> Result<(String, Option<String>), TableProblem> {
    let text = text.trim();
    let not_a_number = || TableProblem::NotANumber { column: column.name(), text: text.to_owned() };
    let Number { readings, mark } = number(text).ok_or_else(not_a_number)?;
    Ok((exact(&numbers.settle(text, &readings)?)?, mark))
}
