use std::{cell::RefCell, collections::BTreeSet, ops::Range, rc::Rc};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    Declaration, Reading,
    form::{Form, OpenForm, Shape},
    sheet::Sheet,
    text,
};
use crate::{
    date::{Date, Period},
    embargo::Embargo,
    problem::Problem,
    similar::similar,
    story::{Localised, Place, Reference, Wording},
};

/// A table in a story file, from which fields are taken one by one. What is wrong with one is reported and gives none.
pub(super) struct Entry<'t> {
    reading: &'t Reading,
    file: usize,
    /// What it is to the editor: "member".
    of: &'static str,
    table: &'t DeTable<'t>,
    span: Range<usize>,
    /// What was asked of it.
    form: OpenForm,
    /// The fields that should be there and are not.
    lacking: Vec<Lacking>,
}

/// A field that should be there, and where the editor is told so.
struct Lacking {
    field: &'static str,
    place: Place,
    problem: Problem,
}

/// What a whole file is called.
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
            // What is missing in a file is missing at its beginning.
            span: 0..0,
            form,
            lacking: Vec::new(),
        }
    }

    /// Where it stands.
    pub fn place(&self) -> Place {
        self.place_at(self.span.clone())
    }

    /// Reports the fields that nobody asked for, and those that are lacking. A field that is lacking only because its
    /// name is misspelt is one mistake, not two.
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

    /// Reports something about one place of it.
    pub fn report_at(&self, place: &Place, problem: Problem) {
        self.reading.report(place, problem);
    }

    /// Reports something about the whole entry.
    pub fn report_here(&self, problem: Problem) {
        self.report(self.span.clone(), problem);
    }

    /// Whether the field is there, whatever it holds.
    pub fn has(&mut self, field: &'static str) -> bool {
        self.there(field).is_some()
    }

    /// Whether the field holds just that word.
    pub fn says(&mut self, field: &'static str, word: &'static str) -> bool {
        self.form.borrow_mut().note(field, |field| field.word = Some(word));
        self.there(field).is_some_and(|value| value.get_ref().as_str() == Some(word))
    }

    /// Where the field's value stands, or the entry where there is none.
    pub fn place_of(&mut self, field: &'static str) -> Place {
        let span = self.there(field).map_or_else(|| self.span.clone(), Spanned::span);
        self.place_at(span)
    }

    /// Reports the field as missing where it is, when the entry is finished.
    pub fn need(&mut self, field: &'static str, example: &'static str) {
        self.need_or(field, Problem::MissingField { of: self.of, field, example });
    }

    /// The same with a problem of its own.
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

    /// Reports the field as missing where another is there that needs it.
    pub fn need_with(&mut self, other: &'static str, field: &'static str, problem: Problem) {
        self.form.borrow_mut().with.push((other, field));
        if self.has(other) {
            let place = self.place_of(other);
            self.lack(place, field, problem);
        }
    }

    /// Reports the field where another is there that goes without it.
    pub fn never_with(&mut self, other: &'static str, field: &'static str, problem: Problem) {
        self.form.borrow_mut().without.push((other, field));
        if self.has(other) && self.has(field) {
            let place = self.place_of(field);
            self.report_at(&place, problem);
        }
    }

    /// Reports when it is not one of these sets of fields that is there, wholly and alone.
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

    /// Reads what these fields are together, where one of them is there.
    pub fn together<T>(&mut self, fields: &[&'static str], read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if !self.reading.only_asks() && !fields.iter().any(|field| self.has(field)) {
            return None;
        }
        let read = read(self);
        self.form.borrow_mut().need_together(fields);
        read
    }

    fn lack(&mut self, place: Place, field: &'static str, problem: Problem) {
        if !self.has(field) {
            self.lacking.push(Lacking { field, place, problem });
        }
    }

    /// A text on one line.
    pub fn text(&mut self, field: &'static str) -> Option<String> {
        let value = self.value(field, Shape::Text)?;
        self.text_of(field, value)
    }

    /// A text in each language of the story.
    pub fn localised(&mut self, field: &'static str) -> Option<Localised> {
        let value = self.value(field, Shape::Localised)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(field, "a text in each language", value);
            return None;
        };
        let languages = self.reading.languages.borrow();
        let is_declared = |language: &str| languages.iter().any(|known| known.id == language);
        let mut misspelt = Vec::new();
        for key in table.keys().filter(|key| !languages.is_empty() && !is_declared(key.get_ref())) {
            let language = key.get_ref().to_string();
            let declared: Vec<String> = languages.iter().map(|known| known.id.clone()).collect();
            let similar = similar(&language, declared.iter().map(String::as_str));
            misspelt.extend(similar.clone());
            self.report(key.span(), Problem::UndeclaredLanguage { language, similar, declared });
        }
        let written: Vec<Option<Wording>> = (0..)
            .zip(languages.iter())
            .map(|(language, Declaration { id, .. })| {
                let text = self.text_of(&format!("{field}.{id}"), table.get(id.as_str())?)?;
                Some(Wording { text, language })
            })
            .collect();
        let mut wordings = Vec::new();
        for (Declaration { id, falls_back_to }, own) in languages.iter().zip(&written) {
            let fallback = || {
                let at = languages.iter().position(|other| Some(&other.id) == falls_back_to.as_ref())?;
                written.get(at)?.as_ref()
            };
            if let Some(wording) = own.as_ref().or_else(fallback) {
                wordings.push(wording.clone());
            } else if falls_back_to.is_none() && !table.contains_key(id.as_str()) && !misspelt.contains(id) {
                let mut others = languages.iter().filter(|other| other.falls_back_to.is_none() && other.id != *id);
                let other = others.next().map(|other| other.id.clone());
                let problem = Problem::MissingLanguage { field: field.to_owned(), language: id.clone(), other };
                self.report(self.key_span(field), problem);
            }
        }
        (wordings.len() == languages.len()).then_some(Localised(wordings))
    }

    /// A text in each language of the story, which must be there.
    pub fn needed_localised(&mut self, field: &'static str, example: &'static str) -> Option<Localised> {
        self.need(field, example);
        self.localised(field)
    }

    /// The entry's own id.
    pub fn id(&mut self) -> Option<String> {
        let id = self.good_id();
        if id.is_none() {
            self.reading.ids_may_be_missing(self.file);
        }
        id
    }

    fn good_id(&mut self) -> Option<String> {
        let example = if self.of == "language" { "`id = \"en\"`" } else { "`id = \"operation-neptune\"`" };
        self.need("id", example);
        let value = self.value("id", Shape::Id)?;
        let id = self.text_of("id", value)?;
        if is_id(&id) {
            self.reading.declare(self.of, &id, self.place_at(value.span()));
            return Some(id);
        }
        let better = as_id(&id);
        self.report(value.span(), Problem::BadId { id, better });
        None
    }

    /// A web address.
    pub fn web_address(&mut self, field: &'static str) -> Option<String> {
        let value = self.value(field, Shape::WebAddress)?;
        let url = self.text_of(field, value)?;
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        if rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(' ')) {
            return Some(url);
        }
        self.report(value.span(), Problem::BadUrl { url });
        None
    }

    /// The id of something else.
    pub fn reference(&mut self, field: &'static str) -> Option<Reference> {
        self.reference_in(field, Shape::Reference)
    }

    /// One of a few words, which the reader looks up as it would an id.
    pub fn choice(&mut self, field: &'static str, words: impl IntoIterator<Item = &'static str>) -> Option<Reference> {
        self.reference_in(field, Shape::Choice(words.into_iter().collect()))
    }

    fn reference_in(&mut self, field: &'static str, shape: Shape) -> Option<Reference> {
        let value = self.value(field, shape)?;
        let id = self.text_of(field, value)?;
        Some(self.reference_to(id, value))
    }

    /// The ids of other things, each once.
    pub fn references(&mut self, field: &'static str) -> Vec<Reference> {
        let Some(value) = self.value(field, Shape::References) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(field, "a list of texts", value);
            return Vec::new();
        };
        let mut references: Vec<Reference> = Vec::new();
        let mut known = BTreeSet::new();
        for value in list {
            if value.get_ref().as_str().is_none() {
                self.wrong_type(field, "a list of texts", value);
            }
            let id = value.get_ref().as_str().and_then(|_| self.text_of(field, value));
            let Some(reference) = id.map(|id| self.reference_to(id, value)) else { continue };
            if known.insert(reference.id.clone()) {
                references.push(reference);
            } else {
                self.reading.report(&reference.place, Problem::NamedTwice { id: reference.id });
            }
        }
        references
    }

    /// A whole number between two bounds.
    pub fn whole(&mut self, field: &'static str, least: u16, most: u16) -> Option<u16> {
        let value = self.value(field, Shape::Whole { least, most })?;
        let Some(integer) = value.get_ref().as_integer() else {
            self.wrong_type(field, "a whole number", value);
            return None;
        };
        let number = u16::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let problem = Problem::NumberOutOfRange {
                field: field.to_owned(),
                least: least.into(),
                most: most.into(),
                found: integer.to_string(),
            };
            self.report(value.span(), problem);
        }
        number
    }

    /// A finite number.
    pub fn number(&mut self, field: &'static str) -> Option<f64> {
        let value = self.value(field, Shape::Number)?;
        self.number_of(field, value)
    }

    /// A number of degrees, `most` at most to either side.
    pub fn degrees(&mut self, axis: &'static str, most: u8) -> Option<f64> {
        let value = self.value(axis, Shape::Degrees { most })?;
        let found = self.number_of(axis, value)?;
        if found.abs() <= f64::from(most) {
            return Some(found);
        }
        self.report(value.span(), Problem::CoordinateOutOfRange { axis, most, found: found.to_string() });
        None
    }

    fn number_of(&self, field: &str, value: &Spanned<DeValue>) -> Option<f64> {
        let number = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse::<f64>().ok(),
            DeValue::Integer(integer) => u32::from_str_radix(integer.as_str(), integer.radix()).ok().map(f64::from),
            DeValue::Float(float) => float.as_str().parse::<f64>().ok(),
            _ => {
                self.wrong_type(field, "a number", value);
                return None;
            }
        };
        let number = number.filter(|number| number.is_finite());
        if number.is_none() {
            self.report(value.span(), Problem::NotFinite { field: field.to_owned() });
        }
        number
    }

    /// Yes or no; no where it is not there.
    pub fn flag(&mut self, field: &'static str) -> bool {
        let Some(value) = self.value(field, Shape::Flag) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(field, "true or false", value);
            false
        })
    }

    /// A date or a period: a text, or a date as TOML writes it.
    pub fn period(&mut self, field: &'static str) -> Option<Period> {
        let text = self.date_as_written(field, "a date", Shape::Period)?;
        self.parsed(field, &text, Period::parse)
    }

    /// A day: a text, or a date as TOML writes it.
    pub fn day(&mut self, field: &'static str) -> Option<Date> {
        let text = self.date_as_written(field, "a date", Shape::Day)?;
        self.parsed(field, &text, Date::parse_day)
    }

    /// The end of an embargo: a text, or a date with a time as TOML writes it.
    pub fn embargo(&mut self, field: &'static str) -> Option<Embargo> {
        let text = self.date_as_written(field, "a date with a time", Shape::Moment)?;
        self.parsed(field, &text, Embargo::parse)
    }

    fn date_as_written(&mut self, field: &'static str, expected: &'static str, shape: Shape) -> Option<String> {
        let value = self.value(field, shape)?;
        match value.get_ref() {
            DeValue::Datetime(date) => Some(date.to_string()),
            DeValue::Integer(integer) => Some(integer.to_string()),
            DeValue::String(_) => self.text_of(field, value),
            _ => {
                self.wrong_type(field, expected, value);
                None
            }
        }
    }

    fn parsed<T, E: Into<Problem>>(
        &mut self,
        field: &'static str,
        text: &str,
        parse: fn(&str) -> Result<T, E>,
    ) -> Option<T> {
        let place = self.place_of(field);
        parse(text).map_err(|problem| self.report_at(&place, problem.into())).ok()
    }

    /// A table in this one; `of` is what it is to the editor.
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

    /// The entries `[[field]]` of a file, each called by that word.
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

    /// An entry with nothing in it, to be asked. Where readers are only asked, nothing is in this one either.
    fn blank(&self, of: &'static str) -> Self {
        self.entry(self.table, self.span.clone(), of)
    }

    /// What the field holds, which is to be of that shape.
    fn value(&mut self, field: &'static str, shape: Shape) -> Option<&'t Spanned<DeValue<'t>>> {
        self.form.borrow_mut().note(field, |field| field.shape = Some(shape));
        self.table.get(field)
    }

    /// What the field holds, whatever it is.
    fn there(&mut self, field: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.form.borrow_mut().note(field, |_| {});
        self.table.get(field)
    }

    fn key_span(&self, field: &str) -> Range<usize> {
        self.table.get_key_value(field).map_or_else(|| self.span.clone(), |(key, _)| key.span())
    }

    fn text_of(&self, field: &str, value: &Spanned<DeValue>) -> Option<String> {
        let Some(written) = value.get_ref().as_str() else {
            self.wrong_type(field, "a text", value);
            return None;
        };
        // What stands in the file as it is was reported with the file; what is written as an escape was not.
        if let Some((_, character)) = text::forbidden(written).first() {
            self.report(value.span(), Problem::ForbiddenCharacter { character: *character });
            return None;
        }
        let text = text::on_one_line(written);
        if text.is_empty() {
            self.report(value.span(), Problem::EmptyText { field: field.to_owned() });
            return None;
        }
        Some(text)
    }

    fn reference_to(&self, id: String, value: &Spanned<DeValue>) -> Reference {
        Reference { id, target: 0, place: self.place_at(value.span()) }
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

    fn place_at(&self, span: Range<usize>) -> Place {
        Place { file: self.file, span }
    }

    fn report(&self, span: Range<usize>, problem: Problem) {
        self.reading.report(&self.place_at(span), problem);
    }
}

/// What an id is, as a regular expression. [`is_id`] says the same.
pub const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

fn is_id(text: &str) -> bool {
    text.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// The id that a text would make.
#[must_use]
pub fn as_id(text: &str) -> Option<String> {
    let folded = fact_cards_story::fold::fold(text);
    let words: Vec<&str> =
        folded.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("-"))
}
