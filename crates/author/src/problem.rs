use fact_cards_picture::PictureError;
use thiserror::Error;

use super::{
    date::{Date, DateError},
    files::MAX_FILE_BYTES,
    wording::{did_you_mean, listed},
    words::problem::WordsProblem,
};

/// What is wrong with a story. [`Problem::remedy`] says what would be right.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[allow(missing_docs, reason = "the messages beside the variants say what each is")]
pub enum Problem {
    // The whole
    #[error("there are {count} more mistakes, from here on")]
    More { count: usize },

    // The file
    #[error("this file is missing")]
    MissingFile { holds: &'static str },
    #[error("a story has no file of this name")]
    UnknownFile { similar: Option<String> },
    #[error("this file cannot be read: {reason}")]
    Unreadable { reason: String },
    #[error("this file has {bytes} bytes; the most is {MAX_FILE_BYTES}")]
    TooLarge { bytes: u64 },
    #[error("this file is not UTF-8 text")]
    NotUtf8,
    #[error("this is not TOML: {reason}")]
    NotToml { reason: String },

    // The fields
    #[error("{} has no field `{field}`", with_article(of))]
    UnknownField { of: &'static str, field: String, similar: Option<String>, allowed: Vec<&'static str> },
    #[error("{} needs the field `{field}`", with_article(of))]
    MissingField { of: &'static str, field: &'static str, example: &'static str },
    #[error("`{field}` must be {expected}, not {found}")]
    WrongType { field: String, expected: &'static str, found: &'static str },
    #[error("`{field}` is empty")]
    EmptyText { field: String },
    #[error("this text holds the invisible character U+{:04X}", u32::from(*character))]
    ForbiddenCharacter { character: char },
    #[error("`{field}` must be a whole number from {least} to {most}, not {found}")]
    NumberOutOfRange { field: String, least: i64, most: i64, found: String },
    #[error("there are {count} of these; the most is {most}")]
    TooMany { count: usize, most: usize },

    // Languages
    #[error("the story declares no language")]
    NoLanguage,
    #[error("the story does not declare the language `{language}`")]
    UndeclaredLanguage { language: String, similar: Option<String>, declared: Vec<String> },
    #[error("`{field}` is missing in `{language}`")]
    MissingLanguage { field: String, language: String, other: Option<String> },
    #[error("`{language}` falls back to another language itself")]
    FallbackFallsBack { language: String },
    #[error("`{locale}` is not a locale")]
    BadLocale { locale: String },
    #[error("the widget has no words in `{language}`")]
    NoWords { language: String, known: Vec<&'static str> },

    // Ids and what points to them
    #[error("`{id}` is not an id")]
    BadId { id: String, better: Option<String> },
    #[error("the id `{id}` is given twice")]
    DuplicateId { id: String, first: String },
    #[error("there is no {what} `{id}`")]
    UnknownReference { what: &'static str, id: String, similar: Option<String>, file: &'static str },
    #[error("`{id}` is {}, not {}", with_article(is), with_article(needed))]
    CardOfOtherKind { id: String, is: &'static str, needed: &'static str, file: &'static str },
    #[error("`{id}` is named twice in this list")]
    NamedTwice { id: String },
    #[error("`{id}` is the card that the fact stands on already")]
    AboutItsOwnCard { id: String },
    #[error("a card cannot be linked to itself")]
    LinkToItself,
    #[error("the link `{relation}` to `{to}` is there twice")]
    LinkTwice { relation: String, to: String },
    #[error("the type `{type_id}` is for {for_kind}s, this is {}", with_article(is))]
    TypeOfOtherKind { type_id: String, for_kind: &'static str, is: &'static str },
    #[error("`{name}` is no schema.org type for {}", with_article(of))]
    UnknownSchema { name: String, of: &'static str, similar: Option<String>, allowed: Vec<&'static str> },

    // Facts
    #[error("the article `{article}` has no paragraph {paragraph}")]
    NoSuchParagraph { article: String, paragraph: u16, paragraphs: u16 },
    #[error(transparent)]
    Date(#[from] DateError),
    #[error("the fact has no source")]
    NoSource,
    #[error("paragraph {paragraph} of `{article}` is named twice among the sources")]
    SourceTwice { article: String, paragraph: u16 },
    #[error("no other figure names the scale `{scale}`")]
    ScaleOfOne { scale: String, similar: Option<String> },
    #[error("a year is drawn on no scale")]
    YearOnScale,
    #[error("`said` without `speaker`")]
    SaidWithoutSpeaker,
    #[error("the figure has no unit")]
    FigureWithoutUnit,
    #[error("`{field}` is not a finite number")]
    NotFinite { field: String },
    #[error("a figure is one of `value`, `year`, or `from` with `to`")]
    FigureShape,
    #[error("a year is not more than itself")]
    MoreThanYear,

    // The life of cards and facts
    #[error("`{text}` is not a time at which an embargo ends")]
    NotATime { text: String },
    #[error("an embargo ends at a time of day, not with the day {text}")]
    EmbargoWithoutTime { text: String },
    #[error("the embargo does not say in which time zone {text} is")]
    EmbargoWithoutOffset { text: String },
    #[error("this {of} is there twice")]
    ChangeTwice { of: &'static str },
    #[error("this {of} is of {date}, after the withdrawal on {withdrawn}")]
    ChangeAfterWithdrawal { of: &'static str, date: Date, withdrawn: Date },

    // Cards and articles
    #[error("the venue has no coordinates")]
    NoCoordinates,
    #[error("a {axis} is from -{most} to {most} degrees, not {found}")]
    CoordinateOutOfRange { axis: &'static str, most: u8, found: String },
    #[error("no fact stands on the card `{id}`")]
    CardWithoutFact { id: String },
    #[error("no fact uses the article `{id}`")]
    ArticleWithoutFact { id: String },
    #[error("`{url}` is not a web address")]
    BadUrl { url: String },

    // Pictures
    #[error(transparent)]
    Picture(#[from] PictureError),
    #[error("`{file}` is not in the folder `pictures` of the story")]
    PictureElsewhere { file: String },
    #[error("there is no file `{file}`")]
    NoPicture { file: String, similar: Option<String> },
    #[error("the picture cannot be read: {reason}")]
    UnreadablePicture { reason: String },
    #[error("no card and no article shows this picture")]
    UnusedPicture,
    #[error("the focus is two numbers from 0 to 1")]
    BadFocus,

    // A table that a story is made from: whoever reads it says what is wrong and what would be right.
    #[error("{message}")]
    Table { message: String, remedy: String },

    // Words of the interface
    #[error(transparent)]
    Words(#[from] WordsProblem),
}

impl Problem {
    /// How many mistakes this stands for.
    pub(super) fn count(&self) -> usize {
        if let Self::More { count } = self { *count } else { 1 }
    }

    /// What would be right.
    #[must_use]
    #[allow(clippy::too_many_lines, reason = "an arm for each problem")]
    pub fn remedy(&self) -> String {
        match self {
            Self::More { .. } => "correct the ones above first".into(),
            Self::MissingFile { holds } => format!("add it; it holds {holds}"),
            Self::UnknownFile { similar } => {
                did_you_mean(similar.as_ref()).unwrap_or_else(|| "move it out of the story's folder".into())
            }
            Self::Unreadable { .. } => "see that it is a file that you may read".into(),
            Self::TooLarge { .. } | Self::TooMany { .. } => "split the story in two".into(),
            Self::NotUtf8 => "save it as UTF-8".into(),
            Self::NotToml { reason } if reason.starts_with("duplicate key") => "keep one of the two".into(),
            Self::NotToml { reason } if reason.starts_with("invalid date") => {
                "write a day that is in the calendar".into()
            }
            Self::NotToml { .. } => {
                "texts stand in double quotes, lists in square brackets, and each field on a line of its own".into()
            }
            Self::UnknownField { similar, allowed, .. } => did_you_mean(similar.as_ref())
                .unwrap_or_else(|| format!("it may have {}", listed(allowed.iter().copied()))),
            Self::MissingField { example, .. } => format!("add it, for example {example}"),
            Self::WrongType { field, expected, .. } => format!("write {}", example_of(field, expected)),
            Self::EmptyText { .. } => "write a text, or take the field out if it may be left out".into(),
            Self::ForbiddenCharacter { character: '\u{202a}'..='\u{2069}' } => {
                "take it out; names and numbers are kept in their own direction without it".into()
            }
            Self::ForbiddenCharacter { .. } => "take it out".into(),
            Self::NumberOutOfRange { least, most, .. } => format!("write a whole number from {least} to {most}"),
            Self::NoLanguage => "add `[[language]]` with `id = \"en\"` and `locale = \"en-GB\"`".into(),
            Self::UndeclaredLanguage { similar, declared, .. } => did_you_mean(similar.as_ref()).unwrap_or_else(|| {
                format!("declare it in story.toml, or use {}", listed(declared.iter().map(String::as_str)))
            }),
            Self::MissingLanguage { field, language, other: Some(other) } => {
                format!("add `{field}.{language}`, or `falls-back-to = \"{other}\"` at `{language}` in story.toml")
            }
            Self::MissingLanguage { field, language, other: None } => format!("add `{field}.{language}`"),
            Self::FallbackFallsBack { .. } => "fall back to a language in which every text is written".into(),
            Self::BadLocale { .. } => "write a language and a region, such as \"en-GB\" or \"ar-MA\"".into(),
            Self::NoWords { language, known } => {
                format!("use {}, or add `words/{language}.ftl` to the story", listed(known.iter().copied()))
            }
            Self::BadId { better: Some(better), .. } => format!("write `{better}`: lower-case words joined by hyphens"),
            Self::BadId { better: None, .. } => {
                "write lower-case words joined by hyphens, such as `operation-neptune`".into()
            }
            Self::DuplicateId { first, .. } => format!("give it another id; the first one is in {first}"),
            Self::UnknownReference { what, similar: None, file, .. } if *what == "kind" => format!("use {file}"),
            Self::UnknownReference { what, similar, file, .. } => {
                did_you_mean(similar.as_ref()).unwrap_or_else(|| format!("use the id of one {what} in {file}"))
            }
            Self::CardOfOtherKind { needed, file, .. } => format!("use the id of one {needed} in {file}"),
            Self::NamedTwice { .. } | Self::SourceTwice { .. } => "name it once".into(),
            Self::AboutItsOwnCard { .. } => "take it out of `about`".into(),
            Self::LinkToItself => "link to another card".into(),
            Self::TypeOfOtherKind { is, .. } => {
                format!("use a type whose `kind` is \"{is}\", or add one to types.toml")
            }
            Self::UnknownSchema { similar, allowed, .. } => did_you_mean(similar.as_ref())
                .unwrap_or_else(|| format!("use {}, or leave the field out", listed(allowed.iter().copied()))),
            Self::NoSuchParagraph { paragraphs, .. } => format!("it has paragraphs 1 to {paragraphs}"),
            Self::Date(error) => error.remedy().into(),
            Self::NoSource => "add `sources = [{ article = \"…\", paragraph = 1 }]`".into(),
            Self::SaidWithoutSpeaker => "add `speaker`, or take `said` out".into(),
            Self::FigureWithoutUnit => "add `unit`, in each language: what is counted".into(),
            Self::NotFinite { .. } => "write a number in digits".into(),
            Self::FigureShape => {
                "write `value = 135`, or `year = 1923`, or `from = 104` and `to = 140`, and only one of these".into()
            }
            Self::ScaleOfOne { similar, .. } => did_you_mean(similar.as_ref()).unwrap_or_else(|| {
                "name it at each figure that is to be compared with this one, or take it out".into()
            }),
            Self::YearOnScale => "take `scale` out, or write `value` in place of `year`".into(),
            Self::MoreThanYear => "take `more-than` out, or write `value` in place of `year`".into(),
            Self::NoCoordinates => {
                "add `coordinates = { latitude = 55.86, longitude = -4.25 }`, or `coordinates = \"unknown\"`".into()
            }
            Self::CoordinateOutOfRange { most, .. } => {
                format!("write degrees between -{most} and {most}; latitude and longitude may be swapped")
            }
            Self::CardWithoutFact { id } => {
                format!("write a fact with `card = \"{id}\"`, name it in the `about` of one, or take the card out")
            }
            Self::ArticleWithoutFact { id } => {
                format!("write a fact with `article = \"{id}\"` among its sources, or take the article out")
            }
            Self::BadUrl { .. } => "write one that begins with https:// or http://".into(),
            Self::LinkTwice { .. } | Self::ChangeTwice { .. } => "keep one of the two".into(),
            Self::NotATime { .. } => {
                "write a day, a time and how far that is from UTC, such as 2024-11-07T06:00:00+01:00".into()
            }
            Self::EmbargoWithoutTime { text } => {
                format!("write the time too, and how far it is from UTC, such as {text}T06:00:00+01:00")
            }
            Self::EmbargoWithoutOffset { text } => {
                format!("write {text}Z for UTC, or how far it is from UTC, such as {text}+01:00")
            }
            Self::ChangeAfterWithdrawal { .. } => "correct a date, or say it in the `reason` of the withdrawal".into(),
            Self::Picture(error) => error.remedy(),
            Self::PictureElsewhere { file } => {
                let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
                format!("put it into that folder and write `pictures/{name}`")
            }
            Self::NoPicture { similar, .. } => did_you_mean(similar.as_ref())
                .unwrap_or_else(|| "put it there, or write the name of one that is there".into()),
            Self::UnreadablePicture { .. } => "see that it is a file of the story's folder that you may read".into(),
            Self::UnusedPicture => "name it at a card or an article, or move it out of the story's folder".into(),
            Self::BadFocus => {
                "write how far from the left and from above, such as `focus = [0.5, 0.3]`; without it that is the middle".into()
            }
            Self::Table { remedy, .. } => remedy.clone(),
            Self::Words(problem) => problem.remedy(),
        }
    }
}

fn with_article(of: &str) -> String {
    match of {
        "this file" => of.to_owned(),
        _ if of.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {of}"),
        _ => format!("a {of}"),
    }
}

fn example_of(field: &str, expected: &str) -> String {
    match expected {
        "a text" => format!("`{field} = \"…\"`"),
        "a text in each language" => format!("`{field}.en = \"…\"`"),
        "a whole number" => format!("`{field} = 3`"),
        "a number" => format!("`{field} = 3.5`"),
        "a date" => format!("`{field} = \"2024-11-07\"`"),
        "a date with a time" => format!("`{field} = 2024-11-07T06:00:00+01:00`"),
        "true or false" => format!("`{field} = true`"),
        "a list of texts" => format!("`{field} = [\"…\"]`"),
        "a list of tables" => format!("`{field} = [{{ … }}]`"),
        _ => format!("`{field} = {{ … }}`"),
    }
}
