//! Where a cell begins and ends, without losing anything in it.

use super::{HEADING, mistakes, story};

fn statement(table: &str) -> String {
    story(table).facts[0].statement.at(0).to_owned()
}

#[test]
fn quotation_marks_around_somebodys_words_are_kept() {
    let heading = HEADING.replace(',', "\t");
    for text in ["\"We won\" said Ann", "\"We won", "\"We\" and \"you\"", "12\" pipe", "\"\"We won\"\" said Ann"] {
        assert_eq!(statement(&format!("{heading}\nBridge\t{text}\tReport\t1\n")), text);
    }
    assert_eq!(statement(&format!("{HEADING}\nBridge,\"We won\" said Ann,Report,1\n")), "\"We won\" said Ann");
}

#[test]
fn a_stray_quotation_mark_does_not_swallow_other_rows() {
    let heading = HEADING.replace(',', "\t");
    let read = story(format!("{heading}\nA\t\"We won\tReport\t1\nB\tIt is 12\"\tReport\t2\nC\tIt is.\tReport\t3\n"));
    let statements: Vec<_> = read.facts.iter().map(|fact| fact.statement.at(0)).collect();
    assert_eq!(statements, ["\"We won", "It is 12\"", "It is."]);
}

#[test]
fn quoted_cells_are_read_without_their_marks() {
    let heading = HEADING.replace(',', "\t");
    assert_eq!(statement(&format!("{heading}\nA\t\"one\ntwo \"\"three\"\"\"\tReport\t1\n")), "one two \"three\"");
    assert_eq!(statement(&format!("{HEADING}\nA,\"one, two\" ,Report,1\n")), "one, two");
    assert_eq!(statement(&format!("{HEADING}\nA,\"\"\"We won\"\" said Ann\",Report,1")), "\"We won\" said Ann");
    insta::assert_snapshot!(mistakes(format!("{HEADING}\nA,\"We won, at last\" said Ann,Report,1\n")), @"2:37 this row has more cells than there are columns (put quotation marks around a text that has the separator in it)");
}

#[test]
fn a_first_line_may_give_the_separator() {
    for line in ["sep=;", "SEP=;", "\"sep=;\"", "sep=;\r"] {
        assert_eq!(
            statement(&format!("{line}\ncard;statement;article;paragraph\nA;It is so.;Report;1\n")),
            "It is so.",
            "{line}"
        );
    }
    assert_eq!(statement("sep=|\ncard|statement|article|paragraph\nA|It, so; is.|Report|1\n"), "It, so; is.");
    assert_eq!(statement("sep=\t\ncard\tstatement\tarticle\tparagraph\nA\tIt is so.\tReport\t1\n"), "It is so.");
    insta::assert_snapshot!(mistakes("sep=;\ncard;statement;article;paragraph\nA;It is so.;Report;x\n"), @"3:20 `paragraph` must be a whole number from 1 to 65535, not `x` (write a whole number from 1 to 65535)");
    insta::assert_snapshot!(mistakes("sep=;\n"), @"1:1 this file is empty (`fact-cards import --example` prints a table to begin with)");
}
