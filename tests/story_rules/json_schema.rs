//! The JSON Schema with which text editors check while somebody types: it accepts every story and finds common
//! mistakes.

use std::sync::LazyLock;

use boon::{Compiler, Schemas};
use fact_cards_author::{Period, StoryFiles, file_names, json_schema, json_schema_of};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{report, seeds, story_in, with};

/// What a schema says about a text in TOML: Ok if it is valid.
fn said(schema: &Value, text: &str) -> Result<(), String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("story.schema.json", schema.clone()).unwrap();
    let index = compiler.compile("story.schema.json", &mut schemas).unwrap();
    let table: toml::Table = text.parse().unwrap();
    schemas.validate(&as_json(&table.into()), index).map_err(|error| format!("{error:#}"))
}

/// TOML as JSON, as text editors convert it: a date becomes a string.
fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(list) => list.iter().map(as_json).collect(),
        toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), as_json(value))).collect(),
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Float(number) => (*number).into(),
        toml::Value::Boolean(flag) => (*flag).into(),
    }
}

#[track_caller]
fn assert_accepted(story: &str, files: &StoryFiles) {
    let of_all = json_schema();
    let mut count = 0;
    for name in file_names() {
        let Some(text) = files.text(name) else { continue };
        count += 1;
        for schema in [&of_all, &json_schema_of(name).unwrap()] {
            assert_eq!(said(schema, text), Ok(()), "{story}/{name}");
        }
    }
    assert!(count >= 7, "{story} has only {count} files");
}

#[test]
fn every_story_of_this_repository_is_accepted_by_the_schemas() {
    assert_accepted("seeds", &seeds());
    for folder in
        ["tests/stories/hostile", "tests/stories/lighthouse", "tests/stories/scripts", "tests/widget/cap-rouge"]
    {
        assert_accepted(folder, &story_in(folder, folder));
    }
    assert_accepted("the story of `new`", &story_in("crates/command/story", "new"));
}

#[test]
fn each_file_that_a_story_may_have_has_a_schema() {
    for name in file_names() {
        assert_eq!(json_schema_of(name).unwrap()["title"], name);
    }
    let unknown = json_schema_of("fact.toml").unwrap_err().to_string();
    assert_eq!(unknown, "no story has a file `fact.toml`: did you mean `facts.toml`?");
}

/// A mistake in the lighthouse story: the file, the original text, and its replacement.
const MISTAKES: &[(&str, &str, &str, &str)] = &[
    ("a misspelt field", "facts.toml", "statement.en", "statment.en"),
    ("a misspelt list", "facts.toml", "[[fact]]", "[[facts]]"),
    ("a misspelt field in a list", "members.toml", "article = ", "artikle = "),
    (
        "a field of another sort of card",
        "members.toml",
        "type = ",
        "coordinates = { latitude = 1, longitude = 1 }\ntype = ",
    ),
    ("a missing field", "articles.toml", "paragraphs = 6\n", ""),
    ("a missing text", "members.toml", "name.en = \"Ada Merrow\"\n", ""),
    (
        "no source",
        "facts.toml",
        "{ article = \"skerrow-gazette\", paragraph = 1 }, { article = \"keepers-letter\", paragraph = 2 }",
        "",
    ),
    ("a source without a paragraph", "facts.toml", ", paragraph = 3 }", " }"),
    ("half a source of a spelling", "members.toml", ", paragraph = 2 }", " }"),
    ("a text in no language", "facts.toml", "statement.en =", "statement ="),
    ("a language that is no id", "facts.toml", "statement.en =", "statement.EN ="),
    ("an empty text", "articles.toml", "\"Gazette\"", "\"\""),
    ("a number that is a text", "articles.toml", "paragraphs = 6", "paragraphs = \"6\""),
    ("a number that is not whole", "articles.toml", "paragraphs = 6", "paragraphs = 6.5"),
    ("paragraph 0", "facts.toml", "paragraph = 1", "paragraph = 0"),
    ("an id with a capital", "facts.toml", "\"move-distance\"", "\"Move-Distance\""),
    ("an id that is a name", "facts.toml", "card = \"lighthouse-move\"", "card = \"The move\""),
    ("one topic for a list of them", "facts.toml", "[\"engineering\", \"coast\"]", "\"coast\""),
    ("a topic twice", "facts.toml", "[\"engineering\", \"coast\"]", "[\"coast\", \"coast\"]"),
    ("a date in words", "facts.toml", "\"2023-04-28/2023-05-06\"", "\"28 April 2023\""),
    ("a month that there is not", "facts.toml", "\"2023-04-28/2023-05-06\"", "\"2023-13\""),
    ("a date with a time", "facts.toml", "said = 2023-05-06", "said = 2023-05-06T10:00:00Z"),
    ("`said` without `speaker`", "facts.toml", "speaker = \"ada-merrow\"\nsaid", "said"),
    ("a figure of two shapes", "facts.toml", "value = 480", "value = 480, year = 1871"),
    ("a figure and half of another", "facts.toml", "value = 480", "value = 480, to = 500"),
    ("half a figure", "facts.toml", "from = 31.5, ", ""),
    ("a figure of no shape", "facts.toml", "value = 480, ", ""),
    ("a figure without a unit", "facts.toml", ", unit.en = \"first lit\"", ""),
    ("a year on a scale", "facts.toml", "year = 1871", "year = 1871, scale = \"years\""),
    ("more than a year", "facts.toml", "year = 1871", "year = 1871, more-than = true"),
    ("yes for true", "facts.toml", "more-than = true", "more-than = \"yes\""),
    ("a kind that there is not", "types.toml", "kind = \"member\"", "kind = \"person\""),
    ("a type that schema.org has not", "types.toml", "kind = \"member\"", "kind = \"member\"\nschema = \"person\""),
    ("a venue that is nowhere", "venues.toml", "latitude = ", "latitude = 1"),
    ("an address without https", "articles.toml", "https://", ""),
    ("no language", "story.toml", "[[language]]\nid = \"en\"\nlocale = \"en-GB\"\n", "language = []"),
];

#[test]
fn the_schema_finds_common_mistakes_as_they_are_typed() {
    for (mistake, file, right, wrong) in MISTAKES {
        let changed = with(file, right, wrong);
        assert!(report(&changed.0).is_err(), "{mistake} is none");
        let text = changed.0.text(file).unwrap();
        for schema in [json_schema(), json_schema_of(file).unwrap()] {
            assert!(said(&schema, text).is_err(), "{mistake} is not seen");
        }
    }
}

#[test]
fn a_text_may_be_in_any_language_and_the_widgets_own_languages_are_suggested() {
    let schema = json_schema_of("topics.toml").unwrap();
    assert_eq!(said(&schema, "[[topic]]\nid = \"coast\"\nname.nl = \"Kust\""), Ok(()));
    let name = &schema["properties"]["topic"]["items"]["properties"]["name"];
    assert_eq!(name["properties"].as_object().unwrap().keys().collect::<Vec<_>>(), ["ar", "en", "fr"]);
}

/// Whether the schema of the topics accepts an id.
fn is_id_to_the_schema(id: &str) -> bool {
    said(&json_schema_of("topics.toml").unwrap(), &format!("[[topic]]\nid = {id:?}\nname.en = \"Coast\"")).is_ok()
}

#[test]
fn the_schema_and_the_reader_agree_on_ids() {
    for id in ["a", "7", "i-24-7", "a-b", "-a", "a-", "a--b", "-", "A", "é", "a b", "a_b", "٣"] {
        let told = with("topics.toml", "\"coast\"", &format!("{id:?}")).report();
        assert_eq!(is_id_to_the_schema(id), !told.contains("is not an id"), "{id:?}");
    }
}

#[test]
fn the_schema_and_the_reader_agree_on_addresses() {
    let written = "\"https://gazette.example/lighthouse\"";
    for url in ["https://a.example", "http://a.example/b?c", "https://", "ftp://a.example", "https://a b", "a.example"]
    {
        let changed = with("articles.toml", written, &format!("{url:?}"));
        let is_good = said(&json_schema_of("articles.toml").unwrap(), changed.0.text("articles.toml").unwrap()).is_ok();
        assert_eq!(is_good, report(&changed.0).is_ok(), "{url}");
    }
}

/// What the schema says about the date of an article.
fn said_of_date(schema: &Value, date: &str) -> Result<(), String> {
    let article = "[[article]]\nid = \"a\"\ntitle.en = \"A\"\nshort.en = \"A\"\nparagraphs = 1";
    said(schema, &format!("{article}\ndate = {date}"))
}

#[test]
fn a_date_may_be_a_toml_date() {
    let schema = json_schema_of("articles.toml").unwrap();
    for (date, is_good) in
        [("2024", true), ("2024-11-07", true), ("999", false), ("2024.5", false), ("10:00:00", false)]
    {
        assert_eq!(said_of_date(&schema, date).is_ok(), is_good, "{date}");
    }
}

/// Something that may be a date or a period.
const DATE: &str = " ?[0-9]{4}(-[0-3][0-9]){0,3}(( ?/ {0,2}|-)[0-9]{4}(-[0-3][0-9]){0,2})? ?";

static SCHEMA: LazyLock<Value> = LazyLock::new(|| json_schema_of("articles.toml").unwrap());

proptest! {
    #[test]
    fn the_schema_accepts_every_date_that_the_reader_accepts(date in DATE) {
        // Spaces around a text are trimmed before it is read.
        if Period::parse(date.trim()).is_ok() {
            prop_assert_eq!(said_of_date(&SCHEMA, &format!("{date:?}")), Ok(()));
        }
    }
}

#[test]
fn surrounding_spaces_are_ignored_by_the_reader_and_the_schema() {
    for (file, from, to) in [
        ("facts.toml", "\"move-distance\"", "\" move-distance\""),
        ("facts.toml", "card = \"lighthouse-move\"", "card = \"lighthouse-move \""),
        ("facts.toml", "[\"engineering\", \"coast\"]", "[\" engineering\", \"coast\\t\"]"),
        ("facts.toml", "\"2023-04-28/2023-05-06\"", "\" 2023-04-28 /  2023-05-06 \""),
        ("articles.toml", "\"https://", "\" https://"),
        ("types.toml", "kind = \"", "kind = \" "),
    ] {
        let changed = with(file, from, to);
        changed.accepted();
        assert_eq!(said(&json_schema_of(file).unwrap(), changed.0.text(file).unwrap()), Ok(()), "{to}");
    }
}

#[test]
fn only_a_files_own_schema_knows_its_required_fields() {
    for (name, needed) in [("story.toml", true), ("articles.toml", false)] {
        let is_seen = said(&json_schema_of(name).unwrap(), "").is_err();
        assert_eq!(is_seen, needed, "{name}");
        assert_eq!(said(&json_schema(), ""), Ok(()));
    }
}
