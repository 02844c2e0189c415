//! Dates and periods.

use fact_cards_author::{Date, Period};

use crate::support::with;

#[test]
fn what_is_not_a_date_is_refused() {
    let report = with("facts.toml", "date = \"2022-11\"", "date = \"November 2022\"").report();
    insta::assert_snapshot!(report, @r#"
    error: `November 2022` is not a date
      --> lighthouse/facts.toml:42:8
       |
    42 | date = "November 2022"
       |        ^^^^^^^^^^^^^^^
       |
       = help: write "2024", "2024-11" or "2024-11-07", or a period such as "2024-11-04/2024-11-07"

    1 mistake in the story
    "#);
}

#[test]
fn a_time_of_day_is_not_part_of_a_date() {
    let report = with("facts.toml", "said = 2023-05-06", "said = 2023-05-06T12:00:00Z").report();
    insta::assert_snapshot!(report, @r#"
    error: `2023-05-06T12:00:00Z` is not a date
      --> lighthouse/facts.toml:52:8
       |
    52 | said = 2023-05-06T12:00:00Z
       |        ^^^^^^^^^^^^^^^^^^^^
       |
       = help: write "2024", "2024-11" or "2024-11-07", or a period such as "2024-11-04/2024-11-07"

    1 mistake in the story
    "#);
}

#[test]
fn the_thirty_first_of_april_does_not_exist() {
    let report = with("facts.toml", "date = \"2022-11\"", "date = \"2022-04-31\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no 2022-04-31: that month has 30 days
      --> lighthouse/facts.toml:42:8
       |
    42 | date = "2022-04-31"
       |        ^^^^^^^^^^^^
       |
       = help: write a day that is in the calendar

    1 mistake in the story
    "#);
}

#[test]
fn a_day_that_does_not_exist_is_refused_without_quotes_too() {
    let report = with("articles.toml", "date = 2023-05-12", "date = 2023-04-31").report();
    insta::assert_snapshot!(report, @"
    error: this is not TOML: invalid date, expected day between 01 and 30
     --> lighthouse/articles.toml:6:8
      |
    6 | date = 2023-04-31
      |        ^^^^^^^^^^
      |
      = help: write a day that is in the calendar

    1 mistake in the story
    ");
}

#[test]
fn the_twenty_ninth_of_february_exists_in_leap_years_only() {
    with("facts.toml", "date = \"2022-11\"", "date = \"2024-02-29\"").accepted();
    with("facts.toml", "date = \"2022-11\"", "date = \"2000-02-29\"").accepted();
    let of_a_century = with("facts.toml", "date = \"2022-11\"", "date = \"1900-02-29\"").report();
    assert!(of_a_century.contains("error: there is no 1900-02-29"), "{of_a_century}");
    let report = with("facts.toml", "date = \"2022-11\"", "date = \"2023-02-29\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no 2023-02-29: that month has 28 days
      --> lighthouse/facts.toml:42:8
       |
    42 | date = "2023-02-29"
       |        ^^^^^^^^^^^^
       |
       = help: write a day that is in the calendar

    1 mistake in the story
    "#);
}

#[test]
fn a_year_has_twelve_months() {
    let report = with("facts.toml", "date = \"2022-11\"", "date = \"2022-13\"").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no 2022-13: a year has 12 months
      --> lighthouse/facts.toml:42:8
       |
    42 | date = "2022-13"
       |        ^^^^^^^^^
       |
       = help: write a day that is in the calendar

    1 mistake in the story
    "#);
}

#[test]
fn an_impossible_day_is_found_in_a_period_too() {
    let report = with("facts.toml", "2023-04-28/", "2023-04-00/").report();
    insta::assert_snapshot!(report, @r#"
    error: there is no 2023-04-00: that month has 30 days
     --> lighthouse/facts.toml:6:8
      |
    6 | date = "2023-04-00/2023-05-06"
      |        ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write a day that is in the calendar

    1 mistake in the story
    "#);
}

#[test]
fn a_period_that_ends_before_it_begins_is_refused() {
    let report = with("facts.toml", "2023-04-28/2023-05-06", "2023-05-06/2023-04-28").report();
    insta::assert_snapshot!(report, @r#"
    error: the period ends before it begins
     --> lighthouse/facts.toml:6:8
      |
    6 | date = "2023-05-06/2023-04-28"
      |        ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write the earlier date first

    1 mistake in the story
    "#);
}

#[test]
fn dates_are_as_precise_as_they_are_written() {
    let date = |year, month, day| Date { year, month, day };
    for (text, from, to) in [
        ("1923", date(1923, None, None), date(1923, None, None)),
        ("2024-11", date(2024, Some(11), None), date(2024, Some(11), None)),
        ("2024-11-07", date(2024, Some(11), Some(7)), date(2024, Some(11), Some(7))),
        ("2023/2024", date(2023, None, None), date(2024, None, None)),
        ("2024-11-04 / 2024-11-07", date(2024, Some(11), Some(4)), date(2024, Some(11), Some(7))),
        ("2024/2024-11-07", date(2024, None, None), date(2024, Some(11), Some(7))),
    ] {
        assert_eq!(Period::parse(text), Ok(Period { from, to }), "{text}");
    }
}

#[test]
fn nothing_else_is_a_date() {
    for text in [
        "",
        "-",
        "/",
        "24",
        "20244",
        "2024-1",
        "2024-11-7",
        "2024-11-07-01",
        "2024/",
        "/2024",
        "2024/2025/2026",
        "+024",
        "٢٠٢٤",
        "2024-1１",
        "2024–11",
        "0000",
        "2024-00",
        "2024-01-32",
        "0000-00-00",
    ] {
        assert!(Period::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_period_is_not_a_day_even_if_it_begins_and_ends_with_the_same_one() {
    assert!(Date::parse_day("2024-11-07").is_ok());
    for text in ["2024-11-07/2024-11-07", "2024-11", "2024-11-04/2024-11-07"] {
        assert!(Date::parse_day(text).is_err(), "{text}");
    }
}

#[test]
fn a_year_may_be_written_without_quotes() {
    let story = with("facts.toml", "date = \"1871\"", "date = 1871").accepted();
    assert!(story.facts.iter().any(|fact| fact.date == Period::parse("1871").ok()));
}
