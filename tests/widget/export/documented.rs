//! `docs/data.md` documents exactly what is in the files.

use std::{collections::BTreeSet, fs};

use fact_cards::export::{Pictures, Selection, csv, json};
use serde_json::Value;

use super::stories;
use crate::story::project;

fn documented(heading: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(project("docs/data.md")).expect("the files are explained");
    let (_, section) = text.split_once(&format!("\n## {heading}\n")).expect("there is a heading");
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    rows.map(|(field, _)| field.to_owned()).collect()
}

/// The field paths of a value: its lists, and whatever is neither list nor object.
fn fields(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                fields(value, &path, found);
            }
        }
        Value::Array(list) => {
            let path = format!("{path}[]");
            for value in list {
                fields(value, &path, found);
            }
            found.insert(path);
        }
        _ => drop(found.insert(path.to_owned())),
    }
}

#[test]
fn each_field_of_the_json_is_documented_and_each_documented_field_is_there() {
    let mut found = BTreeSet::new();
    for (_, edition) in stories() {
        let selection = Selection {
            url: Some("https://cards.example/".into()),
            permalinks: "https://cards.example/".into(),
            share_pictures: Pictures {
                story: Some("https://cards.example/assets/share-1.png".into()),
                cards: vec![Some("https://cards.example/assets/share-2.png".into())],
                facts: vec![Some("https://cards.example/assets/share-3.png".into())],
            },
            ..Selection::everything(&edition)
        };
        fields(&serde_json::from_str(&json(&edition, &selection)).unwrap(), "", &mut found);
    }
    // The texts in a list are documented under the name of the list.
    assert_eq!(found, documented("JSON"));
}

#[test]
fn each_column_of_the_csv_is_documented_and_each_documented_column_is_there() {
    for (_, edition) in stories() {
        let written = csv(&edition, &[]);
        let columns = written.trim_start_matches('\u{feff}').trim_end().split(',').map(str::to_owned).collect();
        assert_eq!(documented("CSV"), columns);
    }
}
