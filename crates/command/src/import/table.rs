//! A table as it stands in a file: rows of cells, each with its place.

use std::ops::Range;

use csv_core::{ReadFieldResult, ReaderBuilder};
use fact_cards::export::text_of_cell;
use fact_cards_story::author::on_one_line;

use super::{heading, problem::TableProblem};

/// A text with where it stands in the file, in bytes.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Written {
    pub text: String,
    pub span: Range<usize>,
}

/// What is in a cell, on one line; empty where there is nothing.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Cell {
    pub written: Written,
    /// Where the text begins in the file, if it stands there letter by letter.
    literal: Option<usize>,
}

/// What parts several values in one cell.
pub const BETWEEN: char = ';';

impl Cell {
    /// A cell that is not there: the row ended before it.
    pub fn empty(at: usize) -> Self {
        Self { written: Written { text: String::new(), span: at..at }, literal: None }
    }

    /// The parts of the cell that separators part, also those that are empty. None for an empty cell.
    pub fn parts(&self, separators: &[char]) -> Vec<Written> {
        let Written { text, span } = &self.written;
        if text.is_empty() {
            return Vec::new();
        }
        let mut parts = Vec::new();
        let mut at = 0;
        for part in text.split_inclusive(separators) {
            let value = part.trim_end_matches(separators);
            let start = at + (value.len() - value.trim_start().len());
            let value = value.trim();
            let span = match self.literal {
                Some(literal) => literal + start..literal + start + value.len(),
                None => span.clone(),
            };
            parts.push(Written { text: value.to_owned(), span });
            at += part.len();
        }
        parts
    }

    /// The values in the cell.
    pub fn values(&self) -> Vec<Written> {
        let mut values = self.parts(&[BETWEEN]);
        values.retain(|value| !value.text.is_empty());
        values
    }
}

/// A row of a table.
#[derive(Debug, Default)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// From its first cell to its last.
    pub span: Range<usize>,
}

impl Row {
    /// Whether nothing is in it.
    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.written.text.is_empty())
    }
}

/// The rows of a table that have something in them, the first of which has the names of the columns.
pub struct Table {
    pub rows: Vec<Row>,
    /// A quotation mark without its partner: the rest of the file is one cell.
    pub open_quote: Option<Range<usize>>,
}

/// What spreadsheets write between cells.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Reads a table. What parts its cells is what lets the first row have the most names of columns.
pub fn table(text: &str) -> Result<Table, TableProblem> {
    let names = |separator: u8| {
        let first = rows(text, separator, 1).rows;
        let cells: Vec<&Cell> = first.iter().flat_map(|row| &row.cells).collect();
        (cells.iter().filter(|cell| heading::is_known(&cell.written.text)).count(), cells.len())
    };
    // The first one of the best: `max_by_key` gives the last.
    let separator = SEPARATORS.into_iter().rev().max_by_key(|separator| names(*separator)).unwrap_or(b',');
    // What is empty for one of them has nothing but that one.
    if SEPARATORS.into_iter().any(|separator| rows(text, separator, 1).rows.is_empty()) {
        return Err(TableProblem::Empty);
    }
    Ok(rows(text, separator, usize::MAX))
}

fn rows(text: &str, separator: u8, most: usize) -> Table {
    let mut reader = ReaderBuilder::new().delimiter(separator).build();
    let mut decoded = vec![0; text.len() + 1];
    let mut table = Table { rows: Vec::new(), open_quote: None };
    let mut row = Row::default();
    let (mut start, mut at, mut filled) = (0, 0, 0);
    while table.rows.len() < most {
        let input = text.as_bytes().get(at..).unwrap_or_default();
        let (result, read, written) = reader.read_field(input, decoded.get_mut(filled..).unwrap_or_default());
        at += read;
        filled += written;
        let is_last = match result {
            ReadFieldResult::InputEmpty => continue,
            // There is room for all of the text.
            ReadFieldResult::OutputFull | ReadFieldResult::End => break,
            ReadFieldResult::Field { record_end } => record_end,
        };
        let end = if is_last { '\n' } else { char::from(separator) };
        let raw = text.get(start..at).unwrap_or_default();
        let raw = raw.strip_suffix(end).unwrap_or(raw);
        let before = raw.len() - raw.trim_start().len();
        let raw = raw.trim();
        let span = start + before..start + before + raw.len();
        if is_last && at == text.len() && raw.starts_with('"') && !raw.matches('"').count().is_multiple_of(2) {
            table.open_quote = Some(span.start..span.start + 1);
        }
        let value = String::from_utf8_lossy(decoded.get(..filled).unwrap_or_default());
        row.cells.push(cell(raw, span, &value));
        (start, filled) = (at, 0);
        if is_last {
            row.span = row.cells.first().map_or(at, |cell| cell.written.span.start)
                ..row.cells.last().map_or(at, |cell| cell.written.span.end);
            let row = std::mem::take(&mut row);
            if !row.is_empty() {
                table.rows.push(row);
            }
        }
    }
    table
}

fn cell(raw: &str, span: Range<usize>, value: &str) -> Cell {
    let text = on_one_line(&text_of_cell(value));
    let inside = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let literal = match inside {
        Some(inside) if inside == text => Some(span.start + 1),
        None if raw == text => Some(span.start),
        _ => None,
    };
    Cell { written: Written { text, span }, literal }
}
