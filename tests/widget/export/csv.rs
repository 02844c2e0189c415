//! The CSV export.

use fact_cards::export::{Selection, csv, text_of_cell};
use fact_cards_author::Quantity;
use fact_cards_story::{
    Text,
    edition::{Edition, Facet, FactId},
};
use proptest::prelude::*;

use super::{a_text, ids, shown, stories};
use crate::story::{fact, real, search, small};

/// The rows as another program reads them: names and values.
fn rows(edition: &Edition, facts: &[FactId]) -> Vec<Vec<(String, String)>> {
    read(&csv(edition, facts))
}

fn read(written: &str) -> Vec<Vec<(String, String)>> {
    let body = written.strip_prefix('\u{feff}').expect("spreadsheets know UTF-8 by its mark");
    let mut reader = ::csv::ReaderBuilder::new().flexible(false).from_reader(body.as_bytes());
    let names = reader.headers().unwrap().clone();
    let row = |row: Result<::csv::StringRecord, _>| {
        let row = row.unwrap_or_else(|error: ::csv::Error| panic!("{error} in {written}"));
        names.iter().zip(row.iter()).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect()
    };
    reader.records().map(row).collect()
}

fn everything(edition: &Edition) -> Vec<Vec<(String, String)>> {
    rows(edition, &Selection::everything(edition).facts)
}

fn cell<'r>(row: &'r [(String, String)], name: &str) -> &'r str {
    let found = row.iter().find(|(known, _)| known == name);
    &found.unwrap_or_else(|| panic!("there is no column {name}")).1
}

/// A cell's text without the protection against formulas.
fn text(cell: &str) -> String {
    let plain = |part: &str| match part.strip_prefix('\'') {
        Some(rest) if is_dangerous(rest) => rest.to_owned(),
        _ => part.to_owned(),
    };
    cell.split_inclusive([';', '\t', '\r', '\n']).map(plain).collect()
}

/// Whether a spreadsheet might compute a cell, written independently of the code under test.
fn is_dangerous(cell: &str) -> bool {
    let is_quote = |character: char| "\"'`‘’‚‛“”„‟«»‹›＂＇".contains(character);
    let nothing =
        ["\u{ad}", "\u{34f}", "\u{61c}", "\u{180e}", "\u{200b}", "\u{feff}", "\u{2060}", "\u{fe0f}", "\u{fffd}"]
            .concat();
    let counts = cell.find(|character: char| {
        "\t\r".contains(character)
            || !(character.is_whitespace()
                || character.is_control()
                || is_quote(character)
                || nothing.contains(character)
                || matches!(u32::from(character), 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x180b..=0x180f | 0x200b..=0x200f
                    | 0x202a..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f | 0xffa0 | 0xe0000..=0xe0fff))
    });
    counts.is_some_and(|at| {
        cell[at..].starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'])
    })
}

#[test]
fn everything_the_editor_wrote_about_a_fact_is_in_its_row() {
    for (story, edition) in stories() {
        let rows = everything(&edition);
        assert_eq!(rows.len(), story.facts.len());
        for (fact, row) in story.facts.iter().zip(&rows) {
            let known = |name: &str, value: &str| assert_eq!(text(cell(row, name)), value, "{name} of {}", fact.id);
            let card = |reference: &fact_cards_author::Reference| story.cards.get(reference.target).unwrap();
            known("id", &fact.id);
            known("card", &fact.card.id);
            known("card_name", card(&fact.card).name.at(0));
            known("kind", card(&fact.card).kind.key());
            known("type", story.types[card(&fact.card).card_type.target].name.at(0));
            known("statement", fact.statement.at(0));
            known("date", &fact.date.map(|date| date.to_string()).unwrap_or_default());
            assert_eq!(cell(row, "when").is_empty(), fact.date.is_none());
            known("speaker", fact.speaker.as_ref().map_or("", |speaker| &speaker.id));
            known("speaker_name", fact.speaker.as_ref().map_or("", |speaker| card(speaker).name.at(0)));
            known("said", &fact.said.map(|said| said.to_string()).unwrap_or_default());
            known("unit", fact.figure.as_ref().map_or("", |figure| figure.unit.at(0)));
            let more_than = fact.figure.as_ref().map(|figure| figure.more_than.to_string());
            known("more_than", &more_than.unwrap_or_default());
            let number = |name: &str| cell(row, name).parse::<f64>().ok();
            let (from, to) = match fact.figure.as_ref().map(|figure| figure.quantity) {
                None => (None, None),
                Some(Quantity::Value(value)) => (None, Some(value)),
                Some(Quantity::Year(year)) => (None, Some(year.into())),
                Some(Quantity::Change { from, to }) => (Some(from), Some(to)),
            };
            assert_eq!((number("value_from"), number("value")), (from, to), "{}", fact.id);
            known("place", fact.location.as_ref().map_or("", |venue| &venue.id));
            known("place_name", fact.location.as_ref().map_or("", |venue| card(venue).name.at(0)));
            let list = |name: &str| -> Vec<String> {
                let mut list: Vec<_> = cell(row, name).split("; ").map(str::to_owned).collect();
                list.retain(|id| !id.is_empty());
                list.sort_unstable();
                list
            };
            for (name, references) in [("about", &fact.about), ("topics", &fact.topics)] {
                let mut ids = ids(references);
                ids.sort_unstable();
                assert_eq!(list(name), ids, "{name} of {}", fact.id);
            }
            for about in &fact.about {
                assert!(text(cell(row, "about_names")).contains(card(about).name.at(0)), "{}", fact.id);
            }
            for topic in &fact.topics {
                assert!(text(cell(row, "topic_names")).contains(story.topics[topic.target].name.at(0)), "{}", fact.id);
            }
            let sources = fact.sources.iter().map(|at| format!("{} ¶{}", at.article.id, at.paragraph));
            assert_eq!(cell(row, "sources"), sources.collect::<Vec<_>>().join("; "));
            for source in &fact.sources {
                let short = story.articles[source.article.target].short.at(0);
                assert!(text(cell(row, "source_names")).contains(short), "{}", fact.id);
            }
        }
    }
}

#[test]
fn a_selection_has_a_row_for_each_of_its_facts() {
    let found = shown(real(), &search("neptune 135"));
    let rows = rows(real(), &found.facts);
    assert_eq!(rows.iter().map(|row| cell(row, "id")).collect::<Vec<_>>(), ["neptune-arrests"]);
    assert_eq!(csv(small(), &[]).lines().count(), 1, "no fact is the names alone");
    assert_eq!(csv(small(), &[u16::MAX.into()]), csv(small(), &[]));
}

#[test]
fn lines_end_as_in_the_csv_standard() {
    let written = csv(real(), &Selection::everything(real()).facts);
    assert_eq!(written.matches("\r\n").count(), real().facts.len() + 1);
    assert_eq!(written.matches('\n').count(), real().facts.len() + 1);
    assert!(written.ends_with("\r\n"));
}

/// The cell for a statement after reading the file.
fn stated(statement: &str) -> String {
    let mut edition = small().clone();
    edition.facts.entries_mut()[0].statement = Text::from(statement);
    cell(&everything(&edition)[0], "statement").to_owned()
}

#[test]
fn a_formula_is_a_text() {
    for formula in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        " =1",
        "\u{a0}=1",
        "\n=1",
        "\u{feff}=1",
        "\u{200b}=1",
        "\u{ad}=1",
        "\"=1",
        "'=1",
        "“=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "﹦1",
        " \u{7} ' @x",
        "=cmd|' /C calc'!A0",
        "\u{3164}=1",
        "\u{e0020}=1",
    ] {
        assert!(stated(formula).contains('\''), "{formula:?}");
        // Some programs begin another cell after a line end.
        let rest = formula.trim_start_matches('\n');
        assert!(stated(formula).ends_with(&format!("'{rest}")), "{formula:?}: {:?}", stated(formula));
    }
}

#[test]
fn a_formula_under_another_separator_is_a_text() {
    for (written, defused) in [
        ("a;=1", "a;'=1"),
        ("a; -1", "a;' -1"),
        ("a\t=1", "a\t'=1"),
        ("a\r\n@x", "a\r\n'@x"),
        ("a;\"=1", "a;'\"=1"),
        ("=a;=b", "'=a;'=b"),
    ] {
        assert_eq!(stated(written), defused);
    }
}

#[test]
fn what_is_not_a_formula_is_unchanged() {
    for text in ["", "a", "a=b", "1-2", "104 → 140+", "(=1)", "’twas", "a, -1", "نص", "—", "“a”; b", "\"a\", b", "1\n2"]
    {
        assert_eq!(stated(text), text);
    }
}

#[test]
fn a_negative_number_stays_a_number_and_nothing_else_does() {
    let mut edition = small().clone();
    let at = edition.facts.iter().position(|fact| fact.figure.is_some()).unwrap();
    for (value, written) in [
        ("-5", "-5"),
        ("-0.25", "-0.25"),
        ("1923", "1923"),
        ("-", "'-"),
        ("-1+1", "'-1+1"),
        ("=1", "'=1"),
        ("-.", "'-."),
    ] {
        let figure = edition.facts.entries_mut()[at].figure.as_mut().unwrap();
        figure.value = value.to_owned();
        figure.from = Some(value.to_owned());
        let rows = everything(&edition);
        assert_eq!((cell(&rows[at], "value"), cell(&rows[at], "value_from")), (written, written));
    }
}

#[test]
fn nul_does_not_end_a_text() {
    assert_eq!(stated("a\0b"), "a\u{fffd}b");
}

#[test]
fn rows_read_as_a_person_expects() {
    let written = csv(real(), &[fact(real(), "neptune-arrests")]);
    let written = written.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    insta::assert_snapshot!(written, @r#"
    id,card,card_name,kind,type,about,about_names,statement,date,when,speaker,speaker_name,said,value_from,value,more_than,unit,topics,topic_names,place,place_name,sources,source_names,withdrawn,withdrawn_reason,corrections,revisions,picture,picture_alt,picture_credit,picture_licence,picture_source
    neptune-arrests,operation-neptune,Operation NEPTUNE,operation,international,ahmed-nasser-al-raisi,Ahmed Nasser Al Raisi,135 wanted people were arrested.,,,ahmed-nasser-al-raisi,Ahmed Nasser Al Raisi,2025-11-21,,135,false,wanted people arrested,"police-co-operation; organised-crime","Police co-operation; Organised crime",,,marrakech-2025 ¶6,Marrakech ¶6,,,,,,,,,
    "#);
}

proptest! {
    #[test]
    fn any_text_is_read_back_unchanged_and_is_never_a_formula(one in a_text(), two in a_text()) {
        let mut edition = small().clone();
        for card in edition.cards.entries_mut() {
            card.name = Text::from(one.as_str());
        }
        for fact in edition.facts.entries_mut() {
            fact.statement = Text::from(two.as_str());
            fact.sources[0].marker = one.as_str().into();
        }
        edition.facets[Facet::Topic.index()].entries_mut()[0].name = two.as_str().into();
        let rows = everything(&edition);
        prop_assert_eq!(rows.len(), edition.facts.len());
        for row in &rows {
            let whole = |text: &str| text.replace('\0', "\u{fffd}");
            prop_assert_eq!(text(cell(row, "card_name")), whole(&one));
            prop_assert_eq!(text(cell(row, "statement")), whole(&two));
            prop_assert_eq!(text_of_cell(cell(row, "statement")), whole(&two));
            for (name, cell) in row {
                let parts = cell.split([';', '\t', '\r', '\n']);
                for part in parts.filter(|_| !["value", "value_from"].contains(&name.as_str())) {
                    prop_assert!(part.starts_with('\'') || !is_dangerous(part), "{}: {:?}", name, cell);
                }
            }
        }
    }
}
