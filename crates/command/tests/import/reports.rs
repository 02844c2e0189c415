//! What is reported of a table that makes no story, with its place. No table panics.

use std::fs;

use fact_cards_command::{Options, import};
use proptest::prelude::*;

use super::{HEADING, imported, mistakes, with_table};

#[test]
fn invalid_text_is_reported_with_its_place() {
    let told =
        mistakes(format!("{HEADING}\r\nZo").into_bytes().into_iter().chain(*b"\xe9,It,A,1\r\n").collect::<Vec<_>>());
    insta::assert_snapshot!(told, @"2:3 this file is neither UTF-8 nor UTF-16 text (save it as “CSV UTF-8”)");
    insta::assert_snapshot!(mistakes(b"PK\x03\x04\x14\0"), @"1:1 this is a workbook, not a table as text (open it in your spreadsheet and save the sheet as “CSV UTF-8”)");
    insta::assert_snapshot!(mistakes(""), @"1:1 this file is empty (`fact-cards import --example` prints a table to begin with)");
    insta::assert_snapshot!(mistakes(" \n,,\n"), @"1:1 this file is empty (`fact-cards import --example` prints a table to begin with)");
    insta::assert_snapshot!(mistakes(b"\xff\xfea\0\x00\xd8b\0"), @"1:2 this file is neither UTF-8 nor UTF-16 text (save it as “CSV UTF-8”)");
}

#[test]
fn a_table_that_is_too_large_is_reported_with_its_size() {
    let (folder, path) = with_table("");
    fs::File::create(&path).unwrap().set_len((64 << 20) + 5).unwrap();
    let error = import(&path, Some(&folder.path().join("story")), &Options::default()).unwrap_err();
    assert!(error.to_string().contains("this file has 67108869 bytes; the most is 67108864"), "{error}");
}

#[test]
fn missing_misspelt_and_superfluous_columns_are_reported() {
    insta::assert_snapshot!(mistakes("card,statment,artcle,notes\nA,B,C,D\n"), @"
    1:1 the table has no column `paragraph` (add it; it holds the number of the paragraph)
    1:6 a table has no column `statment` (did you mean `statement`?)
    1:15 a table has no column `artcle` (did you mean `article`?)
    1:22 a table has no column `notes` (`fact-cards import --help` lists the columns; `#notes` is left out)
    ");
    insta::assert_snapshot!(mistakes(format!("{HEADING},card,,#notes\nA,B,C,1,A,x,y\n")), @"
    1:34 the column `card` is there twice (keep one of the two)
    2:11 there is something in a column without a name (write the name of the column into the first row)
    ");
    insta::assert_snapshot!(mistakes(format!("{HEADING},statement.xx\nA,B,C,1,D\n")), @"1:34 `xx` is the code of no language (write one such as `en` or `ar`)");
    insta::assert_snapshot!(mistakes(format!("{HEADING}\n")), @"1:1 the table has no rows below its names (write one fact a row)");
    insta::assert_snapshot!(mistakes(format!("{HEADING}\nA,Red, green and blue.,C,1\n")), @"2:26 this row has more cells than there are columns (put quotation marks around a text that has the separator in it)");
    insta::assert_snapshot!(mistakes(format!("{HEADING}\nA,\"B,C,1\nD,E,F,2\n")), @"2:3 this quotation mark is never closed (close it, or write it twice where it belongs to the text)");
}

#[test]
fn cells_with_values_of_the_wrong_sort_are_reported() {
    let heading =
        "card,kind,statement,article,paragraph,date,speaker,said,place,latitude,longitude,figure,unit,more than,url";
    let row = |cells: &str| format!("{heading}\n{cells}\n");
    insta::assert_snapshot!(mistakes(row("A,opration,It,X,0,1.2.2025,,2025,,91,,1e5,people,perhaps,example.com")), @r#"
    2:3 there is no kind `opration` (did you mean `operation`?)
    2:17 `paragraph` must be a whole number from 1 to 65535, not `0` (write a whole number from 1 to 65535)
    2:19 `1.2.2025` is not a date (write "2025-02-01" or "2025-01-02", whichever is meant, or say `--dates day-first` or `--dates month-first`)
    2:29 `said` without `speaker` (add `speaker`, or take `said` out)
    2:35 a latitude is from -90 to 90 degrees, not 91 (write degrees between -90 and 90; latitude and longitude may be swapped)
    2:35 `latitude` without `longitude` (write `longitude` too, or leave both out)
    2:39 `figure` must be a number, not `1e5` (write digits, with a point before decimals: 1234.5. What is counted stands in `unit`)
    2:50 `more than` must be true or false, not `perhaps` (write `true` or `false`)
    2:58 `example.com` is not a web address (write one that begins with https:// or http://)
    "#);
    insta::assert_snapshot!(mistakes(row("A,member,It,X,1,,B,,B,,,,people,,")), @"
    2:18 `B` cannot be the `speaker`: it is not a member (name another one, or write `member` as the `kind` of `B`)
    2:26 `unit` without `figure` (write `figure` too, or leave both out)
    ");
    insta::assert_snapshot!(mistakes(row("A,,It,X,1,,,2025,,91,200,5,,,example.com")), @"
    2:13 `said` without `speaker` (add `speaker`, or take `said` out)
    2:19 a latitude is from -90 to 90 degrees, not 91 (write degrees between -90 and 90; latitude and longitude may be swapped)
    2:22 a longitude is from -180 to 180 degrees, not 200 (write degrees between -180 and 180; latitude and longitude may be swapped)
    2:26 the figure has no unit (add `unit`, in each language: what is counted)
    2:30 `example.com` is not a web address (write one that begins with https:// or http://)
    ");
    insta::assert_snapshot!(mistakes(row(",,It,,,,,,,,,,,,\nA,,,X,1,,,,,,,,,,")), @"
    2:1 `card` is empty (write it into each row that has a fact)
    3:4 `statement` is empty (write it into each row that has a fact)
    ");
}

#[test]
fn two_rows_that_contradict_each_other_are_reported() {
    let told = mistakes(
        "card,kind,summary,statement,article,paragraph,publisher\nA,member,One.,B,C,1,Post\nA,venue,Two.,D,C,2,Mail\n",
    );
    insta::assert_snapshot!(told, @"
    3:3 `A` has another `kind` in line 2 (write the same in both rows, or leave one of the two empty)
    3:9 `A` has another `summary` in line 2 (write the same in both rows, or leave one of the two empty)
    3:20 `C` has another `publisher` in line 2 (write the same in both rows, or leave one of the two empty)
    ");
}

#[test]
fn a_mistake_that_comes_from_no_cell_says_so() {
    let options = Options { locale: Some("not a locale".into()), ..Options::default() };
    let error = imported(format!("{HEADING}\nA,B,C,1\n"), &options).err().unwrap();
    let told = error.render(false);
    assert!(told.contains("--> story.toml:9:10"), "{told}");
    assert!(told.contains("it comes from no cell of the table"), "{told}");
}

#[test]
fn nothing_is_written_where_the_table_has_a_mistake() {
    let (folder, path) = with_table(format!("{HEADING}\nA,B,C,x\n"));
    assert!(import(&path, Some(&folder.path().join("story")), &Options::default()).is_err());
    assert!(!folder.path().join("story").exists());
}

/// Typical cells of tables, and unexpected ones.
fn cell() -> impl Strategy<Value = String> {
    let telling = prop::sample::select(vec![
        "",
        "card",
        "A",
        "member",
        "venue",
        "1",
        "5; 2",
        "2025",
        "12/3/25",
        "\"",
        "\"a\nb\"",
        ";",
        "300+",
        "1 → 2",
        "¶",
        "C ¶1",
        "=1",
        "\u{202e}",
        "\0",
        "é",
        "منارة",
        "-91",
        "\u{feff}",
        "statement.fr",
        "card name",
        "sources",
        "#",
        "true",
        "1.350",
        "1,350",
        "€ 5 %",
        "45982",
        "٧ نوفمبر ٢٠٢٤",
        "c. 1850",
        "2019–",
        "1969-07-20T20:17Z",
        "#N/A",
        "A\\; B",
        "\"B\" C",
        "\u{a0}A",
    ]);
    prop_oneof![3 => telling.prop_map(str::to_owned), 1 => "\\PC{0,8}"]
}

fn never_panics(table: &[u8]) {
    if let Err(error) = imported(table, &Options::default()) {
        assert!(!error.render(true).is_empty() && error.json().is_object());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        never_panics(&bytes);
    }

    #[test]
    fn no_cells_panic(rows in prop::collection::vec(prop::collection::vec(cell(), 0..9), 0..6), separator in "[,;\t]") {
        let names = ["card", "statement", "article", "paragraph", "kind", "figure", "date", "place", "latitude"].join(&separator);
        let rows: Vec<String> = rows.iter().map(|row| row.join(&separator)).collect();
        never_panics(format!("{names}\n{}", rows.join("\n")).as_bytes());
    }
}
