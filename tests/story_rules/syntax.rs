//! TOML syntax errors.

use crate::support::{Changed, lighthouse, with};

#[test]
fn what_is_not_toml_is_refused_where_it_stops_being_so() {
    let report = with("articles.toml", "[[article]]", "[[article]").report();
    insta::assert_snapshot!(report, @"
    error: this is not TOML: unclosed array table, expected `]`
     --> lighthouse/articles.toml:1:11
      |
    1 | [[article]
      |           ^
      |
      = help: texts stand in double quotes, lists in square brackets, and each field on a line of its own

    1 mistake in the story
    ");
}

#[test]
fn a_quote_that_is_not_closed_is_one_mistake() {
    let report = with("members.toml", "\"Tom Pellow\"", "\"Tom Pellow").report();
    insta::assert_snapshot!(report, @r#"
    error: this is not TOML: invalid basic string, expected `"`
      --> lighthouse/members.toml:19:22
       |
    19 | name.en = "Tom Pellow
       |                      ^
       |
       = help: texts stand in double quotes, lists in square brackets, and each field on a line of its own

    1 mistake in the story
    "#);
}

#[test]
fn a_text_without_quotes_is_one_mistake() {
    let report = with("members.toml", "\"Tom Pellow\"", "Tom Pellow").report();
    insta::assert_snapshot!(report, @"
    error: this is not TOML: string values must be quoted, expected literal string
      --> lighthouse/members.toml:19:11
       |
    19 | name.en = Tom Pellow
       |           ^^^^^^^^^^
       |
       = help: texts stand in double quotes, lists in square brackets, and each field on a line of its own

    1 mistake in the story
    ");
}

#[test]
fn a_list_that_is_not_closed_is_one_mistake() {
    let report = with("facts.toml", "\"gull-field\"]", "\"gull-field\"").report();
    insta::assert_snapshot!(report, @r#"
    error: this is not TOML: missing comma between array elements, expected `,`
     --> lighthouse/facts.toml:5:1
      |
    5 | statement.en = "The tower is moved more than 480 metres inland."
      | ^
      |
      = help: texts stand in double quotes, lists in square brackets, and each field on a line of its own

    1 mistake in the story
    "#);
}

#[test]
fn a_field_given_twice_is_not_toml() {
    let report = with("members.toml", "type = \"council\"", "type = \"council\"\ntype = \"keeper\"").report();
    insta::assert_snapshot!(report, @r#"
    error: this is not TOML: duplicate key
      --> lighthouse/members.toml:12:1
       |
    12 | type = "keeper"
       | ^^^^
       |
       = help: keep one of the two

    1 mistake in the story
    "#);
}

#[test]
fn too_deeply_nested_tables_are_refused() {
    let deep = |text: String| {
        let mut files = lighthouse();
        files.insert("topics.toml", text);
        Changed(files).report()
    };
    let brackets = deep(format!("topic = {}", "[".repeat(100_000)));
    assert!(brackets.contains("error: this is not TOML"), "{brackets:.500}");
    let braces = deep(format!("topic = {}", "{a=".repeat(100_000)));
    assert!(braces.contains("error: this is not TOML"), "{braces:.500}");
    let dots = deep(format!("topic{} = 1", ".a".repeat(100_000)));
    assert!(dots.contains("error: this is not TOML"), "{dots:.500}");
}

#[test]
fn a_syntax_error_in_one_file_makes_no_mistakes_in_others() {
    for (file, from) in [
        ("story.toml", "[[language]]"),
        ("articles.toml", "[[article]]"),
        ("types.toml", "[[type]]"),
        ("topics.toml", "[[topic]]"),
        ("relations.toml", "[[relation]]"),
        ("members.toml", "[[member]]"),
        ("operations.toml", "[[operation]]"),
        ("venues.toml", "[[venue]]"),
        ("facts.toml", "[[fact]]"),
    ] {
        let report = with(file, from, "[[oh").report();
        assert!(report.ends_with("\n1 mistake in the story"), "{file}: {report}");
        assert!(report.contains(file), "{file}: {report}");
    }
}
