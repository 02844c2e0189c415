//! Invisible characters that no editor intends.

use crate::support::with;

#[test]
fn a_control_character_is_shown_where_it_hides() {
    let report = with("members.toml", "Ada Merrow", "Ada\u{8}Merrow").report();
    insta::assert_snapshot!(report, @r#"
    error: this text holds the invisible character U+0008
     --> lighthouse/members.toml:4:15
      |
    4 | name.en = "Ada␈Merrow"
      |               ^
      |
      = help: take it out

    1 mistake in the story
    "#);
}

#[test]
fn a_control_character_written_as_an_escape_is_found_too() {
    let report = with("members.toml", "Ada Merrow", "Ada\\u0008Merrow").report();
    insta::assert_snapshot!(report, @r#"
    error: this text holds the invisible character U+0008
     --> lighthouse/members.toml:4:11
      |
    4 | name.en = "Ada\u0008Merrow"
      |           ^^^^^^^^^^^^^^^^^
      |
      = help: take it out

    1 mistake in the story
    "#);
}

#[test]
fn a_direction_override_is_shown_where_it_hides() {
    let report = with("facts.toml", "Gull Field stays", "Gull \u{202e}Field stays").report();
    insta::assert_snapshot!(report, @r#"
    error: this text holds the invisible character U+202E
      --> lighthouse/facts.toml:82:22
       |
    82 | statement.en = "Gull �Field stays open to sheep."
       |                      ^
       |
       = help: take it out; names and numbers are kept in their own direction without it

    1 mistake in the story
    "#);
}

#[test]
fn a_direction_override_written_as_an_escape_is_found_too() {
    let report = with("facts.toml", "Gull Field stays", "Gull \\u2066Field stays").report();
    insta::assert_snapshot!(report, @r#"
    error: this text holds the invisible character U+2066
      --> lighthouse/facts.toml:82:16
       |
    82 | statement.en = "Gull \u2066Field stays open to sheep."
       |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: take it out; names and numbers are kept in their own direction without it

    1 mistake in the story
    "#);
}

#[test]
fn a_byte_order_mark_inside_a_file_is_refused() {
    let raw = with("types.toml", "name.en", "\u{feff}name.en").report();
    assert!(raw.contains("U+FEFF") && raw.contains("types.toml:4:1\n"), "{raw}");
    let report = with("members.toml", "\"Tom Pellow\"", "\"\\uFEFFTom Pellow\"").report();
    insta::assert_snapshot!(report, @r#"
    error: this text holds the invisible character U+FEFF
      --> lighthouse/members.toml:19:11
       |
    19 | name.en = "\uFEFFTom Pellow"
       |           ^^^^^^^^^^^^^^^^^^
       |
       = help: take it out

    1 mistake in the story
    "#);
}

#[test]
fn a_hidden_character_in_a_comment_is_found_too() {
    let report = with("story.toml", "# An invented", "# An\u{202d} invented").report();
    insta::assert_snapshot!(report, @"
    error: this text holds the invisible character U+202D
     --> lighthouse/story.toml:1:5
      |
    1 | # An� invented story, for tests: small, and about nothing that the real one is about.
      |     ^
      |
      = help: take it out; names and numbers are kept in their own direction without it

    1 mistake in the story
    ");
}
