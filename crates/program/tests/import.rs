//! Importing a spreadsheet with the program, without any project around it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test ends where something is not as it should be"
)]

#[path = "support/program.rs"]
mod program;

use std::{fs, path::Path};

use tempfile::TempDir;

use self::program::program;

/// Runs the command in a folder: its output, its errors and its exit status.
fn call(folder: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = program(folder).args(arguments).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap(), output.status.code())
}

/// A folder with a table in it.
fn with_table(table: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("bridge.csv"), table).unwrap();
    folder
}

#[test]
fn the_example_is_imported_checked_and_reported() {
    let folder = TempDir::new().unwrap();
    let (example, ..) = call(folder.path(), &["import", "--example"]);
    let folder = with_table(&example);
    let (said, error, status) = call(folder.path(), &["import", "bridge.csv", "--out", "my-story"]);
    insta::assert_snapshot!(said, @"
    my-story holds 4 cards, 3 facts from 2 articles, from bridge.csv.
    Numbers have a point before decimals and a comma between thousands, as in `3.2` (line 4).
    Go on in its files, then:
      fact-cards check my-story
      fact-cards build my-story
    ");
    assert_eq!((error.as_str(), status), ("", Some(0)));
    let (said, ..) = call(folder.path(), &["check", "my-story"]);
    assert_eq!(said, "my-story: 4 cards, 3 facts from 2 articles, no mistake\n");
}

#[test]
fn what_is_left_to_write_is_listed() {
    let folder = with_table("card,statement,article,paragraph,place\nBridge,It opened.,Report,1,Thornmouth\n");
    let (said, ..) = call(folder.path(), &["import", "bridge.csv"]);
    insta::assert_snapshot!(said, @"
    bridge holds 2 cards, 1 fact from 1 article, from bridge.csv.
    2 cards have no summary: the story's title stands there.
    1 place has no coordinates and so no pin on the map.
    Go on in its files, then:
      fact-cards check bridge
      fact-cards build bridge
    ");
    let folder = with_table("card,statement,article,paragraph,place\nBridge,It opened.,Report,1,Thornmouth\n");
    let (said, ..) = call(folder.path(), &["import", "bridge.csv", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(
        told,
        serde_json::json!({
            "story": "bridge", "articles": 1, "cards": 2, "facts": 1, "without_summary": 2, "off_the_map": 1,
            "read_as": [], "to_translate": []
        })
    );
}

#[test]
fn how_cells_were_read_is_reported() {
    let folder = with_table(
        "card;statement;article;paragraph;date;figure;unit\n\
         Bridge;It is long.;Report;1;3/4/2025;1.350;metres\n\
         Bridge;It is high.;Report;2;13/4/2025;12,5;metres\n\
         Bridge;It is high.;Budget;5;;;\n",
    );
    let (said, error, _) = call(folder.path(), &["import", "bridge.csv", "--language", "de"]);
    assert_eq!(error, "");
    insta::assert_snapshot!(said, @"
    bridge holds 1 card, 2 facts from 2 articles, from bridge.csv.
    Numbers have a comma before decimals and a point between thousands, as in `12,5` (line 3).
    Dates in figures have the day before the month, as in `13/4/2025` (line 3).
    1 row names another source of a fact that is there already.
    1 card has no summary: the story's title stands there.
    words/de.ftl is in English, and so are the types that the table does not name: translate both.
    Go on in its files, then:
      fact-cards check bridge
      fact-cards build bridge
    ");
    let (said, ..) = call(folder.path(), &["import", "bridge.csv", "--language", "de", "--out", "other", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(
        told,
        serde_json::json!({
            "story": "other", "articles": 2, "cards": 1, "facts": 2, "without_summary": 1, "off_the_map": 0,
            "read_as": [
                "Numbers have a comma before decimals and a point between thousands, as in `12,5` (line 3).",
                "Dates in figures have the day before the month, as in `13/4/2025` (line 3).",
                "1 row names another source of a fact that is there already."
            ],
            "to_translate": ["words/de.ftl"]
        })
    );
}

#[test]
fn options_settle_what_the_table_leaves_open() {
    let folder = with_table(
        "card;statement;article;paragraph;date;figure;unit\nBridge;It is long.;Report;1;3/4/2025;1.350;metres\n",
    );
    let (_, error, status) = call(folder.path(), &["import", "bridge.csv"]);
    insta::assert_snapshot!(error, @r#"
    error: `3/4/2025` is not a date
     --> bridge.csv:2:29
      |
    2 | Bridge;It is long.;Report;1;3/4/2025;1.350;metres
      |                             ^^^^^^^^
      |
      = help: write "2025-04-03" or "2025-03-04", whichever is meant, or say `--dates day-first` or `--dates month-first`

    error: `1.350` may be 1.35 or 1350
     --> bridge.csv:2:38
      |
    2 | Bridge;It is long.;Report;1;3/4/2025;1.350;metres
      |                                      ^^^^^
      |
      = help: no other number settles it: say `--decimal .` for 1.35, or `--decimal ,` for 1350

    2 mistakes in the table
    Nothing was written to bridge.
    "#);
    assert_eq!(status, Some(1));
    let said = ["import", "bridge.csv", "--decimal", ",", "--dates", "month-first"];
    assert_eq!(call(folder.path(), &said).2, Some(0));
    let facts = fs::read_to_string(folder.path().join("bridge/facts.toml")).unwrap();
    assert!(facts.contains("figure = { value = 1350, ") && facts.contains("date = \"2025-03-04\""), "{facts}");
}

#[test]
fn the_files_are_as_an_editor_would_write_them() {
    let folder = with_table(
        "card,kind,statement,statement.fr,article,paragraph,speaker,figure,unit,unit.fr\n\
         The bridge,operation,\"It cost \"\"more\"\" than planned.\",Il a coûté plus.,Report; Budget,5; 2,Ada Quill,2+,million,million\n",
    );
    let options = ["--title", "A \"bridge\"", "--lead", "Two reports.", "--locale", "en-US", "--out", "s"];
    let (_, error, _) = call(folder.path(), &[["import", "bridge.csv"].as_slice(), &options].concat());
    assert_eq!(error, "");
    let read = |name: &str| fs::read_to_string(folder.path().join("s").join(name)).unwrap();
    insta::assert_snapshot!(read("story.toml"), @r#"
    #:schema ./story.schema.json

    # The story: its title, what it is about, and its languages. Every text is written once per language.
    title.en = "A \"bridge\""
    lead.en = "Two reports."

    [[language]]
    id = "en"
    locale = "en-US"   # how dates and numbers are written

    [[language]]
    id = "fr"
    locale = "fr-FR"   # how dates and numbers are written
    falls-back-to = "en"   # the language of texts that are missing in this one
    "#);
    insta::assert_snapshot!(read("facts.toml"), @r#"
    #:schema ./story.schema.json

    # The facts, one sentence each. `card` is where a fact stands, `about` are further cards on which it also stands,
    # `sources` say in which paragraph of which article it is reported, `speaker` is the member who says so.

    [[fact]]
    id = "it-cost-more-than-planned"
    card = "the-bridge"
    about = ["ada-quill"]
    statement.en = "It cost \"more\" than planned."
    statement.fr = "Il a coûté plus."
    speaker = "ada-quill"
    figure = { value = 2, more-than = true, unit.en = "million", unit.fr = "million" }
    sources = [
      { article = "report", paragraph = 5 },
      { article = "budget", paragraph = 2 },
    ]
    "#);
    insta::assert_snapshot!(read("members.toml"), @r#"
    #:schema ./story.schema.json

    # People, organisations and countries. Each needs a fact that stands on its card.

    [[member]]
    id = "ada-quill"
    type = "person-or-organisation"
    name.en = "Ada Quill"
    summary.en = "A \"bridge\""   # the story's title: write one sentence about the card
    "#);
    insta::assert_snapshot!(read("articles.toml"), @r#"
    #:schema ./story.schema.json

    # The articles that the facts are taken from. `short` is a word or two for small markers, `paragraphs` how many it has.

    [[article]]
    id = "report"
    title.en = "Report"
    short.en = "Report"
    paragraphs = 5

    [[article]]
    id = "budget"
    title.en = "Budget"
    short.en = "Budget"
    paragraphs = 2
    "#);
}

#[test]
fn every_mistake_is_reported_with_its_cell() {
    let folder = with_table(
        "card;kind;statement;article;paragraph;date;speaker\r\n\
         Bridge;opration;It opened.;Report;1;12/3/25;\r\n\
         Bridge;;\"It \u{202e}cost much.\";Report;two;2025-02-30;Brigde\r\n",
    );
    let (said, error, status) = call(folder.path(), &["import", "bridge.csv"]);
    insta::assert_snapshot!(error, @r#"
    error: there is no kind `opration`
     --> bridge.csv:2:8
      |
    2 | Bridge;opration;It opened.;Report;1;12/3/25;
      |        ^^^^^^^^
      |
      = help: did you mean `operation`?

    error: `12/3/25` is a date without all of its year
     --> bridge.csv:2:37
      |
    2 | Bridge;opration;It opened.;Report;1;12/3/25;
      |                                     ^^^^^^^
      |
      = help: write the year with four digits: nobody guesses the century

    error: this text holds the invisible character U+202E
     --> bridge.csv:3:9
      |
    3 | Bridge;;"It �cost much.";Report;two;2025-02-30;Brigde
      |         ^^^^^^^^^^^^^^^^
      |
      = help: take it out; names and numbers are kept in their own direction without it

    error: `paragraph` must be a whole number from 1 to 65535, not `two`
     --> bridge.csv:3:33
      |
    3 | Bridge;;"It �cost much.";Report;two;2025-02-30;Brigde
      |                                 ^^^
      |
      = help: write a whole number from 1 to 65535

    error: there is no 2025-02-30: that month has 28 days
     --> bridge.csv:3:37
      |
    3 | Bridge;;"It �cost much.";Report;two;2025-02-30;Brigde
      |                                     ^^^^^^^^^^
      |
      = help: write a day that is in the calendar

    error: there is no card `Brigde`
     --> bridge.csv:3:48
      |
    3 | Bridge;;"It �cost much.";Report;two;2025-02-30;Brigde
      |                                                ^^^^^^
      |
      = help: did you mean `Bridge`? If not, give it a row of its own, with the name as `card`

    6 mistakes in the table
    Nothing was written to bridge.
    "#);
    assert_eq!((said.as_str(), status), ("", Some(1)));
    assert!(!folder.path().join("bridge").exists());
}

#[test]
fn mistakes_found_by_the_check_are_located_in_the_table_too() {
    let folder = with_table(
        "card,statement,article,paragraph,said,url\n\
         Bridge,It opened.,Report,1,2025,example.com\n\
         Harbour,,,,,\n",
    );
    let (_, error, status) = call(folder.path(), &["import", "bridge.csv", "--locale", "nowhere land"]);
    insta::assert_snapshot!(error, @r#"
    error: `said` without `speaker`
     --> bridge.csv:2:28
      |
    2 | Bridge,It opened.,Report,1,2025,example.com
      |                            ^^^^
      |
      = help: add `speaker`, or take `said` out

    error: `example.com` is not a web address
     --> bridge.csv:2:33
      |
    2 | Bridge,It opened.,Report,1,2025,example.com
      |                                 ^^^^^^^^^^^
      |
      = help: write one that begins with https:// or http://

    error: no fact stands on the card `harbour`
     --> bridge.csv:3:1
      |
    3 | Harbour,,,,,
      | ^^^^^^^
      |
      = help: write a fact with `card = "harbour"`, name it in the `about` of one, or take the card out

    error: `nowhere land` is not a locale
     --> story.toml:9:10
      |
    9 | locale = "nowhere land"   # how dates and numbers are written
      |          ^^^^^^^^^^^^^^
      |
      = help: write a language and a region, such as "en-GB" or "ar-MA"

    4 mistakes in the table
    Nothing was written to bridge. A place in a `.toml` file is one in the story that would have been made: it comes from no cell of the table.
    "#);
    assert_eq!(status, Some(1));
}

#[test]
fn an_existing_story_is_left_alone() {
    let folder = with_table("card,statement,article,paragraph\nBridge,It opened.,Report,1\n");
    assert_eq!(call(folder.path(), &["new", "my-story"]).2, Some(0));
    let (_, error, status) = call(folder.path(), &["import", "bridge.csv", "--out", "my-story"]);
    assert_eq!(error, "error: my-story is not empty. Name a folder that is not there yet.\n");
    assert_eq!(status, Some(3));
    let facts = fs::read_to_string(folder.path().join("my-story/facts.toml")).unwrap();
    assert!(facts.contains("bridge-opened"), "{facts}");
}

#[test]
fn mistakes_in_the_command_and_in_the_table_have_different_exit_statuses() {
    let folder = TempDir::new().unwrap();
    assert_eq!(call(folder.path(), &["import"]).2, Some(2));
    for wrong in [["--language", "xx"], ["--decimal", ";"], ["--dates", "dmy"]] {
        assert_eq!(call(folder.path(), &[["import", "a.csv"], wrong].concat()).2, Some(2), "{wrong:?}");
    }
    let (_, error, status) = call(folder.path(), &["import", "nowhere.csv"]);
    assert!(error.starts_with("error: nowhere.csv: "), "{error}");
    assert_eq!(status, Some(3));
}
