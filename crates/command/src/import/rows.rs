//! From rows to a draft of a story: reads each cell and reports its mistakes.

mod articles;
mod cards;
mod facts;
mod life;
mod pictures;
mod refused;
mod repeated;
mod settled;

use std::{
    collections::{BTreeMap, BTreeSet},
    mem::take,
    ops::Range,
};

use fact_cards_author::Problem;

use super::{
    column::{COLUMNS, Column},
    convention::{Dates, Numbers},
    date::{Calendar, months::Months},
    draft::{Alike, Draft, Naming, Texts},
    heading::{Found, Heading},
    problem::TableProblem,
    table::{Row, Table, Written},
};
use crate::import::Options;

/// The state while the rows of a table are read.
pub struct Reading<'t> {
    pub heading: Heading,
    /// The text of the file.
    pub text: &'t str,
    /// The name of the file in reports.
    pub file: &'t str,
    pub draft: Draft,
    pub problems: Vec<Found>,
    /// How numbers are read.
    pub numbers: Numbers,
    /// How dates are read.
    pub calendar: Calendar,
    /// The separator of the cells.
    separator: char,
    /// Where cells begin that were reported as not computed.
    pub refused: BTreeSet<usize>,
    /// The facts by card and statement.
    statements: BTreeMap<(usize, String), Vec<usize>>,
}

/// The columns about a card. Cells in other columns make a row one of a fact, except for `false`, which a spreadsheet writes for
/// every unticked box.
const OF_CARDS: [Column; 15] = [
    Column::Card,
    Column::CardName,
    Column::Kind,
    Column::Type,
    Column::Summary,
    Column::Spellings,
    Column::Latitude,
    Column::Longitude,
    Column::MoreThan,
    Column::Picture,
    Column::PictureAlt,
    Column::PictureCredit,
    Column::PictureLicence,
    Column::PictureSource,
    Column::PictureFocus,
];

impl<'t> Reading<'t> {
    /// Begins after the heading.
    pub fn new(heading: Heading, text: &'t str, file: &'t str) -> Self {
        let calendar = Calendar { months: Months::new(&heading.languages), dates: Dates::default() };
        Self {
            heading,
            text,
            file,
            draft: Draft::default(),
            problems: Vec::new(),
            numbers: Numbers::default(),
            calendar,
            separator: ',',
            refused: BTreeSet::new(),
            statements: BTreeMap::new(),
        }
    }

    /// Reads all rows, the cards first: any row may refer to the card of another.
    pub fn read(&mut self, table: &Table, options: &Options) {
        let rows = table.rows.get(1..).unwrap_or_default();
        self.separator = table.separator;
        self.refuse(rows);
        self.settle(rows, options.decimal, options.dates);
        let cards: Vec<Option<usize>> = rows.iter().map(|row| self.card_of(row)).collect();
        for (row, card) in rows.iter().zip(cards) {
            let is_fact = of_facts().any(|column| self.is_filled(row, column));
            let card = card.filter(|_| is_fact);
            if let Some(fact) = card.and_then(|card| self.fact(row, card)) {
                self.add_fact(fact);
            }
        }
        self.report_names();
        self.finish_articles();
        self.finish_cards();
        self.finish_facts();
    }

    fn report(&mut self, span: &Range<usize>, problem: impl Into<Problem>) {
        if !self.refused.contains(&span.start) {
            self.problems.push((span.clone(), problem.into()));
        }
    }

    /// Reports names that several things share or that differ only in accents.
    fn report_names(&mut self) {
        let Draft { cards, articles, topics, .. } = &mut self.draft;
        let alike = [take(&mut cards.alike), take(&mut articles.alike), take(&mut topics.alike)];
        let shared = [take(&mut cards.shared), take(&mut articles.shared), take(&mut topics.shared)];
        for alike in alike.into_iter().flatten() {
            self.report_alike(&alike);
        }
        for Written { text: name, span } in shared.into_iter().flatten() {
            self.report(&span, TableProblem::SharedName { name });
        }
    }

    fn report_alike(&mut self, Alike { name, earlier }: &Alike) {
        let line = self.line(&earlier.span);
        let problem = TableProblem::Alike { name: name.text.clone(), earlier: earlier.text.clone(), line };
        self.report(&name.span, problem);
    }

    /// The single thing that a cell names. Several are a mistake.
    fn only(&mut self, row: &Row, column: Column, names: Column) -> Option<Naming> {
        let namings = self.namings(row, column, names);
        if let Some(second) = namings.get(1) {
            let problem = TableProblem::OneOnly { column: column.name(), count: namings.len() };
            self.report(&second.span(), problem);
        }
        namings.into_iter().next()
    }

    /// The content of a cell in the first language, unless it is empty.
    fn written(&self, row: &Row, column: Column) -> Option<Written> {
        self.written_in(row, column, 0)
    }

    fn written_in(&self, row: &Row, column: Column, language: usize) -> Option<Written> {
        let written = self.heading.cell(row, column, language)?.written;
        (!written.text.is_empty()).then_some(written)
    }

    /// The content of a cell that must not be empty.
    fn needed(&mut self, row: &Row, column: Column) -> Option<Written> {
        let written = self.heading.cell(row, column, 0)?.written;
        if written.text.is_empty() {
            self.report(&written.span, TableProblem::EmptyCell { column: column.name() });
            return None;
        }
        Some(written)
    }

    fn is_filled(&self, row: &Row, column: Column) -> bool {
        (0..self.heading.languages.len()).any(|language| self.written_in(row, column, language).is_some())
    }

    /// The contents of a column's cells in each language.
    fn texts(&self, row: &Row, column: Column) -> Texts {
        (0..self.heading.languages.len()).map(|language| self.written_in(row, column, language)).collect()
    }

    /// The things that a cell names: by ids, with names in a cell beside it, or by names alone.
    fn namings(&mut self, row: &Row, column: Column, names: Column) -> Vec<Naming> {
        let values =
            |reading: &Self, column| reading.heading.cell(row, column, 0).map(|cell| cell.values()).unwrap_or_default();
        let (first, second) = (values(self, column), values(self, names));
        if !self.heading.has(names) || first.is_empty() {
            let alone = if first.is_empty() { second } else { first };
            return alone.into_iter().map(|name| Naming { id: None, name: Some(name) }).collect();
        }
        // One id has one name, even where that has semicolons.
        let whole = || self.heading.cell(row, names, 0).and_then(|cell| cell.whole());
        let second = if first.len() == 1 { whole().into_iter().collect() } else { second };
        // Otherwise a name with a semicolon in it looks like two.
        if first.len() != second.len() && !second.is_empty() {
            let problem = TableProblem::OtherCount {
                column: names.name(),
                count: second.len(),
                beside: column.name(),
                needed: first.len(),
            };
            let span = second.first().map_or(0..0, |value| value.span.clone());
            self.report(&span, problem);
        }
        let mut second = second.into_iter();
        first.into_iter().map(|id| Naming { id: Some(id), name: second.next() }).collect()
    }

    /// Merges a row's cell about something with those of earlier rows. Different contents are a mistake.
    fn once(&mut self, name: &str, column: Column, known: Option<Written>, said: Option<Written>) -> Option<Written> {
        if let (Some(known), Some(said)) = (&known, &said)
            && known.text != said.text
        {
            let problem =
                TableProblem::TwoValues { name: name.to_owned(), column: column.name(), line: self.line(&known.span) };
            self.report(&said.span, problem);
        }
        known.or(said)
    }

    /// The same for a text in each language.
    fn texts_once(&mut self, name: &str, column: Column, known: Texts, said: Texts) -> Texts {
        let mut known = known.into_iter();
        said.into_iter().map(|said| self.once(name, column, known.next().flatten(), said)).collect()
    }

    /// The line of a position, counted from 1.
    fn line(&self, span: &Range<usize>) -> usize {
        line(self.text, span)
    }
}

/// The columns that make a row a fact.
fn of_facts() -> impl Iterator<Item = Column> {
    COLUMNS.iter().map(|known| known.column).filter(|column| !OF_CARDS.contains(column))
}

/// The line of a position in a text, counted from 1.
fn line(text: &str, span: &Range<usize>) -> usize {
    text.get(..span.start).unwrap_or_default().matches('\n').count() + 1
}
