//! Cells that are not content are not taken for facts, and no cell is dropped silently.

use fact_cards_command::Options;

use super::{HEADING, imported, mistakes, story};

#[test]
fn spreadsheet_errors_are_not_facts() {
    insta::assert_snapshot!(mistakes(format!("{HEADING}\nA,#REF!,Report,1\nB,#N/A,Report,2\n#NAME?,It is.,Report,#VALUE!\n")), @"
    2:3 `#REF!` is an error of the spreadsheet (mend it in the spreadsheet, or empty the cell)
    3:3 `#N/A` is an error of the spreadsheet (mend it in the spreadsheet, or empty the cell)
    4:1 `#NAME?` is an error of the spreadsheet (mend it in the spreadsheet, or empty the cell)
    4:22 `#VALUE!` is an error of the spreadsheet (mend it in the spreadsheet, or empty the cell)
    ");
    let names = "#DIV/0! #NULL! #NUM! #SPILL! #CALC! #ERROR! Err:502 ####### #BEZUG! #NV #¡REF! #¿NOMBRE? #ССЫЛКА! #Н/Д #VALEUR! #N/D";
    for name in names.split(' ') {
        let told = mistakes(format!("{HEADING}\nA,{name},Report,1\n"));
        assert!(told.starts_with(&format!("2:3 `{name}` is an error of the spreadsheet (")), "{told}");
    }
    for text in ["#MeToo!", "#1", "# 5", "#", "#JeSuisCharlie", "#A!", "Err: 502 is what it says"] {
        assert_eq!(story(format!("{HEADING}\nA,{text},Report,1\n")).facts[0].statement.at(0), text);
    }
}

#[test]
fn a_spreadsheet_error_is_reported_once_in_any_column() {
    insta::assert_snapshot!(mistakes(format!(
        "{HEADING},kind,date,figure,unit,latitude,longitude,url\nA,B,C,1,#N/A,#N/A,#N/A,of,#N/A,#N/A,#N/A\n"
    )), @"
    2:9 `#N/A` is an error of the spreadsheet (mend it in the spreadsheet, or empty the cell)
    2:14 `#N/A` is an error of the spreadsheet (mend it in the spreadsheet, or empty the cell)
    2:19 `#N/A` is an error of the spreadsheet (mend it in the spreadsheet, or empty the cell)
    2:27 `#N/A` is an error of the spreadsheet (mend it in the spreadsheet, or empty the cell)
    2:32 `#N/A` is an error of the spreadsheet (mend it in the spreadsheet, or empty the cell)
    2:37 `#N/A` is an error of the spreadsheet (mend it in the spreadsheet, or empty the cell)
    ");
}

#[test]
fn a_formula_is_not_taken_for_its_result() {
    insta::assert_snapshot!(mistakes(format!("{HEADING}\nC,\"=B2&\"\" is so\"\"\",Report,3\n=A1,It is.,Report,1\n")), @r#"
    2:3 `=B2&" is so"` is a formula, not what it gives (save the table with values, or write an apostrophe before it where it is text)
    3:1 `=A1` is a formula, not what it gives (save the table with values, or write an apostrophe before it where it is text)
    "#);
}

#[test]
fn a_lost_letter_is_reported() {
    insta::assert_snapshot!(mistakes(format!("{HEADING}\nZo\u{fffd},It is.,Report,1\nA,Caf\u{fffd} is open.,Report,1\n")), @"
    2:1 a letter of this text was lost: U+FFFD stands in its place (save the table anew from where the letter is still there, as “CSV UTF-8”)
    3:3 a letter of this text was lost: U+FFFD stands in its place (save the table anew from where the letter is still there, as “CSV UTF-8”)
    ");
}

#[test]
fn cells_about_a_fact_are_reported_where_there_is_no_fact() {
    insta::assert_snapshot!(mistakes(format!(
        "{HEADING},place,publisher,withdrawn,withdrawn reason,figure,unit,more than\n\
         A,B,C,1,,,,,,,\n\
         D,,,,Paris,,,,,,\n\
         E,,,,,Post,,,,,\n\
         F,,,,,,2025-01-01,No.,,,\n\
         A,G,C,1,,,,,,,true\n"
    )), @"
    3:3 `statement` is empty (write it into each row that has a fact)
    3:4 `article` is empty (write it into each row that has a fact)
    3:5 `paragraph` is empty (write it into each row that has a fact)
    4:3 `statement` is empty (write it into each row that has a fact)
    4:4 `article` is empty (write it into each row that has a fact)
    4:5 `paragraph` is empty (write it into each row that has a fact)
    5:3 `statement` is empty (write it into each row that has a fact)
    5:4 `article` is empty (write it into each row that has a fact)
    5:5 `paragraph` is empty (write it into each row that has a fact)
    6:15 `more than` without `figure` (write `figure` too, or leave both out)
    ");
}

#[test]
fn terminal_control_characters_are_shown_and_not_sent() {
    let table = format!("{HEADING},\u{1b}[31mnotes\u{9b}\u{202e}\nA,B,C,1,D\n");
    let told = imported(table, &Options::default()).err().unwrap().render(false);
    assert!(told.contains("no column `␛[31mnotes\u{fffd}\u{fffd}`"), "{told}");
    assert!(told.contains("`#␛[31mnotes\u{fffd}\u{fffd}` is left out"), "{told}");
}
