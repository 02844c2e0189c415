//! The first row of a table: which column holds what, and in which language.

use std::{collections::BTreeMap, ops::Range};

use fact_cards_story::{
    author::{Problem, similar},
    fold::fold,
};

use super::{
    is_language,
    problem::TableProblem,
    table::{Cell, Row, Table, Written},
};

/// What a column holds.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Column {
    Card,
    CardName,
    Statement,
    Article,
    Paragraph,
    Sources,
    SourceNames,
    Kind,
    Type,
    Summary,
    Spellings,
    Latitude,
    Longitude,
    About,
    AboutNames,
    Date,
    Speaker,
    SpeakerName,
    Said,
    Place,
    PlaceName,
    Topics,
    TopicNames,
    Figure,
    FigureFrom,
    MoreThan,
    Unit,
    Scale,
    Short,
    Paragraphs,
    Published,
    Publisher,
    Url,
    Id,
    Withdrawn,
    WithdrawnReason,
    Corrections,
    Revisions,
    When,
}

/// A column that a table may have.
pub struct Known {
    pub column: Column,
    /// Its name.
    pub name: &'static str,
    /// Other names for it.
    also: &'static [&'static str],
    /// Whether there may be one for each language.
    in_languages: bool,
    /// What it holds, for those who write a table.
    pub holds: &'static str,
}

const fn known(
    column: Column,
    name: &'static str,
    also: &'static [&'static str],
    in_languages: bool,
    holds: &'static str,
) -> Known {
    Known { column, name, also, in_languages, holds }
}

/// Every column. The first four are needed.
pub const COLUMNS: [Known; 39] = [
    known(Column::Card, "card", &["subject", "who or what"], true, "the name of the card that the fact stands on"),
    known(
        Column::Statement,
        "statement",
        &["fact", "text", "sentence"],
        true,
        "the fact, one sentence in your own words",
    ),
    known(
        Column::Article,
        "article",
        &["articles", "article title", "source", "source title"],
        true,
        "the title of the article that reports it",
    ),
    known(
        Column::Paragraph,
        "paragraph",
        &["para", "par", "paragraph number", "source paragraph"],
        false,
        "in which of its paragraphs, counted from 1: `5` or `5; 2`",
    ),
    known(
        Column::Kind,
        "kind",
        &["card kind"],
        false,
        "what the card is: `member`, `operation` or `venue`; without it a place is a venue, anything else a member",
    ),
    known(Column::Type, "type", &["card type"], true, "the type of the card in your words, such as `person`"),
    known(
        Column::Summary,
        "summary",
        &["description", "card summary"],
        true,
        "one sentence about the card; without it the story's title stands there",
    ),
    known(
        Column::About,
        "about",
        &["also on", "also about", "other cards"],
        false,
        "further cards on which the fact stands",
    ),
    known(
        Column::Date,
        "date",
        &["day"],
        false,
        "what the fact speaks of: `2024`, `2024-11`, `2024-11-07`, `7 November 2024` or a period `2024-11-04/2024-11-07`",
    ),
    known(Column::Speaker, "speaker", &["said by", "who says so"], false, "the member who says so"),
    known(Column::Said, "said", &["said on", "date said"], false, "when they said it"),
    known(Column::Place, "place", &["venue", "location", "where"], false, "where it is so"),
    known(
        Column::Latitude,
        "latitude",
        &["lat"],
        false,
        "of the place; in a row without one, of the card. In degrees, south is negative",
    ),
    known(Column::Longitude, "longitude", &["lon", "lng", "long"], false, "the same, west is negative"),
    known(Column::Topics, "topics", &["topic", "tags", "tag"], false, "the topics of the fact"),
    known(
        Column::Figure,
        "figure",
        &["value", "number", "amount"],
        false,
        "the number in it: `135`, `300+` for more than that, `104 → 140` for what became another. One that is the `date` is a year",
    ),
    known(Column::Unit, "unit", &["units", "counted"], true, "what the figure counts"),
    known(Column::Scale, "scale", &[], false, "the same word at figures that can be compared"),
    known(
        Column::Spellings,
        "spellings",
        &["spelling", "also known as", "aliases"],
        false,
        "how else the card's name is written",
    ),
    known(
        Column::Short,
        "short",
        &["article short", "short title"],
        true,
        "a word or two for the article, for small markers",
    ),
    known(
        Column::Paragraphs,
        "paragraphs",
        &["article paragraphs", "paragraph count"],
        false,
        "how many the article has; without it as many as the highest that is named",
    ),
    known(
        Column::Published,
        "published",
        &["article date", "published on", "publication date"],
        false,
        "when the article was published",
    ),
    known(Column::Publisher, "publisher", &["published by", "newspaper"], false, "who published it"),
    known(Column::Url, "url", &["link", "article url", "source url", "address"], false, "where it stands on the web"),
    known(Column::Id, "id", &["fact id"], false, "an id of your own for the fact; without it the statement makes one"),
    known(Column::Withdrawn, "withdrawn", &["withdrawn on"], false, "the day on which the fact was withdrawn"),
    known(Column::WithdrawnReason, "withdrawn reason", &[], false, "why it was"),
    known(
        Column::Corrections,
        "corrections",
        &["corrected", "correction"],
        false,
        "what was wrong in it, with the day before it: `2025-11-25: It said 134; it is 135.` The next one follows in the same form",
    ),
    known(Column::Revisions, "revisions", &["revised", "revision"], false, "what else was changed, in the same form"),
    known(
        Column::Sources,
        "sources",
        &["reported in"],
        false,
        "article and paragraph in one cell, in place of these two: `Opening ¶5; Budget ¶2`",
    ),
    known(Column::FigureFrom, "figure from", &["value from"], false, "the number that became `figure`"),
    known(Column::MoreThan, "more than", &["at least"], false, "`true` where it is more than `figure`"),
    known(Column::CardName, "card name", &["name", "card names"], true, "the name, where `card` holds an id"),
    known(Column::AboutNames, "about names", &[], false, "the names, where `about` holds ids"),
    known(Column::SpeakerName, "speaker name", &[], false, "the name, where `speaker` holds an id"),
    known(Column::PlaceName, "place name", &["venue name"], false, "the name, where `place` holds an id"),
    known(Column::TopicNames, "topic names", &[], false, "the names, where `topics` holds ids"),
    known(Column::SourceNames, "source names", &[], false, "the short titles, where `sources` holds ids"),
    known(Column::When, "when", &[], false, "the date in words; it is read where `date` is empty"),
];

impl Column {
    /// What it is called.
    pub fn name(self) -> &'static str {
        COLUMNS.iter().find(|known| known.column == self).map_or("", |known| known.name)
    }
}

/// Which columns a table has.
#[derive(Default)]
pub struct Heading {
    /// The languages of the story, the first one first.
    pub languages: Vec<String>,
    at: BTreeMap<(Column, usize), usize>,
}

/// A name without regard to case, spaces, hyphens and underscores.
fn key(name: &str) -> String {
    fold(name).chars().filter(|character| character.is_alphanumeric()).collect()
}

/// The column of that name.
fn named(name: &str) -> Option<&'static Known> {
    let key = key(name);
    let is_it = |name: &str| self::key(name) == key;
    COLUMNS.iter().find(|known| is_it(known.name) || known.also.iter().any(|also| is_it(also)))
}

/// The column of that name, and the language that the name ends with.
fn in_language(name: &str) -> Option<(&'static Known, Option<String>)> {
    if let Some(known) = named(name) {
        return Some((known, None));
    }
    let folded = fold(name);
    let name = folded.trim_end_matches(|character: char| !character.is_alphanumeric());
    let (before, language) = name.rsplit_once(|character: char| !character.is_alphanumeric())?;
    let is_language = matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    let known = named(before).filter(|known| is_language && known.in_languages)?;
    Some((known, Some(language.to_owned())))
}

/// Whether a table may have a column of that name.
pub fn is_known(name: &str) -> bool {
    in_language(name).is_some()
}

/// What is wrong, and where.
pub type Found = (Range<usize>, Problem);

impl Heading {
    /// Reads the first row. `language` is the story's first one, where that is said.
    pub fn read(table: &Table, language: Option<&str>, problems: &mut Vec<Found>) -> Self {
        let Some(first) = table.rows.first() else { return Self::default() };
        let read: Vec<_> = first.cells.iter().map(|cell| in_language(&cell.written.text)).collect();
        let spoken = |column: Column| {
            let mut of = read.iter().flatten().filter(move |(known, _)| known.column == column);
            of.next().and_then(|(_, language)| language.clone())
        };
        let language = language.map(str::to_owned).or_else(|| spoken(Column::Statement));
        let mut heading = Self { languages: vec![language.unwrap_or_else(|| "en".into())], at: BTreeMap::new() };
        let mut unknown = Vec::new();
        for (at, (cell, read)) in first.cells.iter().zip(&read).enumerate() {
            let Written { text: name, span } = cell.written.clone();
            match read {
                Some((known, language)) => heading.add(known.column, language.as_deref(), at, &cell.written, problems),
                None if name.is_empty() => report_nameless(table, at, problems),
                None if name.starts_with('#') => {}
                None => unknown.push((span, name)),
            }
        }
        for row in &table.rows {
            let beyond = row.cells.iter().skip(first.cells.len()).find(|cell| !cell.written.text.is_empty());
            problems.extend(beyond.map(|cell| (cell.written.span.clone(), TableProblem::TooManyCells.into())));
        }
        heading.report_missing(first, unknown, problems);
        if table.rows.len() == 1 {
            problems.push((first.span.clone(), TableProblem::NoRows.into()));
        }
        heading
    }

    fn add(&mut self, column: Column, language: Option<&str>, at: usize, name: &Written, problems: &mut Vec<Found>) {
        let position = match language {
            None => 0,
            Some(language) => self.languages.iter().position(|known| known == language).unwrap_or_else(|| {
                self.languages.push(language.to_owned());
                self.languages.len() - 1
            }),
        };
        if let Some(language) = language.filter(|language| !is_language(language)) {
            problems.push((name.span.clone(), TableProblem::NoLanguage { language: language.to_owned() }.into()));
        }
        if self.at.insert((column, position), at).is_some() {
            problems.push((name.span.clone(), TableProblem::ColumnTwice { name: name.text.clone() }.into()));
        }
    }

    /// Reports the columns that are unknown, and those that are lacking. One that is lacking only because its name is
    /// misspelt is one mistake, not two.
    fn report_missing(&self, first: &Row, unknown: Vec<(Range<usize>, String)>, problems: &mut Vec<Found>) {
        let mut lacking = Vec::new();
        // In another language alone it would leave every row without it.
        let mut need = |column: Column, any: &[Column], example: &str| {
            if any.iter().any(|column| self.at.contains_key(&(*column, 0))) {
                return;
            }
            let in_another = any.iter().any(|column| self.has(*column));
            let language = self.languages.first().filter(|_| in_another);
            let of_language = language.map(|language| format!(", in the language `{language}`"));
            lacking.push((column, format!("{example}{}", of_language.unwrap_or_default())));
        };
        need(Column::Card, &[Column::Card, Column::CardName], "the name of the card that a fact stands on");
        need(Column::Statement, &[Column::Statement], "the fact, one sentence");
        let in_one = [Column::Sources, Column::SourceNames];
        need(Column::Article, &[&[Column::Article], in_one.as_slice()].concat(), "the title of the article");
        need(Column::Paragraph, &[&[Column::Paragraph], in_one.as_slice()].concat(), "the number of the paragraph");
        for (span, name) in unknown {
            let of_lacking = lacking.iter().map(|(column, _)| column.name());
            let all = || COLUMNS.iter().flat_map(|known| std::iter::once(&known.name).chain(known.also)).copied();
            let folded = fold(&name);
            let similar = similar(&folded, of_lacking).or_else(|| similar(&folded, all()));
            lacking.retain(|(column, _)| Some(column.name()) != similar.as_deref());
            problems.push((span, TableProblem::UnknownColumn { name, similar }.into()));
        }
        for (column, example) in lacking {
            problems.push((first.span.clone(), TableProblem::MissingColumn { name: column.name(), example }.into()));
        }
    }

    /// Whether the table has that column, in any language.
    pub fn has(&self, column: Column) -> bool {
        self.at.keys().any(|(known, _)| *known == column)
    }

    /// What a row has in a column: an empty cell at the row's end where the row is too short, none where there is no such
    /// column.
    pub fn cell(&self, row: &Row, column: Column, language: usize) -> Option<Cell> {
        let at = *self.at.get(&(column, language))?;
        Some(row.cells.get(at).cloned().unwrap_or_else(|| Cell::empty(row.span.end)))
    }
}

/// Reports what stands in a column without a name, once.
fn report_nameless(table: &Table, at: usize, problems: &mut Vec<Found>) {
    let filled = table.rows.iter().filter_map(|row| row.cells.get(at)).find(|cell| !cell.written.text.is_empty());
    if let Some(cell) = filled {
        problems.push((cell.written.span.clone(), TableProblem::NamelessColumn.into()));
    }
}
