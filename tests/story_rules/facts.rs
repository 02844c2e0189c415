//! Facts: their sources, speakers and cards.

use crate::support::with;

#[test]
fn a_fact_without_a_source_is_refused() {
    let report = with("facts.toml", "sources = [{ article = \"keepers-letter\", paragraph = 4 }]\n", "").report();
    insta::assert_snapshot!(report, @r#"
    error: the fact has no source
      --> lighthouse/facts.toml:79:1
       |
    79 | [[fact]]
       | ^^^^^^^^
       |
       = help: add `sources = [{ article = "…", paragraph = 1 }]`

    1 mistake in the story
    "#);
}

#[test]
fn a_fact_with_an_empty_list_of_sources_is_refused() {
    let report = with("facts.toml", "[{ article = \"keepers-letter\", paragraph = 4 }]", "[]").report();
    insta::assert_snapshot!(report, @r#"
    error: the fact has no source
      --> lighthouse/facts.toml:84:11
       |
    84 | sources = []
       |           ^^
       |
       = help: add `sources = [{ article = "…", paragraph = 1 }]`

    1 mistake in the story
    "#);
}

#[test]
fn a_paragraph_named_twice_as_a_source_is_refused() {
    let source = "{ article = \"keepers-letter\", paragraph = 4 }";
    let report = with("facts.toml", source, &format!("{source}, {source}")).report();
    insta::assert_snapshot!(report, @r#"
    error: paragraph 4 of `keepers-letter` is named twice among the sources
      --> lighthouse/facts.toml:84:101
       |
    84 | sources = [{ article = "keepers-letter", paragraph = 4 }, { article = "keepers-letter", paragraph = 4 }]
       |                                                                                                     ^
       |
       = help: name it once

    1 mistake in the story
    "#);
}

#[test]
fn a_paragraph_that_the_article_does_not_have_is_refused() {
    let report = with("facts.toml", "\"keepers-letter\", paragraph = 4", "\"keepers-letter\", paragraph = 5").report();
    insta::assert_snapshot!(report, @r#"
    error: the article `keepers-letter` has no paragraph 5
      --> lighthouse/facts.toml:84:54
       |
    84 | sources = [{ article = "keepers-letter", paragraph = 5 }]
       |                                                      ^
       |
       = help: it has paragraphs 1 to 4

    1 mistake in the story
    "#);
}

#[test]
fn a_source_with_a_mistake_still_counts_as_a_use_of_its_article() {
    let report = with(
        "facts.toml",
        "sources = [{ article = \"keepers-letter\", paragraph = 1 }]",
        "sources = [{ article = \"skerrow-gazette\", paragraph = 1 }]",
    )
    .with(
        "facts.toml",
        "sources = [{ article = \"keepers-letter\", paragraph = 1 }]",
        "sources = [{ article = \"skerrow-gazette\", paragraph = 1 }]",
    )
    .with("facts.toml", "article = \"keepers-letter\", paragraph = 2", "article = \"skerrow-gazette\", paragraph = 2")
    .with("facts.toml", "article = \"keepers-letter\", paragraph = 3", "article = \"skerrow-gazette\", paragraph = 3")
    .with("facts.toml", "article = \"keepers-letter\", paragraph = 4", "article = \"keepers-letter\"")
    .report();
    insta::assert_snapshot!(report, @r#"
    error: a source needs the field `paragraph`
      --> lighthouse/facts.toml:84:12
       |
    84 | sources = [{ article = "keepers-letter" }]
       |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: add it, for example `paragraph = 3`

    1 mistake in the story
    "#);
}

#[test]
fn said_needs_a_speaker() {
    let report = with("facts.toml", "speaker = \"ada-merrow\"\n", "").report();
    insta::assert_snapshot!(report, @"
    error: `said` without `speaker`
      --> lighthouse/facts.toml:51:8
       |
    51 | said = 2023-05-06
       |        ^^^^^^^^^^
       |
       = help: add `speaker`, or take `said` out

    1 mistake in the story
    ");
}

#[test]
fn a_misspelt_speaker_field_is_one_mistake() {
    let report = with("facts.toml", "speaker = \"ada-merrow\"\n", "speakr = \"ada-merrow\"\n").report();
    insta::assert_snapshot!(report, @r#"
    error: a fact has no field `speakr`
      --> lighthouse/facts.toml:51:1
       |
    51 | speakr = "ada-merrow"
       | ^^^^^^
       |
       = help: did you mean `speaker`?

    1 mistake in the story
    "#);
}

#[test]
fn a_speaker_does_not_need_said() {
    with("facts.toml", "said = 2023-05-06\n", "").accepted();
}

#[test]
fn a_fact_cannot_also_be_about_its_own_card() {
    let report = with("facts.toml", "about = [\"ada-merrow\"]", "about = [\"ada-merrow\", \"tom-pellow\"]").report();
    insta::assert_snapshot!(report, @r#"
    error: `tom-pellow` is the card that the fact stands on already
      --> lighthouse/facts.toml:66:24
       |
    66 | about = ["ada-merrow", "tom-pellow"]
       |                        ^^^^^^^^^^^^
       |
       = help: take it out of `about`

    1 mistake in the story
    "#);
}

#[test]
fn the_fields_of_a_source_may_be_written_in_any_order() {
    with(
        "facts.toml",
        "{ article = \"keepers-letter\", paragraph = 4 }",
        "{ paragraph = 4, article = \"keepers-letter\" }",
    )
    .accepted();
}
