//! References to other entries by id.

use std::collections::BTreeSet;

use toml::{Spanned, de::DeValue};

use super::Entry;
use crate::{problem::Problem, read::form::Shape, story::Reference};

impl Entry<'_> {
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

    fn reference_to(&self, id: String, value: &Spanned<DeValue>) -> Reference {
        Reference { id, target: 0, place: self.place_at(value.span()) }
    }
}
