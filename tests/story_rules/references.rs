//! References: everything that is referred to must exist.

use crate::support::with;

#[test]
fn a_source_in_an_article_that_does_not_exist_is_refused() {
    let report = with("facts.toml", "\"keepers-letter\", paragraph = 4", "\"keeper-letter\", paragraph = 4").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no article `keeper-letter`
      --> lighthouse/facts.toml:84:24
       |
    84 | sources = [{ article = "keeper-letter", paragraph = 4 }]
       |                        ^^^^^^^^^^^^^^^
       |
       = help: did you mean `keepers-letter`?

    1 mistake in the story
    "#);
}

#[test]
fn a_spelling_from_an_article_that_does_not_exist_is_refused() {
    let report = with("members.toml", "article = \"skerrow-gazette\"", "article = \"skerrow-gazete\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no article `skerrow-gazete`
     --> lighthouse/members.toml:5:46
      |
    5 | spellings = [{ name = "A. Mérrow", article = "skerrow-gazete", paragraph = 2 }, { name = "Keeper Ada" }]
      |                                              ^^^^^^^^^^^^^^^^
      |
      = help: did you mean `skerrow-gazette`?

    1 mistake in the story
    "#);
}

#[test]
fn a_fact_on_a_misspelt_card_is_refused_but_counts_for_the_card_that_was_meant() {
    let report = with("facts.toml", "card = \"lamp-repair\"", "card = \"lamp-repairs\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no card `lamp-repairs`
      --> lighthouse/facts.toml:73:8
       |
    73 | card = "lamp-repairs"
       |        ^^^^^^^^^^^^^^
       |
       = help: did you mean `lamp-repair`?

    1 mistake in the story
    "#);
}

#[test]
fn a_fact_on_an_unrecognisable_card_is_refused_with_where_cards_are() {
    let report = with("facts.toml", "card = \"ada-merrow\"", "card = \"nobody\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no card `nobody`
      --> lighthouse/facts.toml:48:8
       |
    48 | card = "nobody"
       |        ^^^^^^^^
       |
       = help: use the id of one card in members.toml, operations.toml or venues.toml

    1 mistake in the story
    "#);
}

#[test]
fn a_fact_about_a_card_that_does_not_exist_is_refused() {
    let report = with("facts.toml", "about = [\"lighthouse-move\"]", "about = [\"lighthose-move\"]").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no card `lighthose-move`
      --> lighthouse/facts.toml:40:10
       |
    40 | about = ["lighthose-move"]
       |          ^^^^^^^^^^^^^^^^
       |
       = help: did you mean `lighthouse-move`?

    1 mistake in the story
    "#);
}

#[test]
fn an_order_with_a_card_that_does_not_exist_is_refused() {
    let report = with("story.toml", "\"skerrow-lighthouse\"", "\"skerow-lighthouse\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no card `skerow-lighthouse`
     --> lighthouse/story.toml:7:29
      |
    7 | order = ["lighthouse-move", "skerow-lighthouse"]
      |                             ^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `skerrow-lighthouse`?

    1 mistake in the story
    "#);
}

#[test]
fn a_speaker_who_does_not_exist_is_refused() {
    let report = with("facts.toml", "speaker = \"ada-merrow\"", "speaker = \"ada-marrow\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no member `ada-marrow`
      --> lighthouse/facts.toml:51:11
       |
    51 | speaker = "ada-marrow"
       |           ^^^^^^^^^^^^
       |
       = help: did you mean `ada-merrow`?

    1 mistake in the story
    "#);
}

#[test]
fn a_venue_cannot_speak() {
    let report = with("facts.toml", "speaker = \"ada-merrow\"", "speaker = \"gull-field\"").report();
    insta::assert_snapshot!(report, @r#"
    error: `gull-field` is a venue, not a member
      --> lighthouse/facts.toml:51:11
       |
    51 | speaker = "gull-field"
       |           ^^^^^^^^^^^^
       |
       = help: use the id of one member in members.toml

    1 mistake in the story
    "#);
}

#[test]
fn a_link_to_a_card_that_does_not_exist_is_refused() {
    let report = with("venues.toml", "to = \"gull-field\"", "to = \"gul-field\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no card `gul-field`
     --> lighthouse/venues.toml:7:41
      |
    7 | links = [{ relation = "stands-at", to = "gul-field" }]
      |                                         ^^^^^^^^^^^
      |
      = help: did you mean `gull-field`?

    1 mistake in the story
    "#);
}

#[test]
fn a_link_with_a_relation_that_does_not_exist_is_refused() {
    let report = with("members.toml", "relation = \"ordered\"", "relation = \"orderd\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no relation `orderd`
      --> lighthouse/members.toml:14:23
       |
    14 | links = [{ relation = "orderd", to = "lighthouse-move" }]
       |                       ^^^^^^^^
       |
       = help: did you mean `ordered`?

    1 mistake in the story
    "#);
}

#[test]
fn a_topic_that_does_not_exist_is_refused() {
    let report = with("facts.toml", "topics = [\"coast\"]", "topics = [\"coats\"]").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no topic `coats`
      --> lighthouse/facts.toml:32:11
       |
    32 | topics = ["coats"]
       |           ^^^^^^^
       |
       = help: did you mean `coast`?

    1 mistake in the story
    "#);
}

#[test]
fn an_unrecognisable_topic_is_refused_with_where_topics_are() {
    let report = with("facts.toml", "topics = [\"coast\"]", "topics = [\"weather\"]").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no topic `weather`
      --> lighthouse/facts.toml:32:11
       |
    32 | topics = ["weather"]
       |           ^^^^^^^^^
       |
       = help: use the id of one topic in topics.toml

    1 mistake in the story
    "#);
}

#[test]
fn a_place_that_does_not_exist_is_refused() {
    let report = with("facts.toml", "place = \"gull-field\"", "place = \"gull-fields\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no venue `gull-fields`
     --> lighthouse/facts.toml:8:9
      |
    8 | place = "gull-fields"
      |         ^^^^^^^^^^^^^
      |
      = help: did you mean `gull-field`?

    1 mistake in the story
    "#);
}

#[test]
fn an_operation_is_not_a_place() {
    let report = with("facts.toml", "place = \"gull-field\"", "place = \"lighthouse-move\"").report();
    insta::assert_snapshot!(report, @r#"
    error: `lighthouse-move` is an operation, not a venue
     --> lighthouse/facts.toml:8:9
      |
    8 | place = "lighthouse-move"
      |         ^^^^^^^^^^^^^^^^^
      |
      = help: use the id of one venue in venues.toml

    1 mistake in the story
    "#);
}

#[test]
fn a_type_that_does_not_exist_is_refused() {
    let report = with("members.toml", "type = \"council\"", "type = \"counsel\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no type `counsel`
      --> lighthouse/members.toml:11:8
       |
    11 | type = "counsel"
       |        ^^^^^^^^^
       |
       = help: did you mean `council`?

    1 mistake in the story
    "#);
}

#[test]
fn an_unrecognisable_type_is_refused_with_where_types_are() {
    let report = with("members.toml", "type = \"council\"", "type = \"parliament\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no type `parliament`
      --> lighthouse/members.toml:11:8
       |
    11 | type = "parliament"
       |        ^^^^^^^^^^^^
       |
       = help: use the id of one type in types.toml

    1 mistake in the story
    "#);
}

#[test]
fn a_kind_that_does_not_exist_is_refused_once() {
    let report = with("types.toml", "kind = \"venue\"", "kind = \"venues\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no kind `venues`
      --> lighthouse/types.toml:18:8
       |
    18 | kind = "venues"
       |        ^^^^^^^^
       |
       = help: did you mean `venue`?

    1 mistake in the story
    "#);
}

#[test]
fn an_unrecognisable_kind_is_refused_with_the_kinds_there_are() {
    let report = with("types.toml", "kind = \"venue\"", "kind = \"building\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no kind `building`
      --> lighthouse/types.toml:18:8
       |
    18 | kind = "building"
       |        ^^^^^^^^^^
       |
       = help: use `member`, `operation` or `venue`

    1 mistake in the story
    "#);
}

#[test]
fn a_type_for_another_kind_of_card_is_refused() {
    let report = with("members.toml", "type = \"council\"", "type = \"works\"").report();
    insta::assert_snapshot!(report, @r#"
    error: the type `works` is for operations, this is a member
      --> lighthouse/members.toml:11:8
       |
    11 | type = "works"
       |        ^^^^^^^
       |
       = help: use a type whose `kind` is "member", or add one to types.toml

    1 mistake in the story
    "#);
}

#[test]
fn a_topic_named_twice_is_refused() {
    let report = with("facts.toml", "[\"engineering\", \"coast\"]", "[\"coast\", \"engineering\", \"coast\"]").report();
    insta::assert_snapshot!(report, @r#"
    error: `coast` is named twice in this list
     --> lighthouse/facts.toml:7:35
      |
    7 | topics = ["coast", "engineering", "coast"]
      |                                   ^^^^^^^
      |
      = help: name it once

    1 mistake in the story
    "#);
}

#[test]
fn a_card_named_twice_in_the_order_is_refused() {
    let report = with("story.toml", "\"skerrow-lighthouse\"]", "\"lighthouse-move\"]").report();
    insta::assert_snapshot!(report, @r#"
    error: `lighthouse-move` is named twice in this list
     --> lighthouse/story.toml:7:29
      |
    7 | order = ["lighthouse-move", "lighthouse-move"]
      |                             ^^^^^^^^^^^^^^^^^
      |
      = help: name it once

    1 mistake in the story
    "#);
}
