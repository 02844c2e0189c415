//! The conventions of the table as a whole, settled before any of its cells is read.

use super::{Reading, line};
use crate::import::{
    column::Column,
    convention::{By, DateOrder},
    decimal::Decimal,
    figure,
    number::number,
    table::{BETWEEN, Row},
};

/// The columns with dates.
const DATES: [Column; 5] = [Column::Date, Column::When, Column::Said, Column::Published, Column::Withdrawn];
/// The columns by which a table exported from a site is recognised.
const OF_EXPORT: [Column; 5] = [Column::Id, Column::CardName, Column::When, Column::TopicNames, Column::SourceNames];

impl Reading<'_> {
    /// Settles how numbers and dates are read: by the options, or else by the first cell that can be read in one way only.
    pub(super) fn settle(&mut self, rows: &[Row], decimal: Option<Decimal>, dates: Option<DateOrder>) {
        self.numbers.settled = decimal.map(|decimal| (decimal, By::Option));
        self.calendar.dates.settled = dates.map(|order| (order, By::Option));
        if self.separator == ',' && OF_EXPORT.iter().all(|column| self.heading.has(*column)) {
            self.numbers.settled.get_or_insert((Decimal::Point, By::Export));
        }
        let Self { heading, text: file, numbers, calendar, .. } = self;
        for row in rows {
            for cell in [Column::Figure, Column::FigureFrom].iter().filter_map(|column| heading.cell(row, *column, 0)) {
                let (before, text, _) = figure::parts(&cell.written.text);
                for text in before.into_iter().chain([text]).map(str::trim) {
                    if let Some(number) = number(text) {
                        numbers.see(text, &number.readings, || line(file, &cell.written.span));
                    }
                }
            }
            for cell in DATES.iter().filter_map(|column| heading.cell(row, *column, 0)) {
                for part in cell.parts(&[BETWEEN]) {
                    calendar.see(&part.text, || line(file, &part.span));
                }
            }
        }
    }
}
