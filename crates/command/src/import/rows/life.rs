//! What became of the fact in a row.

use fact_cards_author::Date;

use super::Reading;
use crate::import::{
    column::Column,
    draft::{Change, Life},
    problem::TableProblem,
    table::{Row, Written},
};

impl Reading<'_> {
    /// What became of the fact in a row.
    pub(super) fn life(&mut self, row: &Row) -> Life {
        let revised = self.changes(row, Column::Revisions);
        let corrected = self.changes(row, Column::Corrections);
        let withdrawn = self.both(row, Column::Withdrawn, Column::WithdrawnReason);
        Life { revised, corrected, withdrawn }
    }

    /// When and why it was withdrawn: one needs the other.
    fn both(&mut self, row: &Row, day: Column, why: Column) -> Option<(Written, Written)> {
        let is_day = self.written(row, day).is_some();
        match (self.date_of(row, day), self.written(row, why)) {
            (Some(day), Some(why)) => Some((day, why)),
            (Some(only), None) => {
                self.report(&only.span, TableProblem::WithoutOther { column: day.name(), other: why.name() });
                None
            }
            (None, Some(only)) if !is_day => {
                self.report(&only.span, TableProblem::WithoutOther { column: why.name(), other: day.name() });
                None
            }
            _ => None,
        }
    }

    /// The changes in a cell, each with its day before it.
    fn changes(&mut self, row: &Row, column: Column) -> Vec<Change> {
        let Some(Written { text, span }) = self.written(row, column) else { return Vec::new() };
        let mut changes: Vec<Change> = Vec::new();
        for word in text.split(' ') {
            let day = word.strip_suffix(':').filter(|day| Date::parse_day(day).is_ok());
            match (day, changes.last_mut()) {
                (Some(day), _) => {
                    changes.push(Change { day: day.to_owned(), what: String::new(), span: span.clone() });
                }
                (None, Some(Change { what, .. })) => {
                    if !what.is_empty() {
                        what.push(' ');
                    }
                    what.push_str(word);
                }
                (None, None) => {
                    self.report(&span, TableProblem::NoDay { column: column.name(), text });
                    return Vec::new();
                }
            }
        }
        changes
    }
}
