//! Numbers keep their meaning, whatever the country's notation.

use std::time::UNIX_EPOCH;

use fact_cards::export::{Selection, csv};
use fact_cards_author::{Quantity, Story};
use fact_cards_command::{Decimal, Options};
use fact_cards_site::Site;

use super::{HEADING, card, imported, mistakes, mistakes_with, story, story_with};

/// A tab-separated table with a figure in each row.
fn table(figures: &[&str]) -> String {
    let rows = figures.iter().enumerate().map(|(at, figure)| format!("A\tS {at}.\tC\t1\t{figure}\tof them\n"));
    format!("{}\tfigure\tunit\n{}", HEADING.replace(',', "\t"), rows.collect::<String>())
}

fn with(decimal: Decimal) -> Options {
    Options { decimal: Some(decimal), ..Options::default() }
}

fn quantities(story: &Story) -> Vec<f64> {
    let value = |quantity| match quantity {
        Quantity::Value(value) => value,
        other => panic!("{other:?}"),
    };
    story.facts.iter().map(|fact| value(fact.figure.as_ref().unwrap().quantity)).collect()
}

fn read(figures: &[&str]) -> Vec<f64> {
    quantities(&story(table(figures)))
}

/// How the numbers were read, as reported by the command.
fn told(figures: &[&str], options: &Options) -> Vec<String> {
    imported(table(figures), options).unwrap_or_else(|error| panic!("{error}")).1.read_as
}

#[test]
fn an_ambiguous_separator_before_three_digits_is_refused_with_both_readings() {
    let german = "card;statement;article;paragraph;figure;unit\n\
        Albanien;Albanien ist 28.748 Quadratkilometer groß.;Länder;1;28.748;km²\n\
        Andorra;Andorra ist 468 Quadratkilometer groß.;Länder;2;468;km²\n";
    insta::assert_snapshot!(mistakes(german), @"2:62 `28.748` may be 28.748 or 28748 (no other number settles it: say `--decimal .` for 28.748, or `--decimal ,` for 28748)");
    insta::assert_snapshot!(mistakes(table(&["1,350", "-2.500", "١٬٣٥٠", "7", "1 → 2,000+"])), @"
    2:12 `1,350` may be 1350 or 1.35 (no other number settles it: say `--decimal .` for 1350, or `--decimal ,` for 1.35)
    3:12 `-2.500` may be -2.5 or -2500 (no other number settles it: say `--decimal .` for -2.5, or `--decimal ,` for -2500)
    6:12 `2,000` may be 2000 or 2 (no other number settles it: say `--decimal .` for 2000, or `--decimal ,` for 2)
    ");
}

#[test]
fn one_unambiguous_number_settles_all_others() {
    for (figures, numbers) in [
        (["28.748", "9.833.517"], [28_748.0, 9_833_517.0]),
        (["28.748", "0,5"], [28_748.0, 0.5]),
        (["28.748", "1.234,5"], [28_748.0, 1234.5]),
        (["28.748", "1 234,5"], [28_748.0, 1234.5]),
        (["28.748", "12.5"], [28.748, 12.5]),
        (["28.748", "1234.567"], [28.748, 1234.567]),
        (["1,350", "0.125"], [1350.0, 0.125]),
        (["1,350", "1,234,567"], [1350.0, 1_234_567.0]),
        (["1,350", "12,34,567"], [1350.0, 1_234_567.0]),
        (["1,350", "1'234.5"], [1350.0, 1234.5]),
        (["1,350", "12,5"], [1.35, 12.5]),
    ] {
        assert_eq!(read(&figures), numbers, "{figures:?}");
        let turned = [figures[1], figures[0]];
        assert_eq!(read(&turned), [numbers[1], numbers[0]], "{turned:?}");
    }
}

#[test]
fn an_option_gives_the_decimal_separator() {
    let figures = table(&["28.748", "1,350", "-2.500"]);
    assert_eq!(quantities(&story_with(&figures, &with(Decimal::Comma))), [28_748.0, 1.35, -2500.0]);
    assert_eq!(quantities(&story_with(&figures, &with(Decimal::Point))), [28.748, 1350.0, -2.5]);
}

#[test]
fn how_numbers_are_read_is_reported_in_one_line_where_it_matters() {
    insta::assert_snapshot!(told(&["28.748", "9.833.517"], &Options::default()).join("\n"), @"Numbers have a comma before decimals and a point between thousands, as in `9.833.517` (line 3).");
    insta::assert_snapshot!(told(&["1,350"], &with(Decimal::Point)).join("\n"), @"Numbers have a point before decimals and a comma between thousands, as you said.");
    assert_eq!(told(&["5", "300+", "1 350", "٢٫٥"], &Options::default()), Vec::<String>::new());
}

#[test]
fn a_number_that_contradicts_the_others_is_reported_with_the_one_that_settled_them() {
    insta::assert_snapshot!(mistakes(table(&["1.5", "2,5", "1.234.567"])), @"
    3:12 `2,5` is no number here: numbers have a point before decimals, as in `1.5` (line 2) (write it as the others, or say `--decimal .` or `--decimal ,`)
    4:12 `1.234.567` is no number here: numbers have a point before decimals, as in `1.5` (line 2) (write it as the others, or say `--decimal .` or `--decimal ,`)
    ");
    insta::assert_snapshot!(mistakes_with(table(&["1.5"]), &with(Decimal::Comma)), @"2:12 `1.5` is no number here: numbers have a comma before decimals, as you said (write it as the others, or say `--decimal .` or `--decimal ,`)");
}

#[test]
fn digits_and_signs_of_other_scripts_are_read() {
    let figures =
        ["١٢٣", "۱۲۳", "१२३", "１２３", "١٬٢٣٤٫٥", "−5", "1 350", "1\u{202f}350", "1\u{a0}350", "1’350", "007"];
    let numbers = [123.0, 123.0, 123.0, 123.0, 1234.5, -5.0, 1350.0, 1350.0, 1350.0, 1350.0, 7.0];
    assert_eq!(read(&figures), numbers);
    let read = story("card,statement,article,paragraph\nA,One.,C,٥\n");
    assert_eq!(read.facts[0].sources[0].paragraph, 5);
}

#[test]
fn currency_and_percent_signs_become_the_unit_or_are_already_in_it() {
    let units = |rows: &str| {
        let read = story(format!("{HEADING},figure,unit\n{rows}"));
        let of = |fact: &fact_cards_author::Fact| {
            let figure = fact.figure.as_ref().unwrap();
            (figure.quantity, figure.unit.at(0).to_owned())
        };
        read.facts.iter().map(of).collect::<Vec<_>>()
    };
    let rows = "A,S1.,C,1,€ 5,\nA,S2.,C,1,12 %,\nA,S3.,C,1,-$3.2,\nA,S4.,C,1,5 EUR,\nA,S5.,C,1,US$5,\nA,S6.,C,1,٥٪,\nA,S7.,C,1,$3,million $\n";
    let value = Quantity::Value;
    assert_eq!(
        units(rows),
        [(5.0, "€"), (12.0, "%"), (-3.2, "$"), (5.0, "EUR"), (5.0, "US$"), (5.0, "٪"), (3.0, "million $")]
            .map(|(number, unit)| (value(number), unit.to_owned()))
    );
    assert_eq!(units("A,S1.,C,1,€5 → €7,\n"), [(Quantity::Change { from: 5.0, to: 7.0 }, "€".to_owned())]);
    insta::assert_snapshot!(mistakes(format!("{HEADING},figure,unit\nA,S1.,C,1,$5,million\nA,S2.,C,1,$5 → €7,\n")), @"
    2:11 the figure has `$`, and its unit `million` has not (write `$` into `unit`, or take it out of `figure` where the unit says it in words)
    3:11 `figure` must be a number, not `$5` (write digits, with a point before decimals: 1234.5. What is counted stands in `unit`)
    ");
}

#[test]
fn a_number_with_more_digits_than_a_story_keeps_is_refused() {
    insta::assert_snapshot!(mistakes(table(&["12345678901234567", "0.1234567890123456789", &"9".repeat(400)])).replace(&"9".repeat(400), "9…"), @"
    2:12 `12345678901234567` has more digits than a number keeps (it would become 12345678901234568: round it, or count in thousands and say so in `unit`)
    3:12 `0.1234567890123456789` has more digits than a number keeps (it would become 0.12345678901234568: round it, or count in thousands and say so in `unit`)
    4:12 `9…` has more digits than a number keeps (write fewer, and say in `unit` what they count)
    ");
    assert_eq!(
        read(&["123456789012345", "0.1", "100000000000000000000", "5.10", "-0"]),
        [123_456_789_012_345.0, 0.1, 1e20, 5.1, 0.0]
    );
}

#[test]
fn what_is_not_a_number_is_refused() {
    insta::assert_snapshot!(mistakes(table(&["1.2.3", "5 people", "1,,2", "50%%", "1-2", "(5)", "1.350.5", "12,34", "0,123,456"])), @"
    2:12 `figure` must be a number, not `1.2.3` (write digits, with a point before decimals: 1234.5. What is counted stands in `unit`)
    3:12 `figure` must be a number, not `5 people` (write digits, with a point before decimals: 1234.5. What is counted stands in `unit`)
    4:12 `figure` must be a number, not `1,,2` (write digits, with a point before decimals: 1234.5. What is counted stands in `unit`)
    5:12 `figure` must be a number, not `50%%` (write digits, with a point before decimals: 1234.5. What is counted stands in `unit`)
    6:12 `figure` must be a number, not `1-2` (write digits, with a point before decimals: 1234.5. What is counted stands in `unit`)
    7:12 `figure` must be a number, not `(5)` (write digits, with a point before decimals: 1234.5. What is counted stands in `unit`)
    8:12 `figure` must be a number, not `1.350.5` (write digits, with a point before decimals: 1234.5. What is counted stands in `unit`)
    10:12 `figure` must be a number, not `0,123,456` (write digits, with a point before decimals: 1234.5. What is counted stands in `unit`)
    ");
}

#[test]
fn the_separator_in_a_coordinate_is_never_for_thousands() {
    let heading = format!("{HEADING},place,latitude,longitude");
    let read = story(format!("{heading}\nA,B,C,1,Paris,\"48,856\",2.352\nA,D,C,1,Rome,41.900,\"12,5\"\n"));
    assert_eq!(card(&read, "paris").coordinates, Some((48.856, 2.352)));
    assert_eq!(card(&read, "rome").coordinates, Some((41.9, 12.5)));
}

#[test]
fn exported_numbers_are_read_back_unchanged() {
    let (_folder, made) =
        imported(table(&["28.748", "1350"]), &with(Decimal::Point)).unwrap_or_else(|error| panic!("{error}"));
    let site = Site::of_story(&made.folder, UNIX_EPOCH).unwrap();
    let edition = &site.editions()[0];
    let (_again, made) = imported(csv(edition, &Selection::everything(edition).facts), &Options::default())
        .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(quantities(&super::story_in(&made.folder)), [28.748, 1350.0]);
    assert_eq!(made.read_as, Vec::<String>::new());
}
