//! Cells that a spreadsheet failed to compute (`#REF!`) or has yet to compute (formulas).

use super::Reading;
use crate::import::{column::COLUMNS, problem::TableProblem, residue::is_error, table::Row};

impl Reading<'_> {
    /// Reports them. Later readers of these cells stay silent.
    pub(super) fn refuse(&mut self, rows: &[Row]) {
        for row in rows {
            let columns = COLUMNS
                .iter()
                .flat_map(|known| (0..self.heading.languages.len()).map(move |language| (known.column, language)));
            let cells = columns.filter_map(|(column, language)| self.heading.cell(row, column, language));
            for cell in cells.collect::<Vec<_>>() {
                let text = cell.written.text.clone();
                let problem = if cell.is_formula {
                    TableProblem::Formula { text }
                } else if is_error(&text) {
                    TableProblem::SpreadsheetError { text }
                } else if text.contains(char::REPLACEMENT_CHARACTER) {
                    TableProblem::LostLetter
                } else {
                    continue;
                };
                self.report(&cell.written.span, problem);
                self.refused.insert(cell.written.span.start);
            }
        }
    }
}
