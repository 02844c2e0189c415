//! The values that fields may have.

use crate::support::{Changed, lighthouse, messages, with};

#[test]
fn a_text_may_not_be_a_number() {
    let report = with("articles.toml", "publisher = \"The Skerrow Gazette\"", "publisher = 7").report();
    insta::assert_snapshot!(report, @r#"
    error: `publisher` must be a text, not a whole number
     --> lighthouse/articles.toml:7:13
      |
    7 | publisher = 7
      |             ^
      |
      = help: write `publisher = "…"`

    1 mistake in the story
    "#);
}

#[test]
fn every_field_of_the_wrong_type_is_refused_with_the_right_one() {
    let report =
        with("story.toml", "title.en = \"The lighthouse that walked\"", "title = \"The lighthouse that walked\"")
            .with("story.toml", "order = [", "order = [true, ")
            .with("articles.toml", "paragraphs = 6", "paragraphs = 6.5")
            .with("articles.toml", "short.en = \"Letter\"", "short.en = 2024-01-01")
            .with("members.toml", "spellings = [", "spellings = [\"Ada\", ")
            .with(
                "members.toml",
                "links = [{ relation = \"ordered\", to = \"lighthouse-move\" }]",
                "links = \"lighthouse-move\"",
            )
            .with("venues.toml", "latitude = 58.4021", "latitude = \"58.4021\"")
            .with("venues.toml", "{ latitude = 58.4008, longitude = -5 }", "[58.4008, -5]")
            .with("facts.toml", "more-than = true", "more-than = \"yes\"")
            .with("facts.toml", "place = \"gull-field\"", "place = [\"gull-field\"]")
            .with("facts.toml", "topics = [\"engineering\"]", "topics = \"engineering\"")
            .with("facts.toml", "value = 22", "value = false")
            .with("facts.toml", "date = \"1871\"", "date = 1871.5")
            .with(
                "facts.toml",
                "sources = [{ article = \"keepers-letter\", paragraph = 4 }]",
                "sources = \"keepers-letter\"",
            )
            .report();
    insta::assert_snapshot!(messages(&report), @r#"

    `title` must be a text in each language, not a text
     --> lighthouse/story.toml:3:9
      = help: write `title.en = "…"`

    `order` must be a list of texts, not true or false
     --> lighthouse/story.toml:7:10
      = help: write `order = ["…"]`

    `paragraphs` must be a whole number, not a number
     --> lighthouse/articles.toml:5:14
      = help: write `paragraphs = 3`

    `short.en` must be a text, not a date
      --> lighthouse/articles.toml:14:12
       = help: write `short.en = "…"`

    `spellings` must be a list of tables, not a text
     --> lighthouse/members.toml:5:14
      = help: write `spellings = [{ … }]`

    `links` must be a list of tables, not a text
      --> lighthouse/members.toml:14:9
       = help: write `links = [{ … }]`

    `latitude` must be a number, not a text
     --> lighthouse/venues.toml:6:28
      = help: write `latitude = 3.5`

    `coordinates` must be a table, not a list
      --> lighthouse/venues.toml:14:15
       = help: write `coordinates = { … }`

    `place` must be a text, not a list
     --> lighthouse/facts.toml:8:9
      = help: write `place = "…"`

    `more-than` must be true or false, not a text
     --> lighthouse/facts.toml:9:37
      = help: write `more-than = true`

    `topics` must be a list of texts, not a text
      --> lighthouse/facts.toml:16:10
       = help: write `topics = ["…"]`

    `date` must be a date, not a number
      --> lighthouse/facts.toml:24:8
       = help: write `date = "2024-11-07"`

    `value` must be a number, not true or false
      --> lighthouse/facts.toml:60:20
       = help: write `value = 3.5`

    `sources` must be a list of tables, not a text
      --> lighthouse/facts.toml:84:11
       = help: write `sources = [{ … }]`
    14 mistakes in the story
    "#);
}

#[test]
fn entries_that_are_not_a_list_do_not_make_their_ids_unknown() {
    let mut files = lighthouse();
    files.insert("topics.toml", "topic = 3");
    let report = Changed(files).report();
    insta::assert_snapshot!(report, @"
    error: `topic` must be a list of tables, not a whole number
     --> lighthouse/topics.toml:1:9
      |
    1 | topic = 3
      |         ^
      |
      = help: write `topic = [{ … }]`

    1 mistake in the story
    ");
}

#[test]
fn a_source_that_is_not_a_table_is_one_mistake() {
    let report =
        with("facts.toml", "[{ article = \"keepers-letter\", paragraph = 4 }]", "[\"keepers-letter\"]").report();
    insta::assert_snapshot!(report, @r#"
    error: `sources` must be a list of tables, not a text
      --> lighthouse/facts.toml:84:12
       |
    84 | sources = ["keepers-letter"]
       |            ^^^^^^^^^^^^^^^^
       |
       = help: write `sources = [{ … }]`

    1 mistake in the story
    "#);
}

#[test]
fn an_empty_text_is_refused() {
    let report = with("operations.toml", "\"Repair of the lamp\"", "\"\"").report();
    insta::assert_snapshot!(report, @r#"
    error: `name.en` is empty
      --> lighthouse/operations.toml:10:11
       |
    10 | name.en = ""
       |           ^^
       |
       = help: write a text, or take the field out if it may be left out

    1 mistake in the story
    "#);
}

#[test]
fn a_text_of_only_whitespace_is_empty() {
    let report = with("operations.toml", "\"Repair of the lamp\"", "\"\"\"\n  \t\n\"\"\"").report();
    insta::assert_snapshot!(report, @r#"
    error: `name.en` is empty
      --> lighthouse/operations.toml:10:11
       |
    10 | name.en = """
       |           ^^^
       |
       = help: write a text, or take the field out if it may be left out

    1 mistake in the story
    "#);
}

#[test]
fn a_text_over_several_lines_is_read_as_one_line() {
    let story =
        with("operations.toml", "\"Repair of the lamp\"", "\"\"\"\n  Repair\n  of the   lamp\n\"\"\"").accepted();
    assert!(story.cards.iter().any(|card| card.name.at(0) == "Repair of the lamp"));
}

#[test]
fn zero_paragraphs_is_out_of_range() {
    let report = with("articles.toml", "paragraphs = 4", "paragraphs = 0").report();
    insta::assert_snapshot!(report, @"
    error: `paragraphs` must be a whole number from 1 to 65535, not 0
      --> lighthouse/articles.toml:15:14
       |
    15 | paragraphs = 0
       |              ^
       |
       = help: write a whole number from 1 to 65535

    1 mistake in the story
    ");
}

#[test]
fn numbers_out_of_range_are_shown_as_written() {
    let report = with("articles.toml", "paragraphs = 4", "paragraphs = 0x1_0000")
        .with("facts.toml", "year = 1871", "year = 18710")
        .with("facts.toml", "paragraph = 4", "paragraph = -4")
        .report();
    insta::assert_snapshot!(messages(&report), @"

    `paragraphs` must be a whole number from 1 to 65535, not 0x10000
      --> lighthouse/articles.toml:15:14
       = help: write a whole number from 1 to 65535

    `year` must be a whole number from 1 to 9999, not 18710
      --> lighthouse/facts.toml:25:19
       = help: write a whole number from 1 to 9999

    `paragraph` must be a whole number from 1 to 65535, not -4
      --> lighthouse/facts.toml:35:55
       = help: write a whole number from 1 to 65535
    3 mistakes in the story
    ");
}
