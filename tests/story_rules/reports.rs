//! Whole reports: their order, length and display.

use crate::support::{Changed, lighthouse, with};

#[test]
fn a_very_long_report_is_cut_short_with_a_count() {
    let mut files = lighthouse();
    files.insert("topics.toml", "\0\n".repeat(100_000));
    let report = Changed(files).report();
    assert_eq!(report.matches("U+0000").count(), 200);
    let end = report.split("\n\n").skip(200).collect::<Vec<_>>().join("\n\n");
    insta::assert_snapshot!(end, @"
    error: there are 99800 more mistakes, from here on
       --> lighthouse/topics.toml:201:1
        |
    201 | ␀
        | ^
        |
        = help: correct the ones above first

    100000 mistakes in the story
    ");
}

#[test]
fn of_a_very_long_line_only_the_part_near_the_mistake_is_shown() {
    let ids: Vec<String> = (0..100_000).map(|number| format!("\"é{number}\"")).collect();
    let report = with("facts.toml", "\"engineering\", \"coast\"", &ids.join(",")).report();
    assert!(report.len() < 150_000, "{} bytes", report.len());
    insta::assert_snapshot!(report.split("\n\n").nth(199).unwrap(), @r#"
    error: there is no topic `é199`
     --> lighthouse/facts.toml:7:1294
      |
     ::: 
    7 | ...é190","é191","é192","é193","é194","é195","é196","é197","é198","é199","é200","é201","é202","é203","é204","é205","é206","é207","é208...
      |                                                                  ^^^^^^
      |
      = help: use the id of one topic in topics.toml
    "#);
    assert!(report.ends_with("\n\n100000 mistakes in the story"));
}

#[test]
fn mistakes_in_several_files_are_reported_together_in_the_order_of_the_files() {
    let mut changed = with("facts.toml", "topics = [\"coast\"]", "topics = [\"cost\"]")
        .with("facts.toml", "2023-04-28/", "2023-04-31/")
        .with("venues.toml", "latitude = 58.4021", "latitude = 158.4021")
        .with("members.toml", "\"Tom Pellow\"", "\"\"")
        .with("types.toml", "kind = \"operation\"", "kind = \"opration\"")
        .with("articles.toml", "https://", "javascript:")
        .with("story.toml", "lead.en", "lead.fr");
    changed.0.insert("a.toml", "");
    let report = changed.report();
    insta::assert_snapshot!(report, @r#"
    error: `lead` is missing in `en`
     --> lighthouse/story.toml:4:1
      |
    4 | lead.fr = "A village moves its lighthouse away from a cliff that the sea is taking."
      | ^^^^
      |
      = help: add `lead.en`

    error: the story does not declare the language `fr`
     --> lighthouse/story.toml:4:6
      |
    4 | lead.fr = "A village moves its lighthouse away from a cliff that the sea is taking."
      |      ^^
      |
      = help: declare it in story.toml, or use `en`

    error: `javascript:gazette.example/lighthouse` is not a web address
     --> lighthouse/articles.toml:8:7
      |
    8 | url = "javascript:gazette.example/lighthouse"
      |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write one that begins with https:// or http://

    error: there is no kind `opration`
      --> lighthouse/types.toml:13:8
       |
    13 | kind = "opration"
       |        ^^^^^^^^^^
       |
       = help: did you mean `operation`?

    error: `name.en` is empty
      --> lighthouse/members.toml:19:11
       |
    19 | name.en = ""
       |           ^^
       |
       = help: write a text, or take the field out if it may be left out

    error: a latitude is from -90 to 90 degrees, not 158.4021
     --> lighthouse/venues.toml:6:28
      |
    6 | coordinates = { latitude = 158.4021, longitude = -5.0873 }
      |                            ^^^^^^^^
      |
      = help: write degrees between -90 and 90; latitude and longitude may be swapped

    error: there is no 2023-04-31: that month has 30 days
     --> lighthouse/facts.toml:6:8
      |
    6 | date = "2023-04-31/2023-05-06"
      |        ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write a day that is in the calendar

    error: there is no topic `cost`
      --> lighthouse/facts.toml:32:11
       |
    32 | topics = ["cost"]
       |           ^^^^^^
       |
       = help: did you mean `coast`?

    error: a story has no file of this name
     --> lighthouse/a.toml:1:1
      |
    1 |
      | ^
      |
      = help: move it out of the story's folder

    9 mistakes in the story
    "#);
}

#[test]
fn columns_count_characters_and_not_bytes() {
    let report = with(
        "facts.toml",
        "sources = [{ article = \"keepers-letter\", paragraph = 4 }]",
        "sources = [{ paragraph = 4, 'منارة 🗼 é' = 1, article = \"keepers-leter\" }]",
    )
    .report();
    insta::assert_snapshot!(report, @r#"
    error: a source has no field `منارة 🗼 é`
      --> lighthouse/facts.toml:84:29
       |
    84 | sources = [{ paragraph = 4, 'منارة 🗼 é' = 1, article = "keepers-leter" }]
       |                             ^^^^^^^^^^^^
       |
       = help: it may have `article`, `paragraph`

    error: there is no article `keepers-leter`
      --> lighthouse/facts.toml:84:56
       |
    84 | sources = [{ paragraph = 4, 'منارة 🗼 é' = 1, article = "keepers-leter" }]
       |                                                         ^^^^^^^^^^^^^^^
       |
       = help: did you mean `keepers-letter`?

    2 mistakes in the story
    "#);
}

#[test]
fn terminal_control_characters_are_shown_and_not_sent() {
    let report = with("members.toml", "type = \"council\"", "type = \"council\" # \u{9b}2J").report();
    insta::assert_snapshot!(report, @"
    error: this text holds the invisible character U+009B
      --> lighthouse/members.toml:11:20
       |
    11 | type = \"council\" # \u{fffd}2J
       |                    ^
       |
       = help: take it out

    1 mistake in the story
    ");
}

#[test]
fn a_windows_line_end_is_not_shown() {
    let report = with("members.toml", "\"Tom Pellow\"\n", "\"Tom Pellow\r\n").report();
    insta::assert_snapshot!(report, @r#"
    error: this is not TOML: invalid basic string, expected non-double-quote visible characters, `\`
      --> lighthouse/members.toml:19:22
       |
    19 | name.en = "Tom Pellow
       |                      ^
       |
       = help: texts stand in double quotes, lists in square brackets, and each field on a line of its own

    1 mistake in the story
    "#);
}
