use fact_cards_story::author::Problem;
use thiserror::Error;

/// What is wrong with a table. [`TableProblem::remedy`] says what would be right.
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
    #[error("the widget has no words in `{language}`")]
    NoWords { language: String, known: Vec<&'static str> },
    #[error("the table has no column `{name}`")]
    MissingColumn { name: &'static str, example: &'static str },
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
    #[error("`{column}` must be a number, not `{text}`")]
    NotANumber { column: &'static str, text: String },
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
            Self::NoWords { known, .. } => {
                let known: Vec<String> = known.iter().map(|language| format!("`{language}`")).collect();
                format!("use {}; other languages are added to the story's files", known.join(", "))
            }
            Self::MissingColumn { example, .. } => format!("add it; it holds {example}"),
            Self::NamelessColumn => "write the name of the column into the first row".into(),
            Self::TooManyCells => "put quotation marks around a text that has the separator in it".into(),
            Self::NoRows => "write one fact a row".into(),
            Self::EmptyCell { .. } => "write it into each row that has a fact".into(),
            Self::UnclearDate { could_be, .. } => match could_be.as_slice() {
                [only] => format!("write \"{only}\""),
                either => {
                    let quoted: Vec<String> = either.iter().map(|date| format!("\"{date}\"")).collect();
                    format!("write {}, whichever is meant", quoted.join(" or "))
                }
            },
            Self::NotANumber { .. } => {
                "write digits only, with a point before decimals and nothing between thousands: 1234.5".into()
            }
            Self::NotAFlag { .. } => "write `true` or `false`".into(),
            Self::NoDay { .. } => "write it as in `2025-11-25: It said 134; it is 135.`".into(),
            Self::WithoutOther { other, .. } => format!("write `{other}` too, or leave both out"),
            Self::NoParagraph { text } => format!("write it as in `{text} ¶3`"),
            Self::OtherCount { .. } => "write one for each, with semicolons between".into(),
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

fn values(count: usize) -> String {
    if count == 1 { "1 value".into() } else { format!("{count} values") }
}

fn are(count: usize) -> String {
    if count == 1 { "is 1".into() } else { format!("are {count}") }
}
