//! The schema.org type of a type of card.

use std::fs;

use fact_cards_author::{SCHEMA_TYPES, SchemaType};
use fact_cards_story::Kind;

use crate::support::{messages, project, with};

const NAME: &str = "name.en = \"works\"";

fn saying(schema: &str) -> crate::support::Changed {
    with("types.toml", NAME, &format!("{NAME}\nschema = {schema}"))
}

#[test]
fn a_type_can_name_the_schema_org_type_of_its_cards() {
    let story = saying("\"Event\"").accepted();
    let said: Vec<_> = story.types.iter().filter_map(|card_type| Some(card_type.schema?.name)).collect();
    assert_eq!(said, ["Event"]);
}

#[test]
fn a_misspelt_schema_org_type_is_refused_with_the_right_spelling() {
    insta::assert_snapshot!(saying("\"event\"").report(), @r#"
    error: `event` is no schema.org type for an operation
      --> lighthouse/types.toml:15:10
       |
    15 | schema = "event"
       |          ^^^^^^^
       |
       = help: did you mean `Event`?

    1 mistake in the story
    "#);
}

#[test]
fn a_schema_org_type_of_another_kind_is_refused_with_the_possible_ones() {
    insta::assert_snapshot!(messages(&saying("\"Person\"").report()), @"

    `Person` is no schema.org type for an operation
      --> lighthouse/types.toml:15:10
       = help: use `Event`, `Legislation`, `Product`, `Project`, `Service`, or leave the field out
    1 mistake in the story
    ");
    insta::assert_snapshot!(messages(&saying("3").report()), @r#"

    `schema` must be a text, not a whole number
      --> lighthouse/types.toml:15:10
       = help: write `schema = "…"`
    1 mistake in the story
    "#);
}

#[test]
fn where_the_kind_is_misspelt_only_that_is_reported() {
    let report = with("types.toml", "kind = \"member\"", "schema = \"Person\"\nkind = \"membr\"").report();
    assert!(!report.contains("schema.org"), "{report}");
}

#[test]
fn the_format_lists_what_each_kind_can_be() {
    let text = fs::read_to_string(project("docs/writing.md")).expect("the format is explained");
    for kind in Kind::ALL {
        let of_kind = SCHEMA_TYPES.iter().filter(|known: &&SchemaType| known.kinds.contains(&kind));
        let names: Vec<String> = of_kind.map(|known| format!("`{}`", known.name)).collect();
        let row = format!("| `{}` | {} |", kind.key(), names.join(", "));
        assert!(text.contains(&row), "{row}");
    }
}
