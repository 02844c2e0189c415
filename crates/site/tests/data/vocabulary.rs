//! The vocabulary of schema.org, and a validator for it. For the origin of its files see `tests/schema_org`.

use std::collections::{BTreeMap, BTreeSet};

use fact_cards_author::SCHEMA_TYPES;
use serde_json::{Value, json};

/// The terms, as triples: their classes, superclasses, domains and ranges.
pub struct Vocabulary {
    statements: BTreeSet<(String, &'static str, String)>,
}

impl Vocabulary {
    pub fn new() -> Self {
        let lines = include_str!("../schema_org/vocabulary.nq").lines();
        let statements = lines.filter_map(|line| {
            let terms: Vec<&str> = line.split(' ').map(|term| term.trim_matches(['<', '>'])).collect();
            let subject = terms[0].strip_prefix("http://schema.org/").expect("a term of schema.org");
            let says = ["type", "subClassOf", "domainIncludes", "rangeIncludes"];
            let says = says.into_iter().find(|says| terms[1].ends_with(says)).expect("what the script keeps");
            let object = terms[2].strip_prefix("http://schema.org/").or(terms[2].split_once('#').map(|(_, name)| name));
            Some((subject.to_owned(), says, object?.to_owned()))
        });
        Self { statements: statements.collect() }
    }

    fn says<'v>(&'v self, subject: &'v str, what: &'v str) -> impl Iterator<Item = &'v str> {
        let of = self.statements.iter().filter(move |(known, says, _)| known == subject && *says == what);
        of.map(|(.., object)| object.as_str())
    }

    fn is_type(&self, name: &str) -> bool {
        self.says(name, "type").any(|is| is == "Class")
    }

    /// Whether a type is a subtype of another.
    fn is_also(&self, name: &str, other: &str) -> bool {
        name == other || self.says(name, "subClassOf").any(|also| self.is_also(also, other))
    }

    /// Whether the range of a property includes something.
    fn leads_to(&self, property: &str, is_one: impl Fn(&str) -> bool) -> bool {
        self.says(property, "rangeIncludes").any(is_one)
    }

    /// The mistakes in a document.
    pub fn mistakes(&self, document: &Value) -> Vec<String> {
        let mut mistakes = Vec::new();
        if document["@context"] != "https://schema.org" {
            mistakes.push("the context is another".to_owned());
        }
        let mut ids = BTreeMap::new();
        note_ids(document, &mut ids);
        self.check_thing(document, &ids, &mut mistakes);
        mistakes
    }

    fn check_thing(&self, thing: &Value, ids: &BTreeMap<String, String>, mistakes: &mut Vec<String>) {
        let Some(is) = type_of(thing, ids) else { return mistakes.push(format!("no type: {thing}")) };
        if !self.is_type(&is) {
            mistakes.push(format!("{is} is no type"));
        }
        let properties = thing.as_object().unwrap().iter().filter(|(name, _)| !name.starts_with('@'));
        for (property, value) in properties {
            if !self.says(property, "type").any(|is| is == "Property") {
                mistakes.push(format!("{property} is no property"));
            } else if !self.says(property, "domainIncludes").any(|domain| self.is_also(&is, domain)) {
                mistakes.push(format!("{is} has no {property}"));
            }
            for value in value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice) {
                if !self.is_in_range(property, value, ids) {
                    mistakes.push(format!("{property} does not lead to {value}"));
                }
                if value.is_object() {
                    self.check_thing(value, ids, mistakes);
                }
            }
        }
    }

    fn is_in_range(&self, property: &str, value: &Value, ids: &BTreeMap<String, String>) -> bool {
        match value {
            Value::Object(_) => {
                type_of(value, ids).is_some_and(|is| self.leads_to(property, |range| self.is_also(&is, range)))
            }
            Value::String(text) => self.leads_to(property, |range| match range {
                "Text" => true,
                "URL" => text.starts_with("https://") || text.starts_with("http://"),
                "Date" => is_date(text),
                _ => false,
            }),
            Value::Number(number) => {
                self.leads_to(property, |range| range == "Number" || range == "Integer" && number.is_u64())
            }
            Value::Bool(_) => self.leads_to(property, |range| range == "Boolean"),
            Value::Array(_) | Value::Null => false,
        }
    }
}

/// An ISO 8601 date, to the day, month or year.
fn is_date(text: &str) -> bool {
    let shape: String =
        text.chars().map(|character| if character.is_ascii_digit() { '0' } else { character }).collect();
    ["0000", "0000-00", "0000-00-00"].contains(&shape.as_str())
}

/// Collects the type of each object with an id.
fn note_ids(value: &Value, ids: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(thing) => {
            if let (Some(id), Some(is)) = (value["@id"].as_str(), value["@type"].as_str()) {
                assert!(ids.insert(id.to_owned(), is.to_owned()).is_none(), "{id} is described once");
            }
            thing.values().for_each(|value| note_ids(value, ids));
        }
        Value::Array(list) => list.iter().for_each(|value| note_ids(value, ids)),
        _ => {}
    }
}

/// The type of an object, or of the one it refers to.
fn type_of(thing: &Value, ids: &BTreeMap<String, String>) -> Option<String> {
    let referred = || ids.get(thing["@id"].as_str()?).cloned();
    thing["@type"].as_str().map(str::to_owned).or_else(referred)
}

#[test]
fn every_type_an_editor_can_name_exists_and_is_an_author_where_it_says_so() {
    let vocabulary = Vocabulary::new();
    for known in &SCHEMA_TYPES {
        assert!(vocabulary.is_type(known.name), "{} is a type", known.name);
        let is_author = vocabulary.leads_to("author", |range| vocabulary.is_also(known.name, range));
        // A project is an organisation there, but not a member here: it does not speak.
        assert!(is_author == known.is_author || known.name == "Project", "{}", known.name);
        if known.kinds.contains(&fact_cards_story::Kind::Venue) {
            assert!(vocabulary.is_also(known.name, "Place"), "{} has coordinates", known.name);
        }
    }
}

#[test]
fn a_valid_document_has_no_mistakes() {
    let right = json!({
        "@context": "https://schema.org", "@type": "Claim", "text": "It rains.", "datePublished": "2025-11",
        "author": { "@type": "NGO", "@id": "#a", "name": "A", "url": "https://a.example/" },
        "about": [{ "@id": "#a" }, { "@type": "Country", "geo": { "@type": "GeoCoordinates", "latitude": -1.5 } }],
    });
    assert_eq!(Vocabulary::new().mistakes(&right), Vec::<String>::new());
}

#[test]
fn each_mistake_is_found() {
    for (document, mistake) in [
        (json!({ "@type": "Wizard" }), "Wizard is no type"),
        (json!({ "@type": "author" }), "author is no type"),
        (json!({ "name": "A" }), "no type"),
        (json!({ "@type": "Place", "colour": "red" }), "colour is no property"),
        (json!({ "@type": "Place", "Person": "A" }), "Person is no property"),
        (json!({ "@type": "Place", "birthDate": "1990" }), "Place has no birthDate"),
        (json!({ "@type": "Person", "geo": { "@type": "GeoCoordinates" } }), "Person has no geo"),
        (json!({ "@type": "Article", "appearance": { "@type": "Article" } }), "Article has no appearance"),
        (json!({ "@type": "Claim", "author": { "@type": "Country", "name": "A" } }), "author does not lead to"),
        (json!({ "@type": "Claim", "author": "A" }), "author does not lead to"),
        (json!({ "@type": "Claim", "author": { "@id": "#nobody" } }), "author does not lead to"),
        (json!({ "@type": "Claim", "datePublished": "yesterday" }), "datePublished does not lead to"),
        (json!({ "@type": "Claim", "datePublished": "2024/2025" }), "datePublished does not lead to"),
        (json!({ "@type": "Claim", "appearance": "Article" }), "appearance does not lead to"),
        (json!({ "@type": "Thing", "url": "javascript:alert(1)" }), "url does not lead to"),
        (json!({ "@type": "Thing", "name": 3 }), "name does not lead to"),
        (json!({ "@type": "ListItem", "position": 1.5 }), "position does not lead to"),
        (json!({ "@type": "GeoCoordinates", "latitude": true }), "latitude does not lead to"),
        (json!({ "@type": "WebPage", "mainEntity": [{ "@type": "Place", "text": "A" }] }), "Place has no text"),
    ] {
        let mut document = document;
        document["@context"] = "https://schema.org".into();
        let mistakes = Vocabulary::new().mistakes(&document);
        assert!(mistakes.iter().any(|told| told.starts_with(mistake)), "{document}: {mistakes:?}");
    }
    let elsewhere = json!({ "@context": "http://a.example", "@type": "Thing" });
    assert_eq!(Vocabulary::new().mistakes(&elsewhere), ["the context is another"]);
}
