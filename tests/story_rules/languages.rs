//! Languages: which a story has, and that every text is in each.

use crate::support::{Changed, with};

/// A second language, which the widget has no words in.
fn in_french_too() -> Changed {
    with("story.toml", "locale = \"en-GB\"", "locale = \"en-GB\"\n\n[[language]]\nid = \"fr\"\nlocale = \"fr-FR\"")
}

#[test]
fn a_text_in_a_language_that_is_not_declared_is_refused() {
    let report =
        with("operations.toml", "name.en = \"The move\"", "name.en = \"The move\"\nname.fr = \"Le déménagement\"")
            .report();
    insta::assert_snapshot!(report, @r#"
    error: the story does not declare the language `fr`
     --> lighthouse/operations.toml:5:6
      |
    5 | name.fr = "Le déménagement"
      |      ^^
      |
      = help: declare it in story.toml, or use `en`

    1 mistake in the story
    "#);
}

#[test]
fn a_misspelt_language_is_one_mistake_with_the_one_that_was_meant() {
    let report = with("operations.toml", "name.en = \"The move\"", "name.eng = \"The move\"").report();
    insta::assert_snapshot!(report, @r#"
    error: the story does not declare the language `eng`
     --> lighthouse/operations.toml:4:6
      |
    4 | name.eng = "The move"
      |      ^^^
      |
      = help: did you mean `en`?

    1 mistake in the story
    "#);
}

#[test]
fn a_text_that_is_missing_in_a_declared_language_is_missed() {
    let report = in_french_too().report();
    assert!(report.contains("error: the widget has no words in `fr`"), "{report}");
    let first = report.find("error: `title` is missing in `fr`").unwrap();
    let shown = report[first..].split("\n\n").next().unwrap();
    insta::assert_snapshot!(shown, @r#"
    error: `title` is missing in `fr`
     --> lighthouse/story.toml:3:1
      |
    3 | title.en = "The lighthouse that walked"
      | ^^^^^
      |
      = help: add `title.fr`, or take the language out of story.toml
    "#);
}

#[test]
fn a_text_in_no_language_at_all_is_missed_in_each() {
    let report = with("topics.toml", "name.en = \"The coast\"", "name = {}").report();
    insta::assert_snapshot!(report, @"
    error: `name` is missing in `en`
     --> lighthouse/topics.toml:7:1
      |
    7 | name = {}
      | ^^^^
      |
      = help: add `name.en`, or take the language out of story.toml

    1 mistake in the story
    ");
}

#[test]
fn a_language_that_the_widget_has_no_words_in_is_refused() {
    let mut changed = Changed(crate::support::lighthouse());
    for name in ["story", "articles", "types", "topics", "relations", "members", "operations", "venues", "facts"] {
        let name = format!("{name}.toml");
        let text = changed.0.text(&name).unwrap().replace(".en =", ".fr =").replace("id = \"en\"", "id = \"fr\"");
        changed.0.insert(&name, text);
    }
    let report = changed.report();
    insta::assert_snapshot!(report, @r#"
    error: the widget has no words in `fr`
      --> lighthouse/story.toml:10:6
       |
    10 | id = "fr"
       |      ^^^^
       |
       = help: use `en`, or add a file to `words`

    1 mistake in the story
    "#);
}

#[test]
fn a_story_without_a_language_is_refused() {
    let report = with("story.toml", "[[language]]\nid = \"en\"\nlocale = \"en-GB\"\n", "").report();
    insta::assert_snapshot!(report, @r#"
    error: the story declares no language
     --> lighthouse/story.toml:1:1
      |
    1 | # An invented story, for tests: small, and about nothing that the real one is about.
      | ^
      |
      = help: add `[[language]]` with `id = "en"` and `locale = "en-GB"`

    1 mistake in the story
    "#);
}

#[test]
fn an_empty_list_of_languages_is_no_language() {
    let report = with("story.toml", "[[language]]\nid = \"en\"\nlocale = \"en-GB\"\n", "")
        .with("story.toml", "title.en", "language = []\ntitle.en")
        .report();
    insta::assert_snapshot!(report, @r#"
    error: the story declares no language
     --> lighthouse/story.toml:3:12
      |
    3 | language = []
      |            ^^
      |
      = help: add `[[language]]` with `id = "en"` and `locale = "en-GB"`

    1 mistake in the story
    "#);
}

#[test]
fn a_language_declared_twice_is_refused() {
    let report =
        with("story.toml", "locale = \"en-GB\"", "locale = \"en-GB\"\n\n[[language]]\nid = \"en\"\nlocale = \"en-US\"")
            .report();
    insta::assert_snapshot!(report, @r#"
    error: the id `en` is given twice
      --> lighthouse/story.toml:14:6
       |
    14 | id = "en"
       |      ^^^^
       |
       = help: give it another id; the first one is in lighthouse/story.toml:10

    1 mistake in the story
    "#);
}

#[test]
fn a_locale_that_is_none_is_refused() {
    let report = with("story.toml", "\"en-GB\"", "\"English (UK)\"").report();
    insta::assert_snapshot!(report, @r#"
    error: `English (UK)` is not a locale
      --> lighthouse/story.toml:11:10
       |
    11 | locale = "English (UK)"
       |          ^^^^^^^^^^^^^^
       |
       = help: write a language and a region, such as "en-GB" or "ar-MA"

    1 mistake in the story
    "#);
}

#[test]
fn a_language_with_a_bad_locale_is_declared_all_the_same() {
    let report = in_french_too()
        .with("story.toml", "\"fr-FR\"", "\"fr-\"")
        .with("topics.toml", "name.en = \"The coast\"", "name.en = \"The coast\"\nname.fr = \"La côte\"")
        .report();
    assert!(report.contains("error: `fr-` is not a locale"), "{report}");
    assert!(!report.contains("does not declare"), "{report}");
}

#[test]
fn a_language_without_an_id_leaves_open_which_languages_there_are() {
    let report = with("story.toml", "id = \"en\"\n", "")
        .with("topics.toml", "name.en = \"The coast\"", "name.en = \"The coast\"\nname.fr = \"La côte\"")
        .report();
    insta::assert_snapshot!(report, @r#"
    error: a language needs the field `id`
     --> lighthouse/story.toml:9:1
      |
    9 | [[language]]
      | ^^^^^^^^^^^^
      |
      = help: add it, for example `id = "en"`

    1 mistake in the story
    "#);
}

#[test]
fn a_locale_is_kept_as_the_web_writes_it() {
    assert_eq!(with("story.toml", "\"en-GB\"", "\"en-gb\"").accepted().languages[0].locale, "en-GB");
}
