//! A parsed table: rows of cells, each with its position in the file.

use std::ops::Range;

use fact_cards::export::text_of_cell;
use fact_cards_author::on_one_line;

use super::{
    column,
    field::{Field, field},
    problem::TableProblem,
};

/// A text and its position in the file, in bytes.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Written {
    pub text: String,
    pub span: Range<usize>,
}

/// The content of a cell, on one line.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Cell {
    pub written: Written,
    /// Where the text begins in the file, if it is there verbatim.
    literal: Option<usize>,
    /// It is a formula, whose result is not in the file.
    pub is_formula: bool,
}

/// The separator of several values in one cell.
pub const BETWEEN: char = ';';
/// Escapes a separator that belongs to a value.
const KEEP: char = '\\';

/// A value with its escaped semicolons restored.
pub fn unescaped(text: &str) -> String {
    text.replace("\\;", ";")
}

impl Cell {
    /// An empty cell, after the end of a short row.
    pub fn empty(at: usize) -> Self {
        Self { written: Written { text: String::new(), span: at..at }, ..Self::default() }
    }

    /// The whole cell as one name, even with semicolons in it. None for an empty cell.
    pub fn whole(&self) -> Option<Written> {
        let Written { text, span } = &self.written;
        (!text.is_empty()).then(|| Written { text: unescaped(text), span: span.clone() })
    }

    /// The cell split at its separators, with empty parts. None for an empty cell.
    pub fn parts(&self, separators: &[char]) -> Vec<Written> {
        let Written { text, span } = &self.written;
        if text.is_empty() {
            return Vec::new();
        }
        let mut parts = Vec::new();
        let mut begins = 0;
        let mut before = None;
        for (at, character) in text.char_indices().chain([(text.len(), BETWEEN)]) {
            let is_kept = character == BETWEEN && before == Some(KEEP);
            before = Some(character);
            if at < text.len() && (is_kept || !separators.contains(&character)) {
                continue;
            }
            let part = text.get(begins..at).unwrap_or_default();
            let start = begins + (part.len() - part.trim_start().len());
            let value = part.trim();
            let span = match self.literal {
                Some(literal) => literal + start..literal + start + value.len(),
                None => span.clone(),
            };
            parts.push(Written { text: unescaped(value), span });
            begins = at + character.len_utf8();
        }
        if parts.last().is_some_and(|last| last.text.is_empty()) {
            parts.pop();
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
    /// Whether all of its cells are empty.
    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.written.text.is_empty())
    }
}

/// The rows of a table that are not empty; the first has the names of the columns.
pub struct Table {
    pub rows: Vec<Row>,
    /// An unclosed quotation mark: the rest of the file is one cell.
    pub open_quote: Option<Range<usize>>,
    /// The separator of its cells.
    pub separator: char,
}

/// The separators that spreadsheets write.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// Parses a table. Its first line may name the separator, as European spreadsheets do: `sep=;`. Otherwise it is the one with
/// which the first row has the most known columns.
pub fn table(text: &str) -> Result<Table, TableProblem> {
    let said = said_separator(text);
    let from = said.map_or(0, |(_, from)| from);
    let names = |separator: char| {
        let first = rows(text, from, separator, 1).rows;
        let cells: Vec<&Cell> = first.iter().flat_map(|row| &row.cells).collect();
        (cells.iter().filter(|cell| column::is_known(&cell.written.text)).count(), cells.len())
    };
    // The first one of the best: `max_by_key` gives the last.
    let separator = said.map(|(separator, _)| separator);
    let separator =
        separator.or_else(|| SEPARATORS.into_iter().rev().max_by_key(|separator| names(*separator))).unwrap_or(',');
    // A file that is empty with one separator has nothing but that separator.
    if SEPARATORS.into_iter().chain([separator]).any(|separator| rows(text, from, separator, 1).rows.is_empty()) {
        return Err(TableProblem::Empty);
    }
    Ok(rows(text, from, separator, usize::MAX))
}

/// The separator that the first line names, and where the second line begins.
fn said_separator(text: &str) -> Option<(char, usize)> {
    let (line, _) = text.split_once('\n')?;
    let bare = line.trim_matches(['"', ' ']);
    let said = bare.get(..4).filter(|said| said.eq_ignore_ascii_case("sep=")).and_then(|_| bare.get(4..))?;
    let mut characters = said.chars();
    let separator = characters.next().filter(|sign| sign.is_ascii() && !sign.is_ascii_alphanumeric())?;
    characters.next().is_none().then_some((separator, line.len() + 1))
}

fn rows(text: &str, from: usize, separator: char, most: usize) -> Table {
    let mut table = Table { rows: Vec::new(), open_quote: None, separator };
    let mut row = Row::default();
    let mut start = from;
    while table.rows.len() < most && start < text.len() {
        let Field { length, value, is_open } = field(text.get(start..).unwrap_or_default(), separator);
        let end = start + length;
        let raw = text.get(start..end).unwrap_or_default();
        let before = raw.len() - raw.trim_start().len();
        let trimmed = raw.trim();
        let span = start + before..start + before + trimmed.len();
        if is_open {
            table.open_quote = Some(span.start..span.start + 1);
        }
        row.cells.push(cell(trimmed, span, value.as_deref().unwrap_or(raw)));
        let is_last = text.get(end..).is_none_or(|rest| !rest.starts_with(separator));
        start = end + 1;
        // Where the text ends with a separator, an empty cell is left out.
        if is_last || start >= text.len() {
            row.span = row.cells.first().map_or(end, |cell| cell.written.span.start)
                ..row.cells.last().map_or(end, |cell| cell.written.span.end);
            let row = std::mem::take(&mut row);
            if !row.is_empty() {
                table.rows.push(row);
            }
        }
    }
    table
}

fn cell(raw: &str, span: Range<usize>, value: &str) -> Cell {
    let value = value.trim();
    let text = on_one_line(&text_of_cell(value));
    let inside = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let literal = match inside {
        Some(inside) if inside == text => Some(span.start + 1),
        None if raw == text => Some(span.start),
        _ => None,
    };
    Cell { written: Written { text, span }, literal, is_formula: value.starts_with('=') }
}
