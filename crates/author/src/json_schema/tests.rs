//! The descriptions in the JSON Schema, compared with the fields that are read.

use std::collections::BTreeSet;

use super::{descriptions::DESCRIPTIONS, *};
use crate::read::namespace;

/// Every field of a form and of its inner forms, with its owner.
fn fields_of(form: &Form, of: &str) -> Vec<(String, &'static str)> {
    let mut fields = Vec::new();
    for field in &form.fields {
        fields.push((namespace(of).to_owned(), field.name));
        if let Some(Shape::Table(inner) | Shape::List(inner)) = &field.shape {
            let inner = inner.borrow();
            fields.extend(fields_of(&inner, inner.of));
        }
    }
    fields
}

fn all_fields() -> BTreeSet<(String, &'static str)> {
    forms().iter().flat_map(|(file, form)| fields_of(&form.borrow(), file)).collect()
}

#[test]
fn each_field_is_described_once_and_nothing_else_is() {
    let mut described: Vec<_> = DESCRIPTIONS.iter().map(|(of, name, _)| ((*of).to_owned(), *name)).collect();
    described.sort();
    assert_eq!(described, all_fields().into_iter().collect::<Vec<_>>());
}

#[test]
fn a_description_is_one_sentence() {
    for (of, field, sentence) in DESCRIPTIONS {
        assert!(sentence.ends_with('.'), "{of}.{field}: {sentence}");
        assert_eq!(sentence.matches(". ").count(), 0, "{of}.{field}: {sentence}");
    }
}

#[test]
fn what_each_field_holds_is_known() {
    fn unknown(form: &Form) -> Vec<&'static str> {
        let mut names: Vec<_> =
            form.fields.iter().filter(|field| field.shape.is_none()).map(|field| field.name).collect();
        for field in &form.fields {
            if let Some(Shape::Table(inner) | Shape::List(inner)) = &field.shape {
                names.extend(unknown(&inner.borrow()));
            }
        }
        names
    }
    for (file, form) in forms() {
        assert_eq!(unknown(&form.borrow()), Vec::<&str>::new(), "{file}");
    }
}

#[test]
fn no_two_files_have_a_field_of_the_same_name() {
    let names: Vec<_> = forms().iter().flat_map(|(_, form)| form.borrow().names().collect::<Vec<_>>()).collect();
    let each_once: BTreeSet<_> = names.iter().collect();
    assert_eq!(names.len(), each_once.len(), "one schema serves all files: {names:?}");
}
