//! Figures: a number in one of several shapes, with a unit.

use crate::support::with;

#[test]
fn a_figure_without_a_unit_is_refused() {
    let report =
        with("facts.toml", "figure = { value = 12000, unit.en = \"hundredweight\" }", "figure = { value = 12000 }")
            .report();
    insta::assert_snapshot!(report, @"
    error: the figure has no unit
      --> lighthouse/facts.toml:17:10
       |
    17 | figure = { value = 12000 }
       |          ^^^^^^^^^^^^^^^^^
       |
       = help: add `unit`, in each language: what is counted

    1 mistake in the story
    ");
}

#[test]
fn infinity_is_not_a_figure() {
    let report = with("facts.toml", "value = 12000", "value = inf").report();
    insta::assert_snapshot!(report, @r#"
    error: `value` is not a finite number
      --> lighthouse/facts.toml:17:20
       |
    17 | figure = { value = inf, unit.en = "hundredweight" }
       |                    ^^^
       |
       = help: write a number in digits

    1 mistake in the story
    "#);
}

#[test]
fn what_is_not_a_number_is_not_a_figure() {
    let report = with("facts.toml", "from = 31.5", "from = nan").report();
    insta::assert_snapshot!(report, @r#"
    error: `from` is not a finite number
      --> lighthouse/facts.toml:34:19
       |
    34 | figure = { from = nan, to = 4, unit.en = "metres of cliff" }
       |                   ^^^
       |
       = help: write a number in digits

    1 mistake in the story
    "#);
}

#[test]
fn a_number_too_large_for_a_float_is_not_finite() {
    let report = with("facts.toml", "value = 12000", "value = 1e400").report();
    insta::assert_snapshot!(report, @r#"
    error: `value` is not a finite number
      --> lighthouse/facts.toml:17:20
       |
    17 | figure = { value = 1e400, unit.en = "hundredweight" }
       |                    ^^^^^
       |
       = help: write a number in digits

    1 mistake in the story
    "#);
}

#[test]
fn a_figure_without_a_shape_is_refused() {
    let report = with("facts.toml", "value = 12000, ", "").report();
    insta::assert_snapshot!(report, @r#"
    error: a figure is one of `value`, `year`, or `from` with `to`
      --> lighthouse/facts.toml:17:10
       |
    17 | figure = { unit.en = "hundredweight" }
       |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write `value = 135`, or `year = 1923`, or `from = 104` and `to = 140`, and only one of these

    1 mistake in the story
    "#);
}

#[test]
fn a_figure_with_two_shapes_is_refused() {
    let report = with("facts.toml", "year = 1871, ", "year = 1871, value = 1871, ").report();
    insta::assert_snapshot!(report, @r#"
    error: a figure is one of `value`, `year`, or `from` with `to`
      --> lighthouse/facts.toml:25:10
       |
    25 | figure = { year = 1871, value = 1871, unit.en = "first lit" }
       |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write `value = 135`, or `year = 1923`, or `from = 104` and `to = 140`, and only one of these

    1 mistake in the story
    "#);
}

#[test]
fn a_change_without_an_end_is_refused() {
    let report = with("facts.toml", "to = 4, ", "").report();
    insta::assert_snapshot!(report, @r#"
    error: a figure is one of `value`, `year`, or `from` with `to`
      --> lighthouse/facts.toml:34:10
       |
    34 | figure = { from = 31.5, unit.en = "metres of cliff" }
       |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write `value = 135`, or `year = 1923`, or `from = 104` and `to = 140`, and only one of these

    1 mistake in the story
    "#);
}

#[test]
fn a_misspelt_value_is_one_mistake() {
    let report = with("facts.toml", "value = 12000", "valeu = 12000").report();
    insta::assert_snapshot!(report, @r#"
    error: a figure has no field `valeu`
      --> lighthouse/facts.toml:17:12
       |
    17 | figure = { valeu = 12000, unit.en = "hundredweight" }
       |            ^^^^^
       |
       = help: did you mean `value`?

    1 mistake in the story
    "#);
}

#[test]
fn a_year_is_a_whole_number() {
    let report = with("facts.toml", "year = 1871", "year = 0").report();
    insta::assert_snapshot!(report, @r#"
    error: `year` must be a whole number from 1 to 9999, not 0
      --> lighthouse/facts.toml:25:19
       |
    25 | figure = { year = 0, unit.en = "first lit" }
       |                   ^
       |
       = help: write a whole number from 1 to 9999

    1 mistake in the story
    "#);
}

#[test]
fn a_year_cannot_be_more_than() {
    let report = with("facts.toml", "year = ", "more-than = true, year = ").report();
    insta::assert_snapshot!(report, @r#"
    error: a year is not more than itself
      --> lighthouse/facts.toml:25:24
       |
    25 | figure = { more-than = true, year = 1871, unit.en = "first lit" }
       |                        ^^^^
       |
       = help: take `more-than` out, or write `value` in place of `year`

    1 mistake in the story
    "#);
}
