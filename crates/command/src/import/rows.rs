//! From rows to a story: what each cell says, and what is wrong with it.

mod articles;
mod cards;
mod facts;
mod life;

use std::ops::Range;

use fact_cards_story::author::Problem;

use super::{
    draft::{Draft, Naming, Texts},
    heading::{Column, Found, Heading},
    problem::TableProblem,
    table::{Row, Written},
};

/// What is known so far while the rows of a table are read.
pub struct Reading<'t> {
    pub heading: Heading,
    /// The text of the file.
    pub text: &'t str,
    /// The file, as mistakes name it.
    pub file: &'t str,
    pub draft: Draft,
    pub problems: Vec<Found>,
}

/// The columns that make a row one of a fact, not only of a card. `more than` is none of them: a box that is not ticked says
/// `false` in every row.
const OF_FACTS: [Column; 15] = [
    Column::Statement,
    Column::Article,
    Column::Paragraph,
    Column::Sources,
    Column::SourceNames,
    Column::About,
    Column::AboutNames,
    Column::Date,
    Column::Speaker,
    Column::SpeakerName,
    Column::Said,
    Column::Topics,
    Column::Figure,
    Column::Unit,
    Column::Id,
];

impl Reading<'_> {
    /// Reads all rows. First what they say of their own cards: any row may name the card of another.
    pub fn read(&mut self, rows: &[Row]) {
        let cards: Vec<Option<usize>> = rows.iter().map(|row| self.card_of(row)).collect();
        for (row, card) in rows.iter().zip(cards) {
            let is_fact = OF_FACTS.iter().any(|column| self.is_filled(row, *column));
            let card = card.filter(|_| is_fact);
            if let Some(fact) = card.and_then(|card| self.fact(row, card)) {
                self.draft.facts.push(fact);
            }
        }
        self.finish_articles();
        self.finish_cards();
        self.finish_facts();
    }

    fn report(&mut self, span: &Range<usize>, problem: impl Into<Problem>) {
        self.problems.push((span.clone(), problem.into()));
    }

    /// What a cell says, in the first language; none where it is empty.
    fn written(&self, row: &Row, column: Column) -> Option<Written> {
        self.written_in(row, column, 0)
    }

    fn written_in(&self, row: &Row, column: Column, language: usize) -> Option<Written> {
        let written = self.heading.cell(row, column, language)?.written;
        (!written.text.is_empty()).then_some(written)
    }

    /// What a cell says that must not be empty.
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

    /// What the cells of a column say in each language.
    fn texts(&self, row: &Row, column: Column) -> Texts {
        (0..self.heading.languages.len()).map(|language| self.written_in(row, column, language)).collect()
    }

    /// What a cell names: by ids with names beside them, or by names alone.
    fn namings(&mut self, row: &Row, column: Column, names: Column) -> Vec<Naming> {
        let values =
            |reading: &Self, column| reading.heading.cell(row, column, 0).map(|cell| cell.values()).unwrap_or_default();
        let (first, second) = (values(self, column), values(self, names));
        if !self.heading.has(names) || first.is_empty() {
            let alone = if first.is_empty() { second } else { first };
            return alone.into_iter().map(|name| Naming { id: None, name: Some(name) }).collect();
        }
        // A name with a semicolon in it looks like two.
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

    /// Takes what a row says of something into what others have said. Two that differ are a mistake.
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

    /// The line in which something stands, counted from 1.
    fn line(&self, span: &Range<usize>) -> usize {
        self.text.get(..span.start).unwrap_or_default().matches('\n').count() + 1
    }
}
