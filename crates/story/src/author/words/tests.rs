//! Each rule for the words of the interface, on the English ones with one thing in them broken.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may stop at once")]

use super::{Counted, Largest, SOURCES, languages, parse, read};

/// The English words with one text taken out and another put at the very beginning, where its line is known.
#[track_caller]
fn with(out: &str, begin: &str) -> String {
    let english = SOURCES[0].2;
    assert!(english.contains(out), "the English words do not have {out:?}");
    format!("{begin}{}", english.replacen(out, "", 1))
}

/// All that is said about some words.
#[track_caller]
fn report(text: &str) -> String {
    parse("words/en.ftl", text, "en", Largest { shown: 3, encoded: 3 }).expect_err("the words are accepted").to_string()
}

#[test]
fn the_words_of_every_language_are_accepted() {
    for language in languages() {
        read(language, Largest { shown: 300, encoded: 300 }).unwrap_or_else(|report| panic!("{report}"));
    }
}

#[test]
fn a_language_without_words_is_refused() {
    let report = read("fr", Largest { shown: 3, encoded: 3 }).expect_err("there are words in French").to_string();
    assert!(report.starts_with("error: the widget has no words in `fr`\n"), "{report}");
    assert!(report.contains("= help: use `en`, or add a file to `words`\n"), "{report}");
}

#[test]
fn what_is_not_fluent_is_refused_where_it_stops_being_that() {
    assert_eq!(
        report(&with("clear = Clear all\n", "clear Clear all\n")),
        r#"error: this is not Fluent: Expected a token starting with "="
 --> words/en.ftl:1:7
  |
1 | clear Clear all
  |       ^
  |
  = help: write `name = text`, one message a line

1 mistake in the story"#
    );
}

#[test]
fn a_missing_message_is_missed() {
    assert_eq!(
        report(&with("clear = Clear all\n", "# Words.\n")),
        "error: the message `clear` is missing
 --> words/en.ftl:1:1
  |
1 | # Words.
  | ^
  |
  = help: add `clear = …`

1 mistake in the story"
    );
}

#[test]
fn a_message_that_nothing_uses_is_refused() {
    assert_eq!(
        report(&with("", "whatever = Whatever\n")),
        "error: the widget uses no message `whatever`
 --> words/en.ftl:1:1
  |
1 | whatever = Whatever
  | ^^^^^^^^
  |
  = help: take it out

1 mistake in the story"
    );
}

#[test]
fn a_misspelt_message_is_one_mistake_with_the_name_that_was_meant() {
    assert_eq!(
        report(&with("put-back = Put them back\n", "putback= Put them back\n")),
        "error: the widget uses no message `putback`
 --> words/en.ftl:1:1
  |
1 | putback= Put them back
  | ^^^^^^^
  |
  = help: did you mean `put-back`?

1 mistake in the story"
    );
}

#[test]
fn a_message_given_twice_is_refused_at_the_second() {
    assert_eq!(
        report(&with("clear = Clear all\n", "clear = Clear all\nclear = Clear\n")),
        "error: the message `clear` is there twice
 --> words/en.ftl:2:1
  |
2 | clear = Clear
  | ^^^^^
  |
  = help: keep one of the two

1 mistake in the story"
    );
}

#[test]
fn a_placeholder_that_nothing_fills_in_is_one_mistake() {
    assert_eq!(
        report(&with("nothing-found = No card matches { $what }.\n", "nothing-found = None matches { $waht }.\n")),
        "error: the message `nothing-found` cannot be formed: there is no `{ $waht }`
 --> words/en.ftl:1:1
  |
1 | nothing-found = None matches { $waht }.
  | ^^^^^^^^^^^^^
  |
  = help: use the placeholders that the English message uses

1 mistake in the story"
    );
}

#[test]
fn a_placeholder_in_a_plural_that_is_not_reached_is_found_too() {
    let cards = "cards = { $count ->\n    [one] { $count } card\n   *[other] { $count } cards\n}\n";
    let with_many = cards.replace("   *[other]", "    [many] { $cuont } cards\n   *[other]");
    assert_eq!(
        report(&with(cards, &with_many)),
        "error: the message `cards` cannot be formed: there is no `{ $cuont }`
 --> words/en.ftl:1:1
  |
1 | cards = { $count ->
  | ^^^^^
  |
  = help: use the placeholders that the English message uses

1 mistake in the story"
    );
}

#[test]
fn a_message_that_refers_to_none_cannot_be_formed() {
    assert_eq!(
        report(&with("clear = Clear all\n", "clear = Clear { everything }\n")),
        "error: the message `clear` cannot be formed: Resolver error: Unknown message: everything
 --> words/en.ftl:1:1
  |
1 | clear = Clear { everything }
  | ^^^^^
  |
  = help: use the placeholders that the English message uses

1 mistake in the story"
    );
}

#[test]
fn mistakes_are_told_in_the_order_of_the_lines() {
    let text = with("kind = Kind\n", "kind = { $kidn }\n")
        .replace("search =", "serach =")
        .replace("put-back = Put them back\n", "put-back = Put them back\nput-back = Put back\n");
    let report = report(&text);
    let told: Vec<&str> = report.lines().filter(|line| line.starts_with("error: ")).collect();
    assert_eq!(
        told,
        [
            "error: the message `kind` cannot be formed: there is no `{ $kidn }`",
            "error: the widget uses no message `serach`",
            "error: the message `put-back` is there twice",
        ]
    );
}

#[test]
fn windows_line_ends_are_accepted() {
    parse("words/en.ftl", &SOURCES[0].2.replace('\n', "\r\n"), "en", Largest { shown: 3, encoded: 3 })
        .unwrap_or_else(|report| panic!("{report}"));
}

#[test]
fn placeholders_and_numbers_stay_open_until_they_are_known() {
    let (words, phrases) = read("en", Largest { shown: 3, encoded: 3 }).unwrap();
    assert_eq!(words.status, "{cards}, {facts} from {articles}");
    assert_eq!(phrases.kicker, "{kind} · {type}");
    let by_count = vec![0, 1, 0, 0];
    assert_eq!(words.cards, Counted { patterns: vec!["{count} cards".into(), "{count} card".into()], by_count });
}
