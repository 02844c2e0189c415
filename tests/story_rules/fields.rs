//! Fields: unknown ones and required ones.

use crate::support::{Changed, lighthouse, messages, with};

#[test]
fn a_misspelt_field_is_one_mistake_with_the_name_that_was_meant() {
    let report = with("members.toml", "name.en = \"Tom", "nmae.en = \"Tom").report();
    insta::assert_snapshot!(report, @r#"
    error: a member has no field `nmae`
      --> lighthouse/members.toml:19:1
       |
    19 | nmae.en = "Tom Pellow"
       | ^^^^
       |
       = help: did you mean `name`?

    1 mistake in the story
    "#);
}

#[test]
fn a_misspelt_list_of_a_fact_does_not_leave_cards_without_facts() {
    let report = with("facts.toml", "about = [\"skerrow-lighthouse\"", "abuot = [\"skerrow-lighthouse\"").report();
    insta::assert_snapshot!(report, @r#"
    error: a fact has no field `abuot`
     --> lighthouse/facts.toml:4:1
      |
    4 | abuot = ["skerrow-lighthouse", "gull-field"]
      | ^^^^^
      |
      = help: did you mean `about`?

    1 mistake in the story
    "#);
}

#[test]
fn a_misspelt_list_of_a_whole_file_does_not_make_its_ids_unknown() {
    let mut changed = with("topics.toml", "[[topic]]", "[[topics]]");
    while changed.0.text("topics.toml").unwrap().contains("[[topic]]") {
        changed = changed.with("topics.toml", "[[topic]]", "[[topics]]");
    }
    let report = changed.report();
    insta::assert_snapshot!(report, @"
    error: this file has no field `topics`
     --> lighthouse/topics.toml:1:3
      |
    1 | [[topics]]
      |   ^^^^^^
      |
      = help: did you mean `topic`?

    1 mistake in the story
    ");
}

#[test]
fn an_unrecognisable_field_gets_a_list_of_the_fields_there_are() {
    let report = with("topics.toml", "name.en = \"The coast\"", "name.en = \"The coast\"\ncolour = \"blue\"").report();
    insta::assert_snapshot!(report, @r#"
    error: a topic has no field `colour`
     --> lighthouse/topics.toml:8:1
      |
    8 | colour = "blue"
      | ^^^^^^
      |
      = help: it may have `id`, `name`

    1 mistake in the story
    "#);
}

#[test]
fn a_member_has_no_coordinates() {
    let report =
        with("members.toml", "type = \"council\"", "type = \"council\"\ncoordinates = { latitude = 1, longitude = 2 }")
            .report();
    insta::assert_snapshot!(report, @"
    error: a member has no field `coordinates`
      --> lighthouse/members.toml:12:1
       |
    12 | coordinates = { latitude = 1, longitude = 2 }
       | ^^^^^^^^^^^
       |
       = help: it may have `id`, `name`, `type`, `summary`, `spellings`, `links`, `picture`, `revised`, `corrected`, `withdrawn`, `embargo`

    1 mistake in the story
    ");
}

#[test]
fn unknown_fields_of_inner_tables_are_found() {
    let report = with("members.toml", "to = \"lighthouse-move\" }", "to = \"lighthouse-move\", since = 2022 }")
        .with("members.toml", "{ name = \"Keeper Ada\" }", "{ name = \"Keeper Ada\", languag = \"en\" }")
        .with("venues.toml", "longitude = -5 }", "longitude = -5, altitude = 3 }")
        .with("facts.toml", "year = 1871,", "year = 1871, exact = true,")
        .with("facts.toml", "paragraph = 4 }", "paragraph = 4, page = 2 }")
        .with("story.toml", "locale = \"en-GB\"", "locale = \"en-GB\"\nname = \"English\"")
        .report();
    insta::assert_snapshot!(report, @r#"
    error: a language has no field `name`
      --> lighthouse/story.toml:12:1
       |
    12 | name = "English"
       | ^^^^
       |
       = help: it may have `id`, `locale`, `falls-back-to`

    error: a spelling has no field `languag`
     --> lighthouse/members.toml:5:105
      |
    5 | spellings = [{ name = "A. Mérrow", article = "skerrow-gazette", paragraph = 2 }, { name = "Keeper Ada", languag = "en" }]
      |                                                                                                         ^^^^^^^
      |
      = help: it may have `name`, `article`, `paragraph`

    error: a link has no field `since`
      --> lighthouse/members.toml:14:58
       |
    14 | links = [{ relation = "ordered", to = "lighthouse-move", since = 2022 }]
       |                                                          ^^^^^
       |
       = help: it may have `relation`, `to`

    error: a pair of coordinates has no field `altitude`
      --> lighthouse/venues.toml:14:53
       |
    14 | coordinates = { latitude = 58.4008, longitude = -5, altitude = 3 }
       |                                                     ^^^^^^^^
       |
       = help: it may have `latitude`, `longitude`

    error: a figure has no field `exact`
      --> lighthouse/facts.toml:25:25
       |
    25 | figure = { year = 1871, exact = true, unit.en = "first lit" }
       |                         ^^^^^
       |
       = help: it may have `value`, `year`, `from`, `to`, `more-than`, `unit`, `scale`

    error: a source has no field `page`
      --> lighthouse/facts.toml:35:58
       |
    35 | sources = [{ article = "skerrow-gazette", paragraph = 4, page = 2 }]
       |                                                          ^^^^
       |
       = help: it may have `article`, `paragraph`

    6 mistakes in the story
    "#);
}

#[test]
fn a_missing_field_is_reported_where_its_entry_begins() {
    let report = with("members.toml", "summary.en = \"Keeper before Ada Merrow.\"\n", "").report();
    insta::assert_snapshot!(report, @r#"
    error: a member needs the field `summary`
      --> lighthouse/members.toml:16:1
       |
    16 | [[member]]
       | ^^^^^^^^^^
       |
       = help: add it, for example `summary.en = "…"`

    1 mistake in the story
    "#);
}

#[test]
#[allow(clippy::too_many_lines, reason = "what is said of nine files is long")]
fn every_required_field_is_reported_when_it_is_missing() {
    let mut files = lighthouse();
    for (name, entry) in [
        ("articles.toml", "article"),
        ("types.toml", "type"),
        ("topics.toml", "topic"),
        ("relations.toml", "relation"),
        ("members.toml", "member"),
        ("operations.toml", "operation"),
        ("venues.toml", "venue"),
        ("facts.toml", "fact"),
    ] {
        files.insert(name, format!("[[{entry}]]\n"));
    }
    files.insert("story.toml", "[[language]]\n");
    insta::assert_snapshot!(messages(&Changed(files).report()), @r#"

    a language needs the field `id`
     --> lighthouse/story.toml:1:1
      = help: add it, for example `id = "en"`

    a language needs the field `locale`
     --> lighthouse/story.toml:1:1
      = help: add it, for example `locale = "en-GB"`

    this file needs the field `title`
     --> lighthouse/story.toml:1:1
      = help: add it, for example `title.en = "…"`

    this file needs the field `lead`
     --> lighthouse/story.toml:1:1
      = help: add it, for example `lead.en = "…"`

    an article needs the field `id`
     --> lighthouse/articles.toml:1:1
      = help: add it, for example `id = "operation-neptune"`

    an article needs the field `title`
     --> lighthouse/articles.toml:1:1
      = help: add it, for example `title.en = "…"`

    an article needs the field `short`
     --> lighthouse/articles.toml:1:1
      = help: add it, for example `short.en = "Election"`

    an article needs the field `paragraphs`
     --> lighthouse/articles.toml:1:1
      = help: add it, for example `paragraphs = 13`

    a type needs the field `id`
     --> lighthouse/types.toml:1:1
      = help: add it, for example `id = "operation-neptune"`

    a type needs the field `name`
     --> lighthouse/types.toml:1:1
      = help: add it, for example `name.en = "person"`

    a type needs the field `kind`
     --> lighthouse/types.toml:1:1
      = help: add it, for example `kind = "member"`

    a topic needs the field `id`
     --> lighthouse/topics.toml:1:1
      = help: add it, for example `id = "operation-neptune"`

    a topic needs the field `name`
     --> lighthouse/topics.toml:1:1
      = help: add it, for example `name.en = "cybersecurity"`

    a relation needs the field `id`
     --> lighthouse/relations.toml:1:1
      = help: add it, for example `id = "operation-neptune"`

    a relation needs the field `name`
     --> lighthouse/relations.toml:1:1
      = help: add it, for example `name.en = "heads"`

    a relation needs the field `inverse`
     --> lighthouse/relations.toml:1:1
      = help: add it, for example `inverse.en = "headed by"`

    a member needs the field `id`
     --> lighthouse/members.toml:1:1
      = help: add it, for example `id = "operation-neptune"`

    a member needs the field `name`
     --> lighthouse/members.toml:1:1
      = help: add it, for example `name.en = "…"`

    a member needs the field `type`
     --> lighthouse/members.toml:1:1
      = help: add it, for example `type = "person"`

    a member needs the field `summary`
     --> lighthouse/members.toml:1:1
      = help: add it, for example `summary.en = "…"`

    an operation needs the field `id`
     --> lighthouse/operations.toml:1:1
      = help: add it, for example `id = "operation-neptune"`

    an operation needs the field `name`
     --> lighthouse/operations.toml:1:1
      = help: add it, for example `name.en = "…"`

    an operation needs the field `type`
     --> lighthouse/operations.toml:1:1
      = help: add it, for example `type = "election"`

    an operation needs the field `summary`
     --> lighthouse/operations.toml:1:1
      = help: add it, for example `summary.en = "…"`

    a venue needs the field `id`
     --> lighthouse/venues.toml:1:1
      = help: add it, for example `id = "operation-neptune"`

    a venue needs the field `name`
     --> lighthouse/venues.toml:1:1
      = help: add it, for example `name.en = "…"`

    a venue needs the field `type`
     --> lighthouse/venues.toml:1:1
      = help: add it, for example `type = "office"`

    a venue needs the field `summary`
     --> lighthouse/venues.toml:1:1
      = help: add it, for example `summary.en = "…"`

    the venue has no coordinates
     --> lighthouse/venues.toml:1:1
      = help: add `coordinates = { latitude = 55.86, longitude = -4.25 }`, or `coordinates = "unknown"`

    a fact needs the field `id`
     --> lighthouse/facts.toml:1:1
      = help: add it, for example `id = "operation-neptune"`

    a fact needs the field `card`
     --> lighthouse/facts.toml:1:1
      = help: add it, for example `card = "operation-neptune"`

    a fact needs the field `statement`
     --> lighthouse/facts.toml:1:1
      = help: add it, for example `statement.en = "…"`

    the fact has no source
     --> lighthouse/facts.toml:1:1
      = help: add `sources = [{ article = "…", paragraph = 1 }]`
    33 mistakes in the story
    "#);
}

#[test]
fn required_fields_of_inner_tables_are_reported_when_missing() {
    let report = with("members.toml", "{ name = \"Keeper Ada\" }", "{ }")
        .with("members.toml", "relation = \"kept\", to = \"skerrow-lighthouse\"", "")
        .with("venues.toml", "latitude = 58.4008, longitude = -5", "")
        .with("facts.toml", "article = \"keepers-letter\", paragraph = 4", "")
        .report();
    insta::assert_snapshot!(messages(&report), @r#"

    a spelling needs the field `name`
     --> lighthouse/members.toml:5:82
      = help: add it, for example `name = "Mohamed Dkhissi"`

    a link needs the field `relation`
     --> lighthouse/members.toml:7:10
      = help: add it, for example `relation = "heads"`

    a link needs the field `to`
     --> lighthouse/members.toml:7:10
      = help: add it, for example `to = "operation-neptune"`

    a pair of coordinates needs the field `latitude`
      --> lighthouse/venues.toml:14:15
       = help: add it, for example `latitude = 55.86`

    a pair of coordinates needs the field `longitude`
      --> lighthouse/venues.toml:14:15
       = help: add it, for example `longitude = -4.25`

    a source needs the field `article`
      --> lighthouse/facts.toml:84:12
       = help: add it, for example `article = "election-2024"`

    a source needs the field `paragraph`
      --> lighthouse/facts.toml:84:12
       = help: add it, for example `paragraph = 3`
    7 mistakes in the story
    "#);
}
