//! Tables within a table.

use std::{cell::RefCell, ops::Range, rc::Rc};

use toml::de::DeTable;

use super::Entry;
use crate::read::form::{Form, Shape};

impl<'t> Entry<'t> {
    /// A nested table; `of` is its name in reports.
    pub fn inner(&mut self, field: &'static str, of: &'static str) -> Option<Self> {
        let blank = self.blank(of);
        let Some(value) = self.value(field, Shape::Table(Rc::clone(&blank.form))) else {
            return self.reading.only_asks().then_some(blank);
        };
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(field, "a table", value);
        }
        Some(self.entry(table?, value.span(), of))
    }

    /// The tables of a list in this one.
    pub fn list(&mut self, field: &'static str, of: &'static str) -> Vec<Self> {
        let blank = self.blank(of);
        let Some(value) = self.value(field, Shape::List(Rc::clone(&blank.form))) else {
            return if self.reading.only_asks() { vec![blank] } else { Vec::new() };
        };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(field, "a list of tables", value);
            return Vec::new();
        };
        let mut entries = Vec::new();
        for value in list {
            match value.get_ref().as_table() {
                Some(table) => entries.push(self.entry(table, value.span(), of)),
                None => self.wrong_type(field, "a list of tables", value),
            }
        }
        entries
    }

    /// The entries `[[field]]` of a file; the field is their name in reports.
    pub fn entries(&mut self, field: &'static str) -> Vec<Self> {
        if self.there(field).is_some_and(|value| !value.get_ref().is_array()) {
            self.reading.ids_may_be_missing(self.file);
        }
        self.list(field, field)
    }

    fn entry(&self, table: &'t DeTable<'t>, span: Range<usize>, of: &'static str) -> Self {
        let form = Rc::new(RefCell::new(Form { of, ..Form::default() }));
        Self { reading: self.reading, file: self.file, of, table, span, form, lacking: Vec::new() }
    }

    /// An empty entry, to record its form. When readers run without input, this one is empty too.
    fn blank(&self, of: &'static str) -> Self {
        self.entry(self.table, self.span.clone(), of)
    }
}
