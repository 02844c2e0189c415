//! Languages: which a story has, and that every text is in each.

use fact_cards_author::{WordsFile, editions};
use fact_cards_story::{Text, TextPart, edition::Edition};

use crate::support::{Changed, lighthouse, seeds, with};

/// Adds a second language, in which no text is written yet.
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
fn a_text_missing_in_a_declared_language_is_reported() {
    let report = in_french_too().report();
    let first = report.find("error: `title` is missing in `fr`").unwrap();
    let shown = report[first..].split("\n\n").next().unwrap();
    insta::assert_snapshot!(shown, @r#"
    error: `title` is missing in `fr`
     --> lighthouse/story.toml:3:1
      |
    3 | title.en = "The lighthouse that walked"
      | ^^^^^
      |
      = help: add `title.fr`, or `falls-back-to = "en"` at `fr` in story.toml
    "#);
}

#[test]
fn a_text_in_no_language_is_reported_for_each() {
    let report = with("topics.toml", "name.en = \"The coast\"", "name = {}").report();
    insta::assert_snapshot!(report, @"
    error: `name` is missing in `en`
     --> lighthouse/topics.toml:7:1
      |
    7 | name = {}
      | ^^^^
      |
      = help: add `name.en`

    1 mistake in the story
    ");
}

#[test]
fn a_language_without_words_in_the_widget_is_refused() {
    let mut changed = Changed(crate::support::lighthouse());
    for name in ["story", "articles", "types", "topics", "relations", "members", "operations", "venues", "facts"] {
        let name = format!("{name}.toml");
        let text = changed.0.text(&name).unwrap().replace(".en =", ".nl =").replace("id = \"en\"", "id = \"nl\"");
        changed.0.insert(&name, text);
    }
    let report = changed.report();
    insta::assert_snapshot!(report, @r#"
    error: the widget has no words in `nl`
      --> lighthouse/story.toml:10:6
       |
    10 | id = "nl"
       |      ^^^^
       |
       = help: use `ar`, `en`, `fr`, or add `words/nl.ftl` to the story

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
fn an_empty_list_of_languages_is_refused() {
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
fn an_invalid_locale_is_refused() {
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
fn a_language_with_a_bad_locale_still_counts_as_declared() {
    let report = in_french_too()
        .with("story.toml", "\"fr-FR\"", "\"fr-\"")
        .with("topics.toml", "name.en = \"The coast\"", "name.en = \"The coast\"\nname.fr = \"La côte\"")
        .report();
    assert!(report.contains("error: `fr-` is not a locale"), "{report}");
    assert!(!report.contains("does not declare"), "{report}");
}

#[test]
fn texts_in_any_language_are_accepted_while_a_language_lacks_its_id() {
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
fn a_locale_is_kept_in_canonical_form() {
    assert_eq!(with("story.toml", "\"en-GB\"", "\"en-gb\"").accepted().languages[0].locale, "en-GB");
}

/// The small story in French too, with missing texts falling back to English.
fn falling_back() -> Changed {
    let language = "[[language]]\nid = \"en\"\nlocale = \"en-GB\"\n";
    let french = "\n[[language]]\nid = \"fr\"\nlocale = \"fr-FR\"\nfalls-back-to = \"en\"\n";
    with("story.toml", language, &format!("{language}{french}")).with(
        "operations.toml",
        "name.en = \"The move\"",
        "name.en = \"The move\"\nname.fr = \"Le déménagement\"",
    )
}

fn in_french(changed: &Changed) -> Edition {
    editions(&changed.accepted()).unwrap_or_else(|report| panic!("{report}")).remove(1)
}

/// The parts of a text that are in another language than French, each with its locale.
fn foreign(edition: &Edition, text: &Text) -> Vec<(String, String)> {
    let foreign = |part: TextPart| {
        let language = &edition.other_languages[usize::from(part.language?)];
        Some((part.pieces.iter().map(|(piece, _)| *piece).collect(), language.locale.clone()))
    };
    text.parts(&[], edition.right_to_left).into_iter().filter_map(foreign).collect()
}

#[test]
fn a_text_that_falls_back_is_in_the_other_language_and_marked_as_such() {
    let edition = in_french(&falling_back());
    let card = &edition.cards.get(0).unwrap();
    assert_eq!(card.name.shown(), "Le déménagement");
    assert_eq!(foreign(&edition, &card.name), []);
    let whole = |text: &Text| assert_eq!(foreign(&edition, text), [(text.shown().to_owned(), "en-GB".to_owned())]);
    whole(&edition.title);
    whole(&edition.lead);
    whole(&edition.articles[0].title);
    whole(&card.summary);
    whole(&card.links[0].relation);
    whole(&edition.facts.get(0).unwrap().statement);
    whole(&edition.facets.iter().flatten().next().unwrap().name);
    whole(&edition.facts.iter().find_map(|fact| fact.figure.as_ref()).unwrap().unit);
}

#[test]
fn in_a_composed_text_only_the_part_that_falls_back_is_in_the_other_language() {
    let edition = in_french(&falling_back());
    let part = |text: &Text| foreign(&edition, text).remove(0).0;
    assert_eq!(edition.cards.get(0).unwrap().kicker.shown(), "Opération · works");
    assert_eq!(part(&edition.cards.get(0).unwrap().kicker), "works");
    let marker = &edition.facts.get(0).unwrap().sources[0].marker;
    assert_eq!(marker.shown(), "Gazette ¶1");
    assert_eq!(part(marker), "Gazette");
}

#[test]
fn formatted_dates_are_in_the_editions_own_language() {
    let edition = in_french(&falling_back());
    let when: Vec<_> = edition.facts.iter().filter_map(|fact| fact.when.as_ref()).map(Text::shown).collect();
    assert!(when.contains(&"novembre 2022"), "{when:?}");
    assert!(edition.facts.iter().filter_map(|fact| fact.when.as_ref()).all(|when| foreign(&edition, when).is_empty()));
}

#[test]
fn a_text_missing_in_the_fallback_language_is_reported_only_there() {
    let report = falling_back().with("topics.toml", "name.en = \"The coast\"", "name = {}").report();
    assert!(report.contains("error: `name` is missing in `en`\n"), "{report}");
    assert!(report.ends_with("\n1 mistake in the story"), "{report}");
}

#[test]
fn a_language_can_fall_back_only_to_a_declared_and_complete_one() {
    let report = falling_back().with("story.toml", "falls-back-to = \"en\"", "falls-back-to = \"em\"").report();
    let first = report.split("\n\n").next().unwrap();
    insta::assert_snapshot!(first, @r#"
    error: the story does not declare the language `em`
      --> lighthouse/story.toml:16:17
       |
    16 | falls-back-to = "em"
       |                 ^^^^
       |
       = help: did you mean `en`?
    "#);
    for itself in ["fr", "ar"] {
        let also = "\n[[language]]\nid = \"ar\"\nlocale = \"ar-MA\"\nfalls-back-to = \"fr\"\n";
        let changed = falling_back().with(
            "story.toml",
            "falls-back-to = \"en\"\n",
            &format!("falls-back-to = \"{itself}\"\n{also}"),
        );
        let report = changed.report();
        assert!(report.contains(&format!("error: `{itself}` falls back to another language itself\n")), "{report}");
        assert!(report.contains("= help: fall back to a language in which every text is written\n"), "{report}");
    }
}

/// The small story in Dutch, which the widget has no words for, with words of its own.
fn in_dutch(words: &str) -> Changed {
    let mut changed = Changed(lighthouse());
    for name in ["story", "articles", "types", "topics", "relations", "members", "operations", "venues", "facts"] {
        let name = format!("{name}.toml");
        let text = changed.0.text(&name).unwrap().replace(".en =", ".nl =").replace("id = \"en\"", "id = \"nl\"");
        changed.0.insert(&name, text.replace("en-GB", "nl-NL"));
    }
    changed.0.insert("words/nl.ftl", words);
    changed
}

fn english() -> WordsFile {
    Changed(lighthouse()).accepted().languages[0].words.clone()
}

#[test]
fn a_story_can_bring_words_for_a_language_that_the_widget_lacks() {
    let story = in_dutch(&english().text.replace("view-map = Map", "view-map = Kaart")).accepted();
    let edition = editions(&story).unwrap_or_else(|report| panic!("{report}")).remove(0);
    assert_eq!(edition.words.view_map, "Kaart");
    assert!(edition.facts.iter().any(|fact| fact.when.as_ref().is_some_and(|when| when.shown() == "mei 2023")));
}

#[test]
fn a_storys_own_words_replace_the_widgets() {
    let mut changed = Changed(lighthouse());
    changed.0.insert("words/en.ftl", english().text.replace("view-map = Map", "view-map = Chart"));
    let edition = editions(&changed.accepted()).unwrap_or_else(|report| panic!("{report}")).remove(0);
    assert_eq!(edition.words.view_map, "Chart");
}

#[test]
fn mistakes_in_a_storys_own_words_are_reported_with_its_other_mistakes() {
    let report = in_dutch(&english().text.replace("view-map = Map", "view-map = Map { $map }"))
        .with("topics.toml", "name.nl = \"The coast\"", "name = {}")
        .report();
    insta::assert_snapshot!(report, @r"
    error: `name` is missing in `nl`
     --> lighthouse/topics.toml:7:1
      |
    7 | name = {}
      | ^^^^
      |
      = help: add `name.nl`

    error: the message `view-map` has no `{ $map }` to be filled in
      --> lighthouse/words/nl.ftl:55:18
       |
    55 | view-map = Map { $map }
       |                  ^^^^
       |
       = help: take it out

    2 mistakes in the story
    ");
}

#[test]
fn words_in_a_language_that_the_story_does_not_declare_are_refused() {
    let mut changed = Changed(lighthouse());
    changed.0.insert("words/enn.ftl", english().text);
    insta::assert_snapshot!(changed.report(), @r"
    error: the story does not declare the language `enn`
     --> lighthouse/words/enn.ftl:1:1
      |
    1 | # The words of the interface in English. In braces stands what is filled in.
      | ^
      |
      = help: did you mean `en`?

    1 mistake in the story
    ");
}

#[test]
fn words_that_are_not_utf_8_are_refused() {
    let mut changed = Changed(lighthouse());
    changed.0.insert("words/en.ftl", b"clear = \xff".as_slice());
    let report = changed.report();
    assert!(report.starts_with("error: this file is not UTF-8 text\n --> lighthouse/words/en.ftl:1:1\n"), "{report}");
}

#[test]
fn the_real_story_is_complete_in_english_french_and_arabic() {
    let story = Changed(seeds()).accepted();
    let editions = editions(&story).unwrap_or_else(|report| panic!("{report}"));
    let spoken: Vec<_> = editions.iter().map(|edition| (edition.locale.as_str(), edition.right_to_left)).collect();
    assert_eq!(spoken, [("en-GB", false), ("fr-MA", false), ("ar-MA", true)]);
    let arabic = &editions[2];
    let neptune = arabic.cards.iter().find(|card| card.id == "operation-neptune").unwrap();
    assert_eq!(neptune.name.shown(), "عملية نبتون (NEPTUNE)");
    let election = arabic.facts.iter().find(|fact| fact.id == "election-won").unwrap();
    // The names of the months and the digits are Moroccan.
    assert_eq!(election.when.as_ref().map(Text::shown), Some("4–7 نونبر 2024"));
    for (one, other) in [(0, 1), (0, 2)].map(|(one, other)| (&editions[one], &editions[other])) {
        assert_eq!((one.cards.len(), one.facts.len()), (other.cards.len(), other.facts.len()));
    }
}
