//! Tables in languages that the widget has no words for.

use std::fs;

use fact_cards_command::Options;

use super::{imported, mistakes, story_in};

#[test]
fn a_table_in_any_language_brings_words_to_translate() {
    let table = "card.de;statement.de;article.de;paragraph\nBrücke;Die Brücke ist offen.;Bericht;1\n";
    let (folder, made) = imported(table, &Options::default()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(made.to_translate, ["words/de.ftl"]);
    let words = fs::read_to_string(folder.path().join("story/words/de.ftl")).unwrap();
    assert!(words.starts_with("# The words of the interface, in English so far"), "{words}");
    assert!(words.contains("\nthis-language = de\n"), "{words}");
    let read = story_in(&folder.path().join("story"));
    assert_eq!((read.languages[0].id.as_str(), read.facts[0].statement.at(0)), ("de", "Die Brücke ist offen."));
}

#[test]
fn words_to_translate_have_the_plural_forms_of_their_language() {
    for language in ["pl", "ja", "cy", "he", "lv", "ru", "pt", "fa"] {
        let table = format!("card,statement.en,statement.{language},article,paragraph\nA,B,C,D,1\n");
        let (_, made) = imported(table, &Options::default()).unwrap_or_else(|error| panic!("{language}: {error}"));
        assert_eq!(made.to_translate, [format!("words/{language}.ftl")]);
        let options = Options { language: Some(language.to_owned()), ..Options::default() };
        imported("card,statement,article,paragraph\nA,B,D,1\n", &options)
            .unwrap_or_else(|error| panic!("{language}: {error}"));
    }
}

#[test]
fn an_invalid_language_is_reported() {
    insta::assert_snapshot!(mistakes("card,statement.xx,article,paragraph\nA,B,D,1\n"), @"1:6 `xx` is the code of no language (write one such as `en` or `ar`)");
}

#[test]
fn required_columns_must_be_there_in_the_first_language() {
    let table = "statement.en,statement.fr,Card (FR),article.fr,paragraph\nIt opened.,Il a ouvert.,Le pont,Rapport,1\n";
    insta::assert_snapshot!(mistakes(table), @"
    1:1 the table has no column `card` (add it; it holds the name of the card that a fact stands on, in the language `en`)
    1:1 the table has no column `article` (add it; it holds the title of the article, in the language `en`)
    ");
}
