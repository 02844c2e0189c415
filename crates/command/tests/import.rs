//! What story a table makes, and that a story survives export and import. How mistakes are printed is tested with the program.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where something is not as it should be"
)]

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
    time::{Duration, UNIX_EPOCH},
};

use fact_cards::export::{Selection, csv as table_of};
use fact_cards_author::{Card, Fact, Quantity, Story, StoryFiles, hold_back, read};
use fact_cards_command::{EXAMPLE, Error, Imported, Options, columns, import};
use fact_cards_site::Site;
use fact_cards_story::Kind;
use tempfile::TempDir;

/// A folder with a table in it.
fn with_table(table: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("the-table.csv");
    fs::write(&path, table).unwrap();
    (folder, path)
}

fn imported(table: impl AsRef<[u8]>, options: &Options) -> Result<(TempDir, Imported), Error> {
    let (folder, path) = with_table(table);
    let made = import(&path, Some(&folder.path().join("story")), options)?;
    Ok((folder, made))
}

/// The story in a folder.
fn story_in(folder: &Path) -> Story {
    read(&StoryFiles::in_folder(folder).unwrap()).unwrap_or_else(|report| panic!("{report}"))
}

/// The story that a table makes.
fn story_with(table: impl AsRef<[u8]>, options: &Options) -> Story {
    let (folder, _) = imported(table, options).unwrap_or_else(|error| panic!("{error}"));
    story_in(&folder.path().join("story"))
}

fn story(table: impl AsRef<[u8]>) -> Story {
    story_with(table, &Options::default())
}

/// The mistakes in a table, one per line: place, message and help.
fn mistakes(table: impl AsRef<[u8]>) -> String {
    mistakes_with(table, &Options::default())
}

fn mistakes_with(table: impl AsRef<[u8]>, options: &Options) -> String {
    let error = imported(table, options).map(|(_, made)| made).expect_err("the table is accepted");
    assert_eq!(error.status(), 1, "{error}");
    let told = error.json();
    let of = |mistake: &serde_json::Value| {
        let text = |field: &str| mistake[field].as_str().unwrap().to_owned();
        format!("{}:{} {} ({})", mistake["line"], mistake["column"], text("message"), text("help"))
    };
    told["mistakes"].as_array().unwrap().iter().map(of).collect::<Vec<_>>().join("\n")
}

fn card<'s>(story: &'s Story, id: &str) -> &'s Card {
    story.cards.iter().find(|card| card.id == id).unwrap_or_else(|| panic!("there is no card {id}"))
}

#[path = "import/cells.rs"]
mod cells;
#[path = "import/dates.rs"]
mod dates;
#[path = "import/fields.rs"]
mod fields;
#[path = "import/languages.rs"]
mod languages;
#[path = "import/names.rs"]
mod names;
#[path = "import/numbers.rs"]
mod numbers;
#[path = "import/reports.rs"]
mod reports;
#[path = "import/sources.rs"]
mod sources;

const HEADING: &str = "card,statement,article,paragraph";

#[test]
fn four_columns_make_a_story() {
    let story = story(format!("{HEADING}\nAda Quill,She planned the bridge.,What the bridge cost,4\n"));
    let fact = &story.facts[0];
    assert_eq!((fact.id.as_str(), fact.card.id.as_str()), ("she-planned-the-bridge", "ada-quill"));
    assert_eq!(story.title.at(0), "The table");
    assert_eq!(story.lead.at(0), "What the bridge cost");
    assert_eq!((story.articles[0].paragraphs, fact.sources[0].paragraph), (4, 4));
    assert_eq!(card(&story, "ada-quill").kind, Kind::Member);
    assert_eq!(story.languages[0].locale, "en-GB");
}

#[test]
fn the_example_uses_many_features_and_has_no_mistakes() {
    let (_folder, made) = imported(EXAMPLE, &Options::default()).unwrap();
    assert_eq!(made.holds.to_string(), "4 cards, 3 facts from 2 articles");
    assert_eq!((made.without_summary, made.off_the_map), (0, 0));
}

#[test]
fn a_table_may_be_saved_in_any_of_the_usual_formats() {
    let lines = [["Card", "STATEMENT", "Article_Title", "para"], ["Ada", "She said \"no\"; twice.", "Cost, 2025", "1"]];
    let with = |separator: &str, end: &str| {
        let quoted = |cell: &&str| format!("\"{}\"", cell.replace('"', "\"\""));
        let row = |row: &[&str; 4]| row.iter().map(quoted).collect::<Vec<_>>().join(separator) + end;
        lines.iter().map(row).collect::<String>()
    };
    let utf16 = |unit: fn(u16) -> [u8; 2], text: &str| {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(unit).collect::<Vec<u8>>()
    };
    let mut tables: Vec<Vec<u8>> = Vec::new();
    for separator in [",", ";", "\t"] {
        for end in ["\n", "\r\n", "\r"] {
            tables.push(with(separator, end).into());
            tables.push(format!("\u{feff}{}", with(separator, end)).into());
        }
    }
    tables.push(utf16(u16::to_le_bytes, &with("\t", "\r\n")));
    tables.push(utf16(u16::to_be_bytes, &with("\t", "\r\n")));
    // With empty rows and columns around it.
    tables.push(format!("\n,,,,,\n{}\n,,,\n", with(",", ",,\n")).into());
    for table in tables {
        let story = story(&table);
        let shown = String::from_utf8_lossy(&table).into_owned();
        assert_eq!(story.facts[0].statement.at(0), "She said \"no\"; twice.", "{shown}");
        assert_eq!(story.articles[0].title.at(0), "Cost, 2025", "{shown}");
    }
}

#[test]
fn several_articles_have_a_paragraph_each() {
    let table = format!("{HEADING},published\nA,B,One; Two,5; 2,2025; 2024-01\nA,C,Two,\"7, 8\",\n");
    let read = story(table);
    let of = |fact: &Fact| {
        fact.sources.iter().map(|source| (source.article.id.clone(), source.paragraph)).collect::<Vec<_>>()
    };
    assert_eq!(of(&read.facts[0]), [("one".into(), 5), ("two".into(), 2)]);
    assert_eq!(of(&read.facts[1]), [("two".into(), 7), ("two".into(), 8)]);
    assert_eq!((read.articles[0].paragraphs, read.articles[1].paragraphs), (5, 8));
    let read = story("card,statement,sources\nA,B,One ¶5; Two ¶ 2\n");
    assert_eq!(of(&read.facts[0]), [("one".into(), 5), ("two".into(), 2)]);
    insta::assert_snapshot!(mistakes(format!("{HEADING}\nA,B,One; Two,5\n")), @r#"2:14 `paragraph` has 1 value, but there are 2 in `article` (write one for each, with semicolons between; one that belongs to a name is written `\;`)"#);
    insta::assert_snapshot!(mistakes("card,statement,sources\nA,B,One\n"), @"2:5 `One` names no paragraph (write it as in `One ¶3`)");
}

#[test]
fn someone_who_is_only_named_gets_a_card_with_the_facts_that_name_them() {
    let read =
        story(format!("{HEADING},speaker,place,about\nA,B,C,1,Ann,Paris,Interpol\nA,D,C,2,Ann,,\nAnn,E,C,3,,,\n"));
    assert_eq!(card(&read, "paris").kind, Kind::Venue);
    assert_eq!(card(&read, "paris").coordinates, None);
    let about = |at: usize| read.facts[at].about.iter().map(|card| card.id.as_str()).collect::<Vec<_>>();
    // Ann has a fact of her own.
    assert_eq!((about(0), about(1)), (vec!["interpol", "paris"], vec![]));
    let read = story(format!("{HEADING},speaker\nA,B,C,1,Ann\nA,D,C,2,ANN\n"));
    assert!(read.facts.iter().all(|fact| fact.about[0].id == "ann" && fact.speaker.as_ref().unwrap().id == "ann"));
}

#[test]
fn coordinates_belong_to_the_place_or_else_to_the_card() {
    let heading = format!("{HEADING},place,latitude,longitude");
    let read = story(format!("{heading}\nA,B,C,1,Paris,48.85,2.35\nRome,D,C,2,,41.9,12.5\n"));
    assert_eq!(card(&read, "paris").coordinates, Some((48.85, 2.35)));
    assert_eq!(card(&read, "rome").coordinates, Some((41.9, 12.5)));
    assert_eq!((card(&read, "rome").kind, card(&read, "a").kind), (Kind::Venue, Kind::Member));
}

#[test]
fn unambiguous_dates_are_read() {
    let dates = "2024|2024-11|2024-11-07|2024-11-04/2024-11-07|7 November 2024|November 7th, 2024|Nov 2024|2024/11/7|2024-11-07 00:00:00|4 Nov 2024 to 7 Nov 2024|7 août 2024";
    let row = |(at, date)| format!("A,S {at}.,C,1,\"{date}\"\n");
    let rows: String = dates.split('|').enumerate().map(row).collect();
    let read = story(format!("{HEADING},date\n{rows}"));
    let read: Vec<String> = read.facts.iter().map(|fact| fact.date.unwrap().to_string()).collect();
    let week = "2024-11-04/2024-11-07";
    let day = "2024-11-07";
    assert_eq!(read, ["2024", "2024-11", day, week, day, day, "2024-11", day, day, week, "2024-08-07"]);
}

#[test]
fn figures_are_read_in_the_form_in_which_they_are_shown() {
    let rows = "135,people,\n300+,visits,\n104 → 140+,countries,\n1923,founded,1923\n-0.5,degrees,\n";
    let table = rows.lines().map(|row| format!("A,S,C,1,{row}\n")).collect::<Vec<_>>().concat();
    let read = story(format!("{HEADING},figure,unit,date\n{table}"));
    let figures = read.facts.iter().map(|fact| fact.figure.as_ref().unwrap());
    let figures: Vec<_> = figures.map(|figure| (figure.quantity, figure.more_than)).collect();
    let change = Quantity::Change { from: 104.0, to: 140.0 };
    let value = Quantity::Value;
    assert_eq!(
        figures,
        [
            (value(135.0), false),
            (value(300.0), true),
            (change, true),
            (Quantity::Year(1923), false),
            (value(-0.5), false)
        ]
    );
}

#[test]
fn a_further_language_falls_back_to_the_first() {
    let heading = "statement.en,statement.fr,card,Card (FR),article,paragraph";
    let read = story(format!(
        "{heading}\nIt opened.,Il a ouvert.,The bridge,Le pont,Report,1\nIt closed.,,The bridge,,Report,2\n"
    ));
    assert_eq!(read.languages.iter().map(|language| language.id.as_str()).collect::<Vec<_>>(), ["en", "fr"]);
    assert_eq!((read.facts[0].statement.at(1), read.facts[1].statement.at(1)), ("Il a ouvert.", "It closed."));
    assert_eq!(card(&read, "the-bridge").name.at(1), "Le pont");
}

#[test]
fn ids_are_made_of_names_in_any_script_and_stay_when_rows_move() {
    let rows = ["المغرب,أُعلنت النتيجة.,مقال,1\n", "Ø & Co,It,X,1\n", "C++,It,X,2\n", "C,It,X,3\n", "…,It,X,4\n"];
    let ids = |rows: &[&str]| {
        let read = story(format!("{HEADING}\n{}", rows.concat()));
        read.cards.iter().map(|card| (card.name.at(0).to_owned(), card.id.clone())).collect::<BTreeSet<_>>()
    };
    insta::assert_debug_snapshot!(ids(&rows), @r#"
    {
        (
            "C",
            "c-2",
        ),
        (
            "C++",
            "c",
        ),
        (
            "Ø & Co",
            "o-co",
        ),
        (
            "المغرب",
            "lmgrb",
        ),
        (
            "…",
            "card",
        ),
    }
    "#);
    let moved = [rows[3], rows[2], rows[1], rows[0]];
    let of = |name: &str, ids: BTreeSet<(String, String)>| ids.into_iter().find(|(known, _)| known == name).unwrap();
    for name in ["المغرب", "Ø & Co"] {
        assert_eq!(of(name, ids(&rows)), of(name, ids(&moved)));
    }
}

#[test]
fn hostile_texts_are_imported_unchanged() {
    let texts = [
        "<script>alert(1)</script> & \"quotes\" 'single' \\u0041 \\",
        "''' \"\"\" ]] [[fact]] = #",
        "'=cmd|' /C calc'!A0",
        "'=1",
        "{ $article } {\"{\"}",
    ];
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(HEADING.split(',')).unwrap();
    for (at, text) in texts.iter().enumerate() {
        table.write_record([*text, *text, text, &(at + 1).to_string()]).unwrap();
    }
    let read = story(table.into_inner().unwrap());
    for (fact, text) in read.facts.iter().zip(texts) {
        // Our own export writes an apostrophe before a formula.
        let guarded = text.strip_prefix('\'').filter(|rest| rest.starts_with('='));
        assert_eq!(fact.statement.at(0), guarded.unwrap_or(text));
    }
    insta::assert_snapshot!(mistakes(format!("{HEADING}\nA,\"one\ntwo \u{202e}three\",C,1\nA,f\0ur,C,2\n")), @"
    2:3 this text holds the invisible character U+202E (take it out; names and numbers are kept in their own direction without it)
    4:3 this text holds the invisible character U+0000 (take it out)
    ");
    let read = story(format!("{HEADING}\nA,\"one\n\r\n  two\",C,1\n"));
    assert_eq!(read.facts[0].statement.at(0), "one two");
}

#[test]
fn a_story_survives_export_and_import() {
    round_trips("seeds");
}

#[test]
fn changes_of_facts_survive_export_and_import() {
    round_trips("tests/stories/corrected");
}

/// A file or folder of the project. Cargo says at run time where that is, since the checkout may have been moved after
/// the build.
fn project(path: &str) -> PathBuf {
    Path::new(&env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests")).join("../..").join(path)
}

/// Exports a story as a table in each of its languages, and imports it again.
fn round_trips(story: &str) {
    let seeds = project(story);
    // In January 2027, independent of the clock.
    let now = UNIX_EPOCH + Duration::from_hours(500_000);
    let site = Site::of_story(&seeds, now).unwrap();
    let before = hold_back(story_in(&seeds), now).story;
    for (language, edition) in site.editions().iter().enumerate() {
        let table = table_of(edition, &Selection::everything(edition).facts);
        let options = Options { language: Some(edition.language.clone()), ..Options::default() };
        let after = story_with(table, &options);
        assert_eq!(after.facts.len(), before.facts.len());
        for fact in &after.facts {
            let old = before.facts.iter().find(|old| old.id == fact.id).unwrap();
            assert_eq!(told(fact, &after, 0), told(old, &before, language));
        }
        for card in &after.cards {
            let old = before.cards.iter().find(|old| old.id == card.id).unwrap();
            assert_eq!(card.name.at(0), old.name.at(language));
            let own_fact = before.facts.iter().any(|fact| fact.card.id == card.id);
            if own_fact {
                let type_of = |card: &Card, story: &Story, language| {
                    story.types[card.card_type.target].name.at(language).to_owned()
                };
                assert_eq!((card.kind, type_of(card, &after, 0)), (old.kind, type_of(old, &before, language)));
            }
        }
        assert_eq!(after.cards.len(), before.cards.len());
        assert_eq!(after.articles.len(), before.articles.len());
    }
}

/// What a table has about a fact.
fn told(fact: &Fact, story: &Story, language: usize) -> String {
    let about: BTreeSet<&str> = fact.about.iter().map(|card| card.id.as_str()).collect();
    let topics: BTreeSet<&str> = fact.topics.iter().map(|topic| topic.id.as_str()).collect();
    let sources: Vec<_> = fact.sources.iter().map(|source| (&source.article.id, source.paragraph)).collect();
    let shorts: Vec<_> =
        fact.sources.iter().map(|source| story.articles[source.article.target].short.at(language)).collect();
    let figure = fact.figure.as_ref().map(|figure| (figure.quantity, figure.more_than, figure.unit.at(language)));
    let changes = [&fact.life.revised, &fact.life.corrected].map(|changes| {
        let told = changes.iter().map(|change| (change.date.to_string(), change.what.at(language)));
        told.collect::<BTreeSet<_>>()
    });
    format!(
        "{} {about:?} {:?} {:?} {:?} {:?} {:?} {topics:?} {figure:?} {changes:?} {sources:?} {shorts:?}",
        fact.card.id,
        fact.statement.at(language),
        fact.date.map(|date| date.to_string()),
        fact.speaker.as_ref().map(|speaker| &speaker.id),
        fact.said.map(|said| said.to_string()),
        fact.location.as_ref().map(|place| &place.id),
    )
}

#[test]
fn the_documents_explain_every_column() {
    let page = fs::read_to_string(project("docs/writing.md")).unwrap();
    let table = columns().map(|(name, holds)| format!("| `{name}` | {holds} |\n")).collect::<Vec<_>>().concat();
    assert!(
        format!("{page}\n").contains(&format!("| column | holds |\n| --- | --- |\n{table}\n")),
        "docs/writing.md should have\n{table}"
    );
    let (_, example) = page.split_once("```csv\n").unwrap();
    let read = story(example.split_once("```").unwrap().0);
    assert_eq!((read.facts.len(), read.cards.len(), read.articles.len()), (2, 3, 2));
}

#[test]
fn a_cards_picture_comes_with_the_table() {
    let (folder, path) = with_table(
        "card,statement,article,paragraph,picture,picture alt,picture alt fr,picture credit,picture licence,picture source,picture focus\n\
         Lena Dorrit,She brought the last ship in.,A night of storm,3,pilot.jpg,A pilot.,Une pilote.,Iva Torrel,CC BY 4.0,https://post.example/pilot,0.5; 0.3\n\
         Lena Dorrit,She came back.,A night of storm,4,,,,,,,\n",
    );
    let told = import(&path, Some(&folder.path().join("story")), &Options::default()).unwrap_err().to_string();
    assert!(told.contains("there is no file `pictures/pilot.jpg`") && told.contains("the-table.csv:2"), "{told}");
    assert!(!folder.path().join("story").exists(), "nothing is written");

    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap());
    let pilot = here.join("../../tests/stories/harbour/pictures/pilot.jpg");
    fs::create_dir(folder.path().join("pictures")).unwrap();
    fs::copy(&pilot, folder.path().join("pictures/pilot.jpg")).unwrap();
    fs::copy(&pilot, folder.path().join("pictures/of-another-table.jpg")).unwrap();
    import(&path, Some(&folder.path().join("story")), &Options::default()).unwrap_or_else(|error| panic!("{error}"));
    let story = story_in(&folder.path().join("story"));
    let picture = story.cards[0].picture.as_ref().unwrap();
    assert_eq!((picture.alt.at(0), picture.alt.at(1), picture.credit.at(1)), ("A pilot.", "Une pilote.", "Iva Torrel"));
    assert_eq!(
        (picture.licence.as_deref(), picture.source.as_deref()),
        (Some("CC BY 4.0"), Some("https://post.example/pilot"))
    );
    assert_eq!(picture.focus, fact_cards_picture::Focus::new(0.5, 0.3).unwrap());
    assert_eq!(fs::read(folder.path().join("story/pictures/pilot.jpg")).unwrap(), fs::read(&pilot).unwrap());
    assert!(!folder.path().join("story/pictures/of-another-table.jpg").exists());
}

#[test]
fn the_lead_pictures_of_articles_come_with_the_table() {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap());
    let pictures = here.join("../../tests/stories/harbour/pictures");
    let (folder, path) = with_table(
        "card,statement,article,paragraph,article picture,article picture alt,article picture credit,article picture focus\n\
         Lena Dorrit,She brought the last ship in.,A night of storm,3,pilot.jpg,A pilot.,Iva Torrel,0.5; 0.3\n\
         Lena Dorrit,She came back.,A night of storm;The morning after,4;1,;bridge.jpg,;A bridge.,;Iva Torrel,;0.2 0.4\n",
    );
    let told = import(&path, Some(&folder.path().join("story")), &Options::default()).unwrap_err().to_string();
    assert!(told.contains("there is no file `pictures/pilot.jpg`") && told.contains("the-table.csv:2"), "{told}");
    assert!(told.contains("there is no file `pictures/bridge.jpg`") && told.contains("the-table.csv:3"), "{told}");

    fs::create_dir(folder.path().join("pictures")).unwrap();
    for (name, from) in [("pilot.jpg", "pilot.jpg"), ("bridge.jpg", "pilot.jpg")] {
        fs::copy(pictures.join(from), folder.path().join("pictures").join(name)).unwrap();
    }
    import(&path, Some(&folder.path().join("story")), &Options::default()).unwrap_or_else(|error| panic!("{error}"));
    let story = story_in(&folder.path().join("story"));
    let [first, second] = [0, 1].map(|at| story.articles[at].picture.as_ref().unwrap());
    assert_eq!((first.alt.at(0), first.credit.at(0)), ("A pilot.", "Iva Torrel"));
    assert_eq!(first.focus, fact_cards_picture::Focus::new(0.5, 0.3).unwrap());
    assert_eq!((second.alt.at(0), second.credit.at(0)), ("A bridge.", "Iva Torrel"));
    assert_eq!(second.focus, fact_cards_picture::Focus::new(0.2, 0.4).unwrap());
    assert!(story.cards[0].picture.is_none(), "the picture is the article's");
}
