//! The heading: which column holds what, and in which language.

use std::{collections::BTreeMap, ops::Range};

use fact_cards_author::{Problem, similar};
use fact_cards_story::fold::fold;

use super::{
    column::{COLUMNS, Column, in_language},
    is_language,
    problem::TableProblem,
    table::{Cell, Row, Table, Written},
};

/// Which columns a table has.
#[derive(Default)]
pub struct Heading {
    /// The languages of the story, the first one first.
    pub languages: Vec<String>,
    at: BTreeMap<(Column, usize), usize>,
}

/// A mistake and its position.
pub type Found = (Range<usize>, Problem);

impl Heading {
    /// Reads the first row. `language` is the story's first language, if given.
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

    /// Reports unknown and missing columns. A misspelt one is one mistake, not two.
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

    /// Whether the table has a column, in any language.
    pub fn has(&self, column: Column) -> bool {
        self.at.keys().any(|(known, _)| *known == column)
    }

    /// A row's cell in a column: an empty one where the row is too short, none where there is no such column.
    pub fn cell(&self, row: &Row, column: Column, language: usize) -> Option<Cell> {
        let at = *self.at.get(&(column, language))?;
        Some(row.cells.get(at).cloned().unwrap_or_else(|| Cell::empty(row.span.end)))
    }
}

/// Reports content in a column without a name, once.
fn report_nameless(table: &Table, at: usize, problems: &mut Vec<Found>) {
    let filled = table.rows.iter().filter_map(|row| row.cells.get(at)).find(|cell| !cell.written.text.is_empty());
    if let Some(cell) = filled {
        problems.push((cell.written.span.clone(), TableProblem::NamelessColumn.into()));
    }
}
