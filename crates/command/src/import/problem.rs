use fact_cards_author::Problem;
use thiserror::Error;

/// A mistake in a table. [`TableProblem::remedy`] says how to correct it.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum TableProblem {
    // The file
    #[error("this file is neither UTF-8 nor UTF-16 text")]
    NotUtf8,
    #[error("this is a workbook, not a table as text")]
    Workbook,
    #[error("this file is empty")]
    Empty,
    #[error("this quotation mark is never closed")]
    OpenQuote,

    // The columns
    #[error("a table has no column `{name}`")]
    UnknownColumn { name: String, similar: Option<String> },
    #[error("the column `{name}` is there twice")]
    ColumnTwice { name: String },
    #[error("`{language}` is the code of no language")]
    NoLanguage { language: String },
    #[error("the table has no column `{name}`")]
    MissingColumn { name: &'static str, example: String },
    #[error("there is something in a column without a name")]
    NamelessColumn,
    #[error("this row has more cells than there are columns")]
    TooManyCells,
    #[error("the table has no rows below its names")]
    NoRows,

    // The cells
    #[error("`{column}` is empty")]
    EmptyCell { column: &'static str },
    #[error("`{text}` is not a date")]
    UnclearDate { text: String, could_be: Vec<String> },
    #[error("`{text}` has the time of day, and a date is a day")]
    TimeOfDay { text: String, date: String },
    #[error("`{text}` is not a date")]
    SerialDay { text: String, date: String, other: String },
    #[error("`{text}` is a date without all of its year")]
    NoYear { text: String },
    #[error("`{text}` is not a date: years begin with 1")]
    BeforeYearOne { text: String },
    #[error("`{text}` is not exact, and a date is")]
    AboutThen { text: String, date: String },
    #[error("`{text}` is a period of which one end is missing")]
    OpenPeriod { text: String, date: String },
    #[error("`{text}` is no date here: dates have {read}")]
    OtherOrder { text: String, read: String, could_be: Vec<String> },
    #[error("`{column}` must be a number, not `{text}`")]
    NotANumber { column: &'static str, text: String },
    #[error("`{text}` may be {with_point} or {with_comma}")]
    UnclearNumber { text: String, with_point: String, with_comma: String },
    #[error("`{text}` is no number here: numbers have {read}")]
    OtherNumber { text: String, read: String },
    #[error("`{text}` has more digits than a number keeps")]
    TooManyDigits { text: String, kept: String },
    #[error("the number that became `figure` is there twice")]
    FromTwice,
    #[error("the figure has `{mark}`, and its unit `{unit}` has not")]
    MarkBesideUnit { mark: String, unit: String },
    #[error("`{text}` is an error of the spreadsheet")]
    SpreadsheetError { text: String },
    #[error("a letter of this text was lost: U+FFFD stands in its place")]
    LostLetter,
    #[error("`{text}` is a formula, not what it gives")]
    Formula { text: String },
    #[error("there are {count} in `{column}`, and a fact has one")]
    OneOnly { column: &'static str, count: usize },
    #[error("`{column}` and `{other}` say the same in two ways")]
    BothWays { column: &'static str, other: &'static str },
    #[error("`{name}` and `{earlier}` in line {line} differ only in accents")]
    Alike { name: String, earlier: String, line: usize },
    #[error("several are called `{name}`")]
    SharedName { name: String },
    #[error("`{name}` has coordinates and is of the kind `{kind}`")]
    NoPin { name: String, kind: &'static str },
    #[error("this row says the same as line {line}")]
    SameRow { line: usize },
    #[error("this row goes with each of the lines {}", listed(lines))]
    UnclearFact { lines: Vec<usize> },
    #[error("`{column}` must be true or false, not `{text}`")]
    NotAFlag { column: &'static str, text: String },
    #[error("`{column}` must begin with a day, and `{text}` does not")]
    NoDay { column: &'static str, text: String },
    #[error("`{column}` without `{other}`")]
    WithoutOther { column: &'static str, other: &'static str },
    #[error("`{text}` names no paragraph")]
    NoParagraph { text: String },
    #[error("`{column}` has {}, but there {} in `{beside}`", values(*count), are(*needed))]
    OtherCount { column: &'static str, count: usize, beside: &'static str, needed: usize },
    #[error("`{name}` has another `{column}` in line {line}")]
    TwoValues { name: String, column: &'static str, line: usize },
    #[error("there is no card `{name}`")]
    NoCard { name: String, similar: String },
    #[error("`{name}` cannot be the `{column}`: it is not a {needed}")]
    OtherKind { name: String, column: &'static str, needed: &'static str },
}

impl TableProblem {
    /// What would be right.
    fn remedy(&self) -> String {
        match self {
            Self::NotUtf8 => "save it as “CSV UTF-8”".into(),
            Self::Workbook => "open it in your spreadsheet and save the sheet as “CSV UTF-8”".into(),
            Self::Empty => "`fact-cards import --example` prints a table to begin with".into(),
            Self::OpenQuote => "close it, or write it twice where it belongs to the text".into(),
            Self::UnknownColumn { similar: Some(similar), .. } => format!("did you mean `{similar}`?"),
            Self::UnknownColumn { name, similar: None } => {
                format!("`fact-cards import --help` lists the columns; `#{name}` is left out")
            }
            Self::ColumnTwice { .. } => "keep one of the two".into(),
            Self::NoLanguage { .. } => "write one such as `en` or `ar`".into(),
            Self::MissingColumn { example, .. } => format!("add it; it holds {example}"),
            Self::NamelessColumn => "write the name of the column into the first row".into(),
            Self::TooManyCells => "put quotation marks around a text that has the separator in it".into(),
            Self::NoRows => "write one fact a row".into(),
            Self::EmptyCell { .. } => "write it into each row that has a fact".into(),
            Self::UnclearDate { could_be, .. } if order_decides(could_be) => {
                format!("write {}, whichever is meant, or say `--dates day-first` or `--dates month-first`", either(could_be))
            }
            Self::UnclearDate { could_be, .. } => format!("write {}, whichever is meant", either(could_be)),
            Self::OtherOrder { could_be, .. } => format!("write {}", either(could_be)),
            Self::TimeOfDay { date, .. } => format!("write \"{date}\", and the time into the statement"),
            Self::SerialDay { date, other, .. } => format!(
                "it is the number that spreadsheets have for {date}: show the column as dates before you save it, or write \"{date}\". \
                 In a workbook whose days begin in 1904 it is {other}"
            ),
            Self::NoYear { .. } => "write the year with four digits: nobody guesses the century".into(),
            Self::BeforeYearOne { .. } => "leave the cell empty, and say it in the statement".into(),
            Self::AboutThen { date, .. } => format!(
                "write the period in which it lies, as in \"1845/1855\", or \"{date}\" where the statement says that it is not exact"
            ),
            Self::OpenPeriod { date, .. } => {
                format!("write both ends, as in \"2019/2024\", or \"{date}\" where the statement says the rest")
            }
            Self::NotANumber { .. } => {
                "write digits, with a point before decimals: 1234.5. What is counted stands in `unit`".into()
            }
            Self::UnclearNumber { with_point, with_comma, .. } => format!(
                "no other number settles it: say `--decimal .` for {with_point}, or `--decimal ,` for {with_comma}"
            ),
            Self::OtherNumber { .. } => "write it as the others, or say `--decimal .` or `--decimal ,`".into(),
            Self::TooManyDigits { kept, .. } if kept.is_empty() => "write fewer, and say in `unit` what they count".into(),
            Self::TooManyDigits { kept, .. } => {
                format!("it would become {kept}: round it, or count in thousands and say so in `unit`")
            }
            Self::FromTwice => "leave `figure from` empty, or take what is before the arrow out of `figure`".into(),
            Self::MarkBesideUnit { mark, .. } => {
                format!("write `{mark}` into `unit`, or take it out of `figure` where the unit says it in words")
            }
            Self::SpreadsheetError { .. } => "mend it in the spreadsheet, or empty the cell".into(),
            Self::LostLetter => "save the table anew from where the letter is still there, as “CSV UTF-8”".into(),
            Self::Formula { .. } => "save the table with values, or write an apostrophe before it where it is text".into(),
            Self::OneOnly { .. } => {
                "keep one and name the others in `about`; a semicolon that belongs to a name is written `\\;`".into()
            }
            Self::BothWays { .. } => "leave one of the two empty".into(),
            Self::Alike { .. } => {
                "write both alike where they are one. Where they are two, tell them apart by a word more, or by ids: `card` holds \
                 these where there is a column `card name`"
                    .into()
            }
            Self::SharedName { .. } => "write the id of the one that is meant".into(),
            Self::NoPin { .. } => {
                "only a venue is on the map: write `venue` as its `kind`, or a `place` into this row, or leave the coordinates out"
                    .into()
            }
            Self::SameRow { .. } => "take one of the two out, or name the other source".into(),
            Self::UnclearFact { .. } => "fill in the cells in which these differ".into(),
            Self::NotAFlag { .. } => "write `true` or `false`".into(),
            Self::NoDay { .. } => "write it as in `2025-11-25: It said 134; it is 135.`".into(),
            Self::WithoutOther { other, .. } => format!("write `{other}` too, or leave both out"),
            Self::NoParagraph { text } => format!("write it as in `{text} ¶3`"),
            Self::OtherCount { .. } => {
                "write one for each, with semicolons between; one that belongs to a name is written `\\;`".into()
            }
            Self::TwoValues { .. } => "write the same in both rows, or leave one of the two empty".into(),
            Self::NoCard { similar, .. } => {
                format!("did you mean `{similar}`? If not, give it a row of its own, with the name as `card`")
            }
            Self::OtherKind { name, needed, .. } => {
                format!("name another one, or write `{needed}` as the `kind` of `{name}`")
            }
        }
    }
}

impl From<TableProblem> for Problem {
    fn from(problem: TableProblem) -> Self {
        Self::Table { message: problem.to_string(), remedy: problem.remedy() }
    }
}

/// Whether two readings of a date are one with day and month exchanged.
fn order_decides(could_be: &[String]) -> bool {
    let swapped = |date: &str| {
        let mut parts = date.split('-');
        Some((parts.next()?.to_owned(), parts.next()?.to_owned(), parts.next()?.to_owned()))
    };
    match could_be {
        [one, other] => {
            let other = swapped(other).map(|(year, month, day)| format!("{year}-{day}-{month}"));
            other.as_ref() == Some(one)
        }
        _ => false,
    }
}

fn either(dates: &[String]) -> String {
    dates.iter().map(|date| format!("\"{date}\"")).collect::<Vec<_>>().join(" or ")
}

fn listed(lines: &[usize]) -> String {
    lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and ")
}

fn values(count: usize) -> String {
    if count == 1 { "1 value".into() } else { format!("{count} values") }
}

fn are(count: usize) -> String {
    if count == 1 { "is 1".into() } else { format!("are {count}") }
}
