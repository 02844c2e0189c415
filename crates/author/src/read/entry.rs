mod references;
mod tables;
mod texts;
mod values;

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    Reading,
    form::{OpenForm, Shape},
    sheet::Sheet,
    shelf::Shelf,
};
use crate::{diagnostic::Diagnostic, problem::Problem, similar::similar, story::FileSpan};

/// A table in a story file, whose fields are read one by one. A wrong one is reported and read as none.
pub(super) struct Entry<'t> {
    reading: &'t Reading,
    file: usize,
    /// Its name in reports: "member".
    of: &'static str,
    table: &'t DeTable<'t>,
    span: Range<usize>,
    /// The fields that were asked for.
    form: OpenForm,
    /// The missing fields.
    lacking: Vec<Lacking>,
}

/// A missing field, and where that is reported.
struct Lacking {
    field: &'static str,
    place: FileSpan,
    problem: Problem,
}

/// The name of a whole file in reports.
const THIS_FILE: &str = "this file";

impl<'t> Entry<'t> {
    /// The whole of a file.
    pub fn file(reading: &'t Reading, sheet: &'t Sheet<'t>) -> Self {
        let form = OpenForm::default();
        reading.add_form(sheet.file, &form);
        Self {
            reading,
            file: sheet.file,
            of: THIS_FILE,
            table: sheet.table.get_ref(),
            // Missing fields of a file are reported at its beginning.
            span: 0..0,
            form,
            lacking: Vec::new(),
        }
    }

    /// Where it stands.
    pub fn place(&self) -> FileSpan {
        self.place_at(self.span.clone())
    }

    /// Reports unknown and missing fields. A misspelt one is one mistake, not two.
    pub fn finish(mut self) {
        let asked: Vec<&str> = self.form.borrow().names().collect();
        for key in self.table.keys().filter(|key| !asked.contains(&key.get_ref().as_ref())) {
            let field = key.get_ref().to_string();
            let lacking = similar(&field, self.lacking.iter().map(|lacking| lacking.field));
            self.lacking.retain(|other| lacking.as_deref() != Some(other.field));
            let free = asked.iter().copied().filter(|field| !self.table.contains_key(*field));
            let similar = lacking.or_else(|| similar(&field, free));
            let problem = Problem::UnknownField { of: self.of, field, similar, allowed: asked.clone() };
            self.report(key.span(), problem);
            if self.of == THIS_FILE {
                self.reading.ids_may_be_missing(self.file);
            }
        }
        for lacking in self.lacking {
            self.reading.report(&lacking.place, lacking.problem);
        }
    }

    /// Reports a problem at a place in it.
    pub fn report_at(&self, place: &FileSpan, problem: Problem) {
        self.reading.report(place, problem);
    }

    /// Reports a problem of the whole entry.
    pub fn report_here(&self, problem: Problem) {
        self.report(self.span.clone(), problem);
    }

    /// The story's pictures.
    pub const fn shelf(&self) -> &Shelf {
        &self.reading.shelf
    }

    /// A place in it, for a mistake that only shows later.
    pub fn diagnostic_at(&self, place: &FileSpan) -> Option<Diagnostic> {
        self.reading.diagnostic_at(place, Problem::UnusedPicture)
    }

    /// Whether the field exists, whatever its value.
    pub fn has(&mut self, field: &'static str) -> bool {
        self.there(field).is_some()
    }

    /// Whether the field holds just that word.
    pub fn says(&mut self, field: &'static str, word: &'static str) -> bool {
        self.form.borrow_mut().note(field, |field| field.word = Some(word));
        self.there(field).is_some_and(|value| value.get_ref().as_str() == Some(word))
    }

    /// The place of the field's value, or of the entry if there is none.
    pub fn place_of(&mut self, field: &'static str) -> FileSpan {
        let span = self.there(field).map_or_else(|| self.span.clone(), Spanned::span);
        self.place_at(span)
    }

    /// Requires the field; if it is missing, that is reported when the entry is finished.
    pub fn need(&mut self, field: &'static str, example: &'static str) {
        self.need_or(field, Problem::MissingField { of: self.of, field, example });
    }

    /// The same with another problem.
    pub fn need_or(&mut self, field: &'static str, problem: Problem) {
        self.form.borrow_mut().note(field, |field| field.is_needed = true);
        self.lack(self.place(), field, problem);
    }

    /// The same for a list, which must not be empty either.
    pub fn need_some(&mut self, field: &'static str, problem: Problem) {
        self.form.borrow_mut().note(field, |field| field.is_filled = true);
        match self.there(field) {
            Some(value) if value.get_ref().as_array().is_some_and(|list| list.is_empty()) => {
                self.report(value.span(), problem);
            }
            _ => self.need_or(field, problem),
        }
    }

    /// Requires the field if another one exists.
    pub fn need_with(&mut self, other: &'static str, field: &'static str, problem: Problem) {
        self.form.borrow_mut().with.push((other, field));
        if self.has(other) {
            let place = self.place_of(other);
            self.lack(place, field, problem);
        }
    }

    /// Forbids the field if another one exists.
    pub fn never_with(&mut self, other: &'static str, field: &'static str, problem: Problem) {
        self.form.borrow_mut().without.push((other, field));
        if self.has(other) && self.has(field) {
            let place = self.place_of(field);
            self.report_at(&place, problem);
        }
    }

    /// Requires exactly one of these sets of fields, complete.
    pub fn need_one_of(&mut self, sets: &[&[&'static str]], problem: &Problem) {
        self.form.borrow_mut().one_of = sets.iter().map(|set| set.to_vec()).collect();
        let begun: Vec<_> = sets.iter().filter(|set| set.iter().any(|field| self.has(field))).collect();
        let lacks = match (begun.as_slice(), sets) {
            ([], [[first, ..], ..]) => std::slice::from_ref(first),
            ([set], _) => set,
            _ => return self.report_here(problem.clone()),
        };
        for field in lacks {
            self.lack(self.place(), field, problem.clone());
        }
    }

    /// Reads fields that belong together, if one of them exists.
    pub fn together<T>(&mut self, fields: &[&'static str], read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if !self.reading.only_asks() && !fields.iter().any(|field| self.has(field)) {
            return None;
        }
        let read = read(self);
        self.form.borrow_mut().need_together(fields);
        read
    }

    fn lack(&mut self, place: FileSpan, field: &'static str, problem: Problem) {
        if !self.has(field) {
            self.lacking.push(Lacking { field, place, problem });
        }
    }

    /// The value of the field, noting its shape in the form.
    fn value(&mut self, field: &'static str, shape: Shape) -> Option<&'t Spanned<DeValue<'t>>> {
        self.form.borrow_mut().note(field, |field| field.shape = Some(shape));
        self.table.get(field)
    }

    /// The value of the field, of whatever shape.
    fn there(&mut self, field: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.form.borrow_mut().note(field, |_| {});
        self.table.get(field)
    }

    fn key_span(&self, field: &str) -> Range<usize> {
        self.table.get_key_value(field).map_or_else(|| self.span.clone(), |(key, _)| key.span())
    }

    fn wrong_type(&self, field: &str, expected: &'static str, value: &Spanned<DeValue>) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.report(value.span(), Problem::WrongType { field: field.to_owned(), expected, found });
    }

    fn place_at(&self, span: Range<usize>) -> FileSpan {
        FileSpan { file: self.file, span }
    }

    fn report(&self, span: Range<usize>, problem: Problem) {
        self.reading.report(&self.place_at(span), problem);
    }
}
