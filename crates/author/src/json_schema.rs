//! The JSON Schema of the story files, by which an editor such as VS Code completes and checks while somebody types.
//!
//! It is derived from the readers themselves (`read::forms`), so it cannot be out of date. It accepts everything that they accept;
//! rules about the whole story, such as unresolved ids, are checked by [`read`](super::read()) alone. It is unrelated to
//! schema.org.

mod descriptions;

use serde_json::{Map, Value, json};
use thiserror::Error;

use self::descriptions::description;
use super::{
    date::{Date, Period},
    embargo::Embargo,
    read::{Form, ID, OpenForm, Shape, forms},
    similar::similar,
    words,
};

/// The newest draft that TOML tools support fully.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// No story has a file of that name.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error("no story has a file `{name}`: {}", self.remedy())]
pub struct UnknownFile {
    name: String,
    similar: Option<String>,
    known: Vec<&'static str>,
}

impl UnknownFile {
    fn remedy(&self) -> String {
        match &self.similar {
            Some(similar) => format!("did you mean `{similar}`?"),
            None => format!("there are {}", self.known.join(", ")),
        }
    }
}

/// One schema for all files of a story: it has the fields of each and requires none.
#[must_use]
pub fn json_schema() -> Value {
    let mut properties = Map::new();
    for (file, form) in forms() {
        let form = form.borrow();
        properties.extend(form.names().map(|name| (name.to_owned(), field(&form, file, name))));
    }
    let object = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    document("The files of a story", object)
}

/// The schema of one file, by its name.
///
/// # Errors
/// When no story has a file of that name.
pub fn json_schema_of(name: &str) -> Result<Value, UnknownFile> {
    let forms = forms();
    let found = forms.iter().find(|(file, _)| *file == name);
    let (file, form) = found.ok_or_else(|| {
        let known: Vec<_> = forms.iter().map(|(file, _)| *file).collect();
        UnknownFile { name: name.to_owned(), similar: similar(name, known.iter().copied()), known }
    })?;
    Ok(document(file, table(&form.borrow(), file)))
}

fn document(title: &str, schema: Value) -> Value {
    let mut document = json!({ "$schema": DRAFT, "title": title });
    add(&mut document, schema);
    document
}

/// A table; `of` selects the descriptions of its fields.
fn table(form: &Form, of: &str) -> Value {
    if form.one_of.is_empty() {
        return object(form, of, &form.names().collect::<Vec<_>>(), &[]);
    }
    let objects = form.one_of.iter().map(|set| {
        let is_apart = |name: &str| {
            let in_another = !set.contains(&name) && form.one_of.iter().any(|other| other.contains(&name));
            in_another || form.without.iter().any(|(with, without)| set.contains(with) && *without == name)
        };
        object(form, of, &form.names().filter(|name| !is_apart(name)).collect::<Vec<_>>(), set)
    });
    json!({ "type": "object", "oneOf": objects.collect::<Vec<_>>() })
}

/// An object with these fields of a form. It requires those that the form always requires, and `needed`.
fn object(form: &Form, of: &str, names: &[&str], needed: &[&str]) -> Value {
    let is_needed =
        |name: &&str| needed.contains(name) || form.fields.iter().any(|field| field.name == *name && field.is_needed);
    let properties: Map<_, _> = names.iter().map(|name| ((*name).to_owned(), field(form, of, name))).collect();
    let mut object = json!({ "type": "object", "properties": properties, "additionalProperties": false });

    let required: Vec<_> = names.iter().copied().filter(is_needed).collect();
    if !required.is_empty() {
        add(&mut object, json!({ "required": required }));
    }
    let dependencies = names.iter().filter_map(|name| {
        let others: Vec<_> = form.with.iter().filter(|(with, _)| with == name).map(|(_, other)| *other).collect();
        (!others.is_empty()).then(|| ((*name).to_owned(), json!(others)))
    });
    let dependencies: Map<_, _> = dependencies.collect();
    if !dependencies.is_empty() {
        add(&mut object, json!({ "dependencies": dependencies }));
    }
    let apart = form.without.iter().filter(|(with, without)| names.contains(with) && names.contains(without));
    let apart: Vec<_> = apart.map(|(with, without)| json!({ "not": { "required": [with, without] } })).collect();
    if !apart.is_empty() {
        add(&mut object, json!({ "allOf": apart }));
    }
    object
}

/// A field of a form.
fn field(form: &Form, of: &str, name: &str) -> Value {
    let mut schema = json!({ "description": description(of, name).unwrap_or_default() });
    for field in form.fields.iter().filter(|field| field.name == name) {
        if let Some(shape) = &field.shape {
            let value = value(shape);
            let either = |word| json!({ "anyOf": [value, { "enum": [word] }] });
            add(&mut schema, field.word.map_or_else(|| value.clone(), either));
        }
        if field.is_filled {
            add(&mut schema, json!({ "minItems": 1 }));
        }
    }
    schema
}

/// What a field holds.
fn value(shape: &Shape) -> Value {
    let id = || json!({ "type": "string", "pattern": spaced(ID) });
    let text = || json!({ "type": "string", "minLength": 1 });
    match shape {
        Shape::Text => text(),
        Shape::Localised => {
            // Any language is accepted; those that the widget has words in are suggested.
            let offered: Map<_, _> = words::languages().iter().map(|id| ((*id).to_owned(), text())).collect();
            json!({
                "type": "object", "properties": offered, "patternProperties": { ID: text() },
                "additionalProperties": false, "minProperties": 1
            })
        }
        Shape::LocalisedOrText => json!({ "anyOf": [text(), value(&Shape::Localised)] }),
        Shape::WebAddress => json!({ "type": "string", "pattern": spaced("^https?://[^ ]+$") }),
        Shape::Id | Shape::Reference => id(),
        Shape::References => json!({ "type": "array", "items": id(), "uniqueItems": true }),
        // Editors suggest the plain words.
        Shape::Choice(words) => {
            json!({ "anyOf": [{ "enum": words }, { "type": "string", "pattern": spaced(&words.join("|")) }] })
        }
        // A year may be a number, and a day a TOML date, which is a string here.
        Shape::Period => json!({
            "type": ["string", "integer"], "pattern": spaced(&Period::pattern()), "minimum": 1000, "maximum": 9999
        }),
        Shape::Day => json!({ "type": "string", "pattern": spaced(Date::day_pattern()) }),
        Shape::Moment => json!({ "type": "string", "pattern": spaced(&Embargo::pattern()) }),
        Shape::Whole { least, most } => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Degrees { most } => json!({ "type": "number", "minimum": -i16::from(*most), "maximum": most }),
        Shape::Parts => json!({
            "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "number", "minimum": 0, "maximum": 1 }
        }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Table(form) => inner(form),
        Shape::List(form) => json!({ "type": "array", "items": inner(form) }),
    }
}

/// A pattern that allows surrounding spaces, which the readers trim.
fn spaced(pattern: &str) -> String {
    let bare = pattern.trim_start_matches('^').trim_end_matches('$');
    format!("^[ \\t\\r\\n]*({bare})[ \\t\\r\\n]*$")
}

fn inner(form: &OpenForm) -> Value {
    let form = form.borrow();
    table(&form, form.of)
}

/// Adds the keywords of one schema to another.
fn add(schema: &mut Value, more: Value) {
    if let (Value::Object(schema), Value::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}

#[cfg(test)]
mod tests;
