//! Each rule for the words of the interface, on the English ones with one thing in them broken.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may stop at once")]

use super::{Counted, Largest, Phrases, Words, WordsFile, built_in, check, languages, read};
use crate::Report;

const LARGEST: Largest = Largest { shown: 3, encoded: 3 };

fn english() -> String {
    built_in("en").unwrap().text
}

/// The English words with one text removed and another put at the very beginning, where its line number is known.
#[track_caller]
fn with(out: &str, begin: &str) -> String {
    let english = english();
    assert!(english.contains(out), "the English words do not have {out:?}");
    format!("{begin}{}", english.replacen(out, "", 1))
}

fn read_as(text: &str, locale: &str) -> Result<(Words, Phrases), Report> {
    let file = WordsFile { path: format!("words/{locale}.ftl"), text: text.to_owned() };
    read(&file, locale, &[], LARGEST).map(|(words, phrases, _)| (words, phrases))
}

/// The report about some words.
#[track_caller]
fn report(text: &str) -> String {
    read_as(text, "en").expect_err("the words are accepted").to_string()
}

/// The message of that name in the English words.
fn message<'e>(english: &'e str, name: &str) -> &'e str {
    let start = english.find(&format!("\n{name} =")).unwrap() + 1;
    let rest = english.get(start..).unwrap();
    rest.get(..rest.find("}\n").unwrap() + 2).unwrap()
}

#[test]
fn the_words_of_all_three_languages_are_accepted() {
    assert_eq!(languages(), ["ar", "en", "fr"]);
    for language in languages() {
        assert_eq!(check(&built_in(language).unwrap(), language), [], "{language}");
    }
}

#[test]
fn every_number_has_the_plural_form_of_its_language() {
    let cards = |language: &str, locale: &str, count: usize| {
        let largest = Largest { shown: 200, encoded: 3 };
        read(&built_in(language).unwrap(), locale, &[], largest).unwrap().0.cards.for_count(count)
    };
    let arabic = |count| cards("ar", "ar-MA", count);
    assert_eq!([0, 1, 2].map(arabic), ["لا بطاقات", "بطاقة واحدة", "بطاقتان"]);
    assert_eq!([3, 10, 103, 110].map(arabic), ["3 بطاقات", "10 بطاقات", "103 بطاقات", "110 بطاقات"]);
    assert_eq!([11, 99, 111].map(arabic), ["11 بطاقة", "99 بطاقة", "111 بطاقة"]);
    assert_eq!([100, 101, 102].map(arabic), ["100 بطاقة", "101 بطاقة", "102 بطاقة"]);
    assert_eq!([0, 1, 2].map(|count| cards("fr", "fr-MA", count)), ["0 fiche", "1 fiche", "2 fiches"]);
    assert_eq!([0, 1, 2].map(|count| cards("en", "en-GB", count)), ["0 cards", "1 card", "2 cards"]);
}

#[test]
fn a_missing_plural_form_is_reported() {
    let arabic = built_in("ar").unwrap().text;
    let few =
        arabic.lines().skip_while(|line| !line.starts_with("cards =")).find(|line| line.contains("[few]")).unwrap();
    // An earlier message may have the same line.
    let text = arabic.replacen(&format!("{few}\n"), "", 2);
    let said = read_as(&text, "ar").expect_err("the words are accepted").to_string();
    assert!(said.contains("error: the message `cards` lacks the plural form `few` of its language\n"), "{said}");
    assert!(said.contains("= help: add `[few] …`\n"), "{said}");
}

#[test]
fn a_plural_form_that_the_language_lacks_is_refused_in_its_place() {
    let english = english();
    let cards = message(&english, "cards");
    let with_few = cards.replace("   *[other]", "    [few] { $count } cards\n   *[other]");
    assert_eq!(
        report(&with(cards, &with_few)),
        "error: the message `cards` has the plural `few`, which its language has not
 --> words/en.ftl:3:5
  |
3 |     [few] { $count } cards
  |     ^^^^^
  |
  = help: use `one`, `other`

1 mistake in the story"
    );
}

#[test]
fn a_missing_placeholder_is_reported() {
    assert_eq!(
        report(&with("via = via { $card }\n", "via = via\n")),
        "error: the message `via` lacks `{ $card }`
 --> words/en.ftl:1:1
  |
1 | via = via
  | ^^^
  |
  = help: write `{ $card }` where it is to stand

1 mistake in the story"
    );
}

#[test]
fn a_placeholder_of_another_message_is_refused() {
    let said = report(&with("via = via { $card }\n", "via = via { $card } { $kind }\n"));
    assert!(said.starts_with("error: the message `via` has no `{ $kind }` to be filled in\n"), "{said}");
    assert!(said.contains("= help: use `{ $card }`, or take it out\n"), "{said}");
    let said = report(&with("clear = Clear all\n", "clear = Clear all { $kind }\n"));
    assert!(said.contains("= help: take it out\n"), "{said}");
}

#[test]
fn a_count_may_be_written_in_words() {
    let english = english();
    let cards = message(&english, "cards");
    let text = with(cards, &cards.replace("[one] { $count } card\n", "[one] one card\n"));
    let (words, _) = read_as(&text, "en").unwrap_or_else(|report| panic!("{report}"));
    assert_eq!([1, 2].map(|count| words.cards.for_count(count)), ["one card", "2 cards"]);
}

#[test]
fn a_number_may_have_a_text_of_its_own() {
    let english = english();
    let cards = message(&english, "cards");
    let text = with(cards, &cards.replace("    [one]", "    [0] none\n    [2] a pair\n    [one]"));
    let (words, _) = read_as(&text, "en").unwrap_or_else(|report| panic!("{report}"));
    assert_eq!([0, 1, 2, 3].map(|count| words.cards.for_count(count)), ["none", "1 card", "a pair", "3 cards"]);
}

#[test]
fn counts_are_in_the_digits_of_the_locale() {
    let digits: Vec<char> = ('٠'..='٩').collect();
    let (words, ..) = read(&built_in("ar").unwrap(), "ar-EG", &digits, LARGEST).unwrap();
    assert_eq!(words.cards.for_count(3), "٣ بطاقات");
}

#[test]
fn what_is_not_fluent_is_refused_where_it_stops_being_so() {
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
fn a_missing_message_is_reported() {
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
        "error: the message `nothing-found` has no `{ $waht }` to be filled in
 --> words/en.ftl:1:32
  |
1 | nothing-found = None matches { $waht }.
  |                                ^^^^^
  |
  = help: did you mean `{ $what }`?

1 mistake in the story"
    );
}

#[test]
fn a_placeholder_in_a_plural_that_is_not_reached_is_found_too() {
    let cards = "cards = { $count ->\n    [one] { $count } card\n   *[other] { $count } cards\n}\n";
    let with_many = cards.replace("   *[other]", "    [9999] { $cuont } cards\n   *[other]");
    assert_eq!(
        report(&with(cards, &with_many)),
        "error: the message `cards` has no `{ $cuont }` to be filled in
 --> words/en.ftl:3:14
  |
3 |     [9999] { $cuont } cards
  |              ^^^^^^
  |
  = help: did you mean `{ $count }`?

1 mistake in the story"
    );
}

#[test]
fn a_message_that_refers_to_an_unknown_one_cannot_be_formed() {
    assert_eq!(
        report(&with("clear = Clear all\n", "clear = Clear { everything }\n")),
        "error: the message `clear` cannot be formed: Resolver error: Unknown message: everything
 --> words/en.ftl:1:1
  |
1 | clear = Clear { everything }
  | ^^^^^
  |
  = help: compare it with the English message

1 mistake in the story"
    );
}

#[test]
fn mistakes_are_reported_in_the_order_of_the_lines() {
    let text = with("kind = Kind\n", "kind = { $kidn }\n")
        .replace("\nsearch =", "\nserach =")
        .replace("put-back = Put them back\n", "put-back = Put them back\nput-back = Put back\n");
    let report = report(&text);
    let told: Vec<&str> = report.lines().filter(|line| line.starts_with("error: ")).collect();
    assert_eq!(
        told,
        [
            "error: the message `kind` has no `{ $kidn }` to be filled in",
            "error: the widget uses no message `serach`",
            "error: the message `put-back` is there twice",
        ]
    );
}

#[test]
fn windows_line_ends_are_accepted() {
    read_as(&english().replace('\n', "\r\n"), "en").unwrap_or_else(|report| panic!("{report}"));
}

#[test]
fn placeholders_and_numbers_are_left_to_be_filled_in_later() {
    let (words, phrases) = read_as(&english(), "en").unwrap();
    assert_eq!(words.status, "{cards}, {facts} from {articles}");
    assert_eq!(phrases.kicker, "{kind} · {type}");
    let by_count = vec![0, 1, 0, 0];
    assert_eq!(
        words.cards,
        Counted { patterns: vec!["{count} cards".into(), "{count} card".into()], by_count, digits: vec![] }
    );
}
