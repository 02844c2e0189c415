//! Ids: how they are written, and that each is unique.

use crate::support::{Changed, lighthouse, with};

#[test]
fn an_id_written_like_a_name_is_refused_with_a_suggestion() {
    let report = with("members.toml", "id = \"tom-pellow\"", "id = \"Tom Péllow\"").report();
    insta::assert_snapshot!(report, @r#"
    error: `Tom Péllow` is not an id
      --> lighthouse/members.toml:17:6
       |
    17 | id = "Tom Péllow"
       |      ^^^^^^^^^^^^
       |
       = help: write `tom-pellow`: lower-case words joined by hyphens

    1 mistake in the story
    "#);
}

#[test]
fn an_id_without_a_letter_is_refused_with_an_example() {
    let report = with("topics.toml", "id = \"coast\"", "id = \"—\"").report();
    insta::assert_snapshot!(report, @r#"
    error: `—` is not an id
     --> lighthouse/topics.toml:6:6
      |
    6 | id = "—"
      |      ^^^
      |
      = help: write lower-case words joined by hyphens, such as `operation-neptune`

    1 mistake in the story
    "#);
}

#[test]
fn an_id_has_no_hyphen_at_either_end_and_no_two_in_a_row() {
    for bad in ["-coast", "coast-", "the--coast", "the_coast", "the coast", "Coast", "côte", "منارة", "海"] {
        let report = with("topics.toml", "id = \"coast\"", &format!("id = \"{bad}\"")).report();
        assert!(report.contains(&format!("error: `{bad}` is not an id")), "{report}");
        assert!(report.ends_with("\n1 mistake in the story"), "{report}");
    }
}

#[test]
fn an_id_may_have_digits() {
    with("topics.toml", "id = \"coast\"", "id = \"1-coast-24\"")
        .with("facts.toml", "topics = [\"coast\"]", "topics = [\"1-coast-24\"]")
        .with("facts.toml", "\"engineering\", \"coast\"", "\"engineering\"")
        .with("facts.toml", "topics = [\"coast\"]", "topics = [\"1-coast-24\"]")
        .accepted();
}

#[test]
fn a_missing_id_is_reported_but_not_the_references_to_it() {
    let report = with("members.toml", "id = \"ada-merrow\"\n", "").report();
    insta::assert_snapshot!(report, @r#"
    error: a member needs the field `id`
     --> lighthouse/members.toml:1:1
      |
    1 | [[member]]
      | ^^^^^^^^^^
      |
      = help: add it, for example `id = "operation-neptune"`

    1 mistake in the story
    "#);
}

#[test]
fn an_id_given_twice_in_one_file_is_refused() {
    let report = with("facts.toml", "id = \"tower-built\"", "id = \"tower-weight\"").report();
    insta::assert_snapshot!(report, @r#"
    error: the id `tower-weight` is given twice
      --> lighthouse/facts.toml:21:6
       |
    21 | id = "tower-weight"
       |      ^^^^^^^^^^^^^^
       |
       = help: give it another id; the first one is in lighthouse/facts.toml:13

    1 mistake in the story
    "#);
}

#[test]
fn a_member_and_a_venue_cannot_have_the_same_id() {
    let report = with("venues.toml", "id = \"gull-field\"", "id = \"village-council\"")
        .with("venues.toml", "to = \"gull-field\"", "to = \"ada-merrow\"")
        .with("facts.toml", ", \"gull-field\"]", "]")
        .with("facts.toml", "place = \"gull-field\"", "place = \"skerrow-lighthouse\"")
        .with("facts.toml", "place = \"gull-field\"", "place = \"skerrow-lighthouse\"")
        .with("facts.toml", "place = \"gull-field\"", "place = \"skerrow-lighthouse\"")
        .with("facts.toml", "card = \"gull-field\"", "card = \"village-council\"")
        .report();
    insta::assert_snapshot!(report, @r#"
    error: the id `village-council` is given twice
      --> lighthouse/venues.toml:10:6
       |
    10 | id = "village-council"
       |      ^^^^^^^^^^^^^^^^^
       |
       = help: give it another id; the first one is in lighthouse/members.toml:10

    1 mistake in the story
    "#);
}

#[test]
fn an_operation_and_a_member_cannot_have_the_same_id() {
    let report = with("operations.toml", "id = \"lamp-repair\"", "id = \"tom-pellow\"")
        .with("facts.toml", "card = \"lamp-repair\"", "card = \"tom-pellow\"")
        .report();
    insta::assert_snapshot!(report, @r#"
    error: the id `tom-pellow` is given twice
     --> lighthouse/operations.toml:8:6
      |
    8 | id = "tom-pellow"
      |      ^^^^^^^^^^^^
      |
      = help: give it another id; the first one is in lighthouse/members.toml:17

    1 mistake in the story
    "#);
}

#[test]
fn things_of_different_sorts_may_have_the_same_id() {
    with("topics.toml", "id = \"engineering\"", "id = \"works\"")
        .with("facts.toml", "[\"engineering\", ", "[\"works\", ")
        .with("facts.toml", "[\"engineering\"]", "[\"works\"]")
        .with("facts.toml", "[\"engineering\"]", "[\"works\"]")
        .accepted();
}

#[test]
fn every_sort_of_thing_has_ids_of_its_own() {
    for (file, first, second) in [
        ("articles.toml", "keepers-letter", "skerrow-gazette"),
        ("types.toml", "landmark", "works"),
        ("topics.toml", "coast", "engineering"),
        ("relations.toml", "kept", "ordered"),
        ("operations.toml", "lamp-repair", "lighthouse-move"),
    ] {
        let report = with(file, &format!("id = \"{first}\""), &format!("id = \"{second}\"")).report();
        assert!(report.contains(&format!("error: the id `{second}` is given twice")), "{report}");
        assert!(report.contains(&format!("give it another id; the first one is in lighthouse/{file}:")), "{report}");
    }
}

#[test]
fn a_reference_to_something_unreadable_is_not_a_mistake() {
    for file in [
        "articles.toml",
        "types.toml",
        "topics.toml",
        "relations.toml",
        "members.toml",
        "operations.toml",
        "venues.toml",
    ] {
        let mut files = lighthouse();
        let broken = files.text(file).unwrap().replace("name.en", "# ").replace("title.en", "# ");
        let entries = broken.matches("[[").count();
        files.insert(file, broken);
        let report = Changed(files).report();
        assert!(report.ends_with(&format!("\n{entries} mistakes in the story")), "{report}");
        assert_eq!(report.matches("needs the field").count(), entries, "{report}");
    }
}
