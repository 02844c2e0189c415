//! Changes to cards and facts: `revised`, `corrected`, `withdrawn` and `embargo`.

use std::time::{Duration, SystemTime};

use fact_cards_author::{Embargo, Story};

use crate::support::{Changed, messages, story_in, with};

/// The lighthouse story with these lines added to a fact.
#[track_caller]
fn fact_with(lines: &str) -> Changed {
    with(
        "facts.toml",
        "statement.en = \"It weighs 12,000 hundredweight.\"",
        &format!("statement.en = \"Heavy.\"\n{lines}"),
    )
}

/// The same for a card.
#[track_caller]
fn card_with(lines: &str) -> Changed {
    with("members.toml", "summary.en = \"Keeper before Ada Merrow.\"", &format!("summary.en = \"A keeper.\"\n{lines}"))
}

fn life(story: &Story) -> &fact_cards_author::Life {
    &story.facts.iter().find(|fact| fact.id == "tower-weight").unwrap().life
}

#[test]
fn a_fact_and_a_card_may_have_every_such_field() {
    let lines = r#"
revised = [{ date = 2025-11-24, change.en = "The weight was added." }, { date = "2025-11-23", change.en = "The name." }]
corrected = [{ date = "2025-11-25", was.en = "It said 11,000." }]
withdrawn = { date = "2025-11-26", reason.en = "Nobody weighed it.", shown = false }
embargo = 2025-11-27T06:00:00+01:00
"#;
    let story = fact_with(lines).accepted();
    let told = life(&story);
    let days: Vec<String> = told.revised.iter().map(|change| change.date.to_string()).collect();
    assert_eq!(days, ["2025-11-24", "2025-11-23"]);
    assert_eq!(told.corrected[0].what.at(0), "It said 11,000.");
    let withdrawn = told.withdrawn.as_ref().unwrap();
    assert_eq!((withdrawn.reason.at(0), withdrawn.shown), ("Nobody weighed it.", false));
    assert_eq!(told.embargo.unwrap().to_string(), "2025-11-27 06:00 +01:00");
    for card in [card_with(lines), with("operations.toml", "type = \"works\"", &format!("type = \"works\"{lines}"))] {
        let story = card.accepted();
        assert_eq!(story.cards.iter().filter(|card| card.life.withdrawn.is_some()).count(), 1);
    }
}

#[test]
fn what_is_withdrawn_is_still_shown_unless_it_says_otherwise() {
    for (says, shown) in [("", true), (", shown = true", true), (", shown = false", false)] {
        let line = format!("withdrawn = {{ date = \"2025-11-26\", reason.en = \"No.\"{says} }}");
        let story = fact_with(&line).accepted();
        assert_eq!(life(&story).withdrawn.as_ref().unwrap().shown, shown, "{says}");
    }
}

/// The end of an embargo in seconds since 1970.
fn seconds(text: &str) -> u64 {
    let ends = Embargo::parse(text).unwrap().ends();
    ends.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs()
}

#[test]
fn an_embargo_ends_at_the_same_moment_in_every_time_zone() {
    assert_eq!(seconds("1970-01-01T00:00:00Z"), 0);
    // The output of `date -u -d 2025-11-27T05:00:00Z +%s`.
    for text in
        ["2025-11-27T05:00:00Z", "2025-11-27T06:00:00+01:00", "2025-11-26T23:30:00-05:30", "2025-11-27 05:00:00z"]
    {
        assert_eq!(seconds(text), 1_764_219_600, "{text}");
    }
    assert_eq!(seconds("2024-03-01T00:00:00Z") - seconds("2024-02-29T00:00:00Z"), 24 * 60 * 60);
    assert_eq!(seconds("2025-11-27T05:00:00.5Z"), 1_764_219_601, "it is not over before its end");
    let long_ago = Embargo::parse("1969-12-31T23:59:58Z").unwrap().ends();
    assert_eq!(long_ago, SystemTime::UNIX_EPOCH - Duration::from_secs(2));
}

#[test]
fn an_embargo_may_be_a_text_as_well() {
    for line in ["embargo = 2025-11-27T06:00:00+01:00", "embargo = \"2025-11-27T06:00:00+01:00\""] {
        let story = fact_with(line).accepted();
        assert_eq!(life(&story).embargo.unwrap().iso(), "2025-11-27T06:00:00+01:00");
    }
}

#[test]
fn an_embargo_is_displayed_in_a_readable_form() {
    for (written, told) in [
        ("2025-11-27T06:00:00+01:00", "2025-11-27 06:00 +01:00"),
        ("2025-11-27T06:00:30-05:30", "2025-11-27 06:00:30 -05:30"),
        ("2025-11-27T06:00:00Z", "2025-11-27 06:00 UTC"),
    ] {
        assert_eq!(Embargo::parse(written).unwrap().to_string(), told);
    }
}

#[test]
fn a_change_must_have_a_day() {
    let report = fact_with(r#"corrected = [{ was.en = "It said 11,000." }]"#).report();
    insta::assert_snapshot!(report, @r#"
    error: a correction needs the field `date`
      --> lighthouse/facts.toml:16:14
       |
    16 | corrected = [{ was.en = "It said 11,000." }]
       |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: add it, for example `date = "2025-11-25"`

    1 mistake in the story
    "#);
}

#[test]
fn a_correction_must_say_what_was_wrong() {
    let report = fact_with(r#"corrected = [{ date = "2025-11-25" }]"#).report();
    insta::assert_snapshot!(report, @r#"
    error: a correction needs the field `was`
      --> lighthouse/facts.toml:16:14
       |
    16 | corrected = [{ date = "2025-11-25" }]
       |              ^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: add it, for example `was.en = "It said 134; it is 135."`

    1 mistake in the story
    "#);
}

#[test]
fn a_revision_must_say_what_changed() {
    let report = card_with(r#"revised = [{ date = "2025-11-25" }]"#).report();
    insta::assert_snapshot!(report, @r#"
    error: a revision needs the field `change`
      --> lighthouse/members.toml:21:12
       |
    21 | revised = [{ date = "2025-11-25" }]
       |            ^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: add it, for example `change.en = "…"`

    1 mistake in the story
    "#);
}

#[test]
fn a_withdrawal_must_have_a_day_and_a_reason() {
    let report = card_with("withdrawn = { shown = false }").report();
    insta::assert_snapshot!(report, @r#"
    error: a withdrawal needs the field `date`
      --> lighthouse/members.toml:21:13
       |
    21 | withdrawn = { shown = false }
       |             ^^^^^^^^^^^^^^^^^
       |
       = help: add it, for example `date = "2025-11-25"`

    error: a withdrawal needs the field `reason`
      --> lighthouse/members.toml:21:13
       |
    21 | withdrawn = { shown = false }
       |             ^^^^^^^^^^^^^^^^^
       |
       = help: add it, for example `reason.en = "The source has taken it back."`

    2 mistakes in the story
    "#);
}

#[test]
fn a_change_cannot_be_dated_by_month() {
    let report = fact_with(r#"corrected = [{ date = "2025-11", was.en = "It said 11,000." }]"#).report();
    insta::assert_snapshot!(report, @r#"
    error: `2025-11` is not a whole day
      --> lighthouse/facts.toml:16:23
       |
    16 | corrected = [{ date = "2025-11", was.en = "It said 11,000." }]
       |                       ^^^^^^^^^
       |
       = help: write the day on which it was changed, such as "2024-11-07"

    1 mistake in the story
    "#);
}

#[test]
fn a_change_cannot_be_dated_by_a_period() {
    let report = fact_with(r#"withdrawn = { date = "2025-11-24/2025-11-26", reason.en = "No." }"#).report();
    insta::assert_snapshot!(report, @r#"
    error: `2025-11-24/2025-11-26` is not a whole day
      --> lighthouse/facts.toml:16:22
       |
    16 | withdrawn = { date = "2025-11-24/2025-11-26", reason.en = "No." }
       |                      ^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write the day on which it was changed, such as "2024-11-07"

    1 mistake in the story
    "#);
}

#[test]
fn the_day_of_a_change_must_exist() {
    let report = fact_with(r#"revised = [{ date = "2025-11-31", change.en = "The weight." }]"#).report();
    insta::assert_snapshot!(report, @r#"
    error: there is no 2025-11-31: that month has 30 days
      --> lighthouse/facts.toml:16:21
       |
    16 | revised = [{ date = "2025-11-31", change.en = "The weight." }]
       |                     ^^^^^^^^^^^^
       |
       = help: write a day that is in the calendar

    1 mistake in the story
    "#);
}

#[test]
fn a_single_correction_must_still_be_a_list() {
    let report = fact_with(r#"corrected = { date = "2025-11-25", was.en = "It said 11,000." }"#).report();
    insta::assert_snapshot!(report, @r#"
    error: `corrected` must be a list of tables, not a table
      --> lighthouse/facts.toml:16:13
       |
    16 | corrected = { date = "2025-11-25", was.en = "It said 11,000." }
       |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write `corrected = [{ … }]`

    1 mistake in the story
    "#);
}

#[test]
fn a_thing_can_be_withdrawn_only_once() {
    let report = fact_with(r#"withdrawn = [{ date = "2025-11-25", reason.en = "No." }]"#).report();
    insta::assert_snapshot!(report, @r#"
    error: `withdrawn` must be a table, not a list
      --> lighthouse/facts.toml:16:13
       |
    16 | withdrawn = [{ date = "2025-11-25", reason.en = "No." }]
       |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write `withdrawn = { … }`

    1 mistake in the story
    "#);
}

#[test]
fn shown_must_be_true_or_false() {
    let report = fact_with(r#"withdrawn = { date = "2025-11-25", reason.en = "No.", shown = "no" }"#).report();
    insta::assert_snapshot!(report, @r#"
    error: `shown` must be true or false, not a text
      --> lighthouse/facts.toml:16:63
       |
    16 | withdrawn = { date = "2025-11-25", reason.en = "No.", shown = "no" }
       |                                                               ^^^^
       |
       = help: write `shown = true`

    1 mistake in the story
    "#);
}

#[test]
fn a_field_of_another_sort_of_change_is_refused_by_name() {
    let report = fact_with(r#"corrected = [{ date = "2025-11-25", change.en = "It said 11,000." }]"#).report();
    insta::assert_snapshot!(report, @r#"
    error: a correction needs the field `was`
      --> lighthouse/facts.toml:16:14
       |
    16 | corrected = [{ date = "2025-11-25", change.en = "It said 11,000." }]
       |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: add it, for example `was.en = "It said 134; it is 135."`

    error: a correction has no field `change`
      --> lighthouse/facts.toml:16:37
       |
    16 | corrected = [{ date = "2025-11-25", change.en = "It said 11,000." }]
       |                                     ^^^^^^
       |
       = help: it may have `date`, `was`

    2 mistakes in the story
    "#);
}

#[test]
fn a_duplicate_correction_is_refused() {
    let report = fact_with(
        r#"corrected = [
  { date = "2025-11-25", was.en = "It said 11,000." },
  { date = "2025-11-25", was.en = "It said 11,000." },
]"#,
    )
    .report();
    insta::assert_snapshot!(report, @r#"
    error: this correction is there twice
      --> lighthouse/facts.toml:18:3
       |
    18 |   { date = "2025-11-25", was.en = "It said 11,000." },
       |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: keep one of the two

    1 mistake in the story
    "#);
}

#[test]
fn nothing_can_change_after_a_withdrawal() {
    let report = fact_with(
        r#"revised = [{ date = "2025-11-27", change.en = "The weight." }]
corrected = [{ date = "2025-11-25", was.en = "It said 11,000." }]
withdrawn = { date = "2025-11-26", reason.en = "No." }"#,
    )
    .report();
    insta::assert_snapshot!(report, @r#"
    error: this revision is of 2025-11-27, after the withdrawal on 2025-11-26
      --> lighthouse/facts.toml:16:12
       |
    16 | revised = [{ date = "2025-11-27", change.en = "The weight." }]
       |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: correct a date, or say it in the `reason` of the withdrawal

    1 mistake in the story
    "#);
}

#[test]
fn an_embargo_needs_an_offset() {
    let report = fact_with("embargo = 2025-11-27T06:00:00").report();
    insta::assert_snapshot!(report, @"
    error: the embargo does not say in which time zone 2025-11-27T06:00:00 is
      --> lighthouse/facts.toml:16:11
       |
    16 | embargo = 2025-11-27T06:00:00
       |           ^^^^^^^^^^^^^^^^^^^
       |
       = help: write 2025-11-27T06:00:00Z for UTC, or how far it is from UTC, such as 2025-11-27T06:00:00+01:00

    1 mistake in the story
    ");
}

#[test]
fn a_day_alone_cannot_end_an_embargo() {
    let report = fact_with("embargo = 2025-11-27").report();
    insta::assert_snapshot!(report, @"
    error: an embargo ends at a time of day, not with the day 2025-11-27
      --> lighthouse/facts.toml:16:11
       |
    16 | embargo = 2025-11-27
       |           ^^^^^^^^^^
       |
       = help: write the time too, and how far it is from UTC, such as 2025-11-27T06:00:00+01:00

    1 mistake in the story
    ");
}

#[test]
fn a_time_of_day_alone_cannot_end_an_embargo() {
    let report = fact_with("embargo = 06:00:00").report();
    insta::assert_snapshot!(report, @"
    error: `06:00:00` is not a time at which an embargo ends
      --> lighthouse/facts.toml:16:11
       |
    16 | embargo = 06:00:00
       |           ^^^^^^^^
       |
       = help: write a day, a time and how far that is from UTC, such as 2024-11-07T06:00:00+01:00

    1 mistake in the story
    ");
}

#[test]
fn what_is_not_a_time_cannot_end_an_embargo() {
    let report = fact_with(r#"embargo = "when the minister has spoken""#).report();
    insta::assert_snapshot!(report, @r#"
    error: `when the minister has spoken` is not a time at which an embargo ends
      --> lighthouse/facts.toml:16:11
       |
    16 | embargo = "when the minister has spoken"
       |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write a day, a time and how far that is from UTC, such as 2024-11-07T06:00:00+01:00

    1 mistake in the story
    "#);
}

#[test]
fn a_number_cannot_end_an_embargo() {
    let report = fact_with("embargo = true").report();
    insta::assert_snapshot!(report, @"
    error: `embargo` must be a date with a time, not true or false
      --> lighthouse/facts.toml:16:11
       |
    16 | embargo = true
       |           ^^^^
       |
       = help: write `embargo = 2024-11-07T06:00:00+01:00`

    1 mistake in the story
    ");
}

#[test]
fn a_change_needs_its_text_in_every_language() {
    let whole = story_in("tests/stories/corrected", "corrected");
    for text in [
        "was.ar = \"ذُكر 134 شخصاً، والصحيح 135.\"",
        "change.ar = \"أضيف اليوم.\"",
        "reason.ar = \"تراجع المصدر عن ذلك.\"",
    ] {
        let (field, _) = text.split_once('.').unwrap();
        let report = Changed(whole.clone()).with("facts.toml", &format!(", {text}"), "").report();
        let problem = format!("\n`{field}` is missing in `ar`\n");
        let remedy = format!(
            "help: add `{field}.ar`, or `falls-back-to = \"en\"` at `ar` in story.toml\n1 mistake in the story"
        );
        let said = messages(&report);
        assert!(said.starts_with(&problem) && said.ends_with(&remedy), "{said}");
    }
}

#[test]
fn what_is_held_back_or_not_shown_is_checked_too() {
    for line in
        ["embargo = 2999-11-27T06:00:00Z", "withdrawn = { date = \"2025-11-26\", reason.en = \"No.\", shown = false }"]
    {
        let report = fact_with(&format!("speaker = \"ada-merow\"\n{line}")).report();
        assert_eq!(
            messages(&report),
            "\nthere is no member `ada-merow`\n  --> lighthouse/facts.toml:16:11\n   = help: did you mean `ada-merrow`?\n1 mistake in the story"
        );
    }
}

#[test]
fn a_mistake_in_a_change_does_not_hide_that_a_card_has_no_facts() {
    // Otherwise a card without facts would not be reported.
    let changed =
        fact_with("embargo = 2025-11-27").with("facts.toml", "card = \"lamp-repair\"", "card = \"gull-field\"");
    assert!(changed.report().contains("no fact stands on the card `lamp-repair`"), "{}", changed.report());
}
