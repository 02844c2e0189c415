//! Tables that are imported as stories.

use std::collections::BTreeMap;

use fact_cards::export::{self, Selection, text_of_cell};
use fact_cards_author::{Report, Story, StoryFiles, editions, on_one_line, read};
use fact_cards_command::{DateOrder, Decimal, Options, files_of_table};
use fact_cards_story::edition::Edition;

use crate::mistakes::check;

/// The name of the table in mistakes.
const NAME: &str = "the-table.csv";

/// Reads bytes as a table. Ambiguous numbers and dates are settled by options, one after the other.
pub fn csv(bytes: &[u8]) {
    let settled = Options { decimal: Some(Decimal::Comma), dates: Some(DateOrder::DayFirst), ..Options::default() };
    for options in [Options::default(), settled] {
        match files_of_table(NAME, bytes, &options) {
            Ok(files) => {
                let story = read(&files).expect("the story has passed the check");
                let editions = editions(&story).expect("the story has passed the check");
                has_statements(bytes, &story);
                is_the_same_however_it_is_saved(bytes, &files, &options);
                editions.iter().for_each(round_trips);
            }
            Err(report) => check_mistakes(bytes, &report),
        }
    }
}

/// The story that a table makes.
pub fn story(bytes: &[u8]) -> Option<StoryFiles> {
    files_of_table(NAME, bytes, &Options::default()).ok()
}

/// Every statement of the table is in the story. Only a plain table can be split here without a CSV reader.
fn has_statements(bytes: &[u8], story: &Story) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let Some((heading, rows)) = text.split_once('\n') else { return };
    if text.contains(['"', '\r', '\t', ';']) || !heading.starts_with("card,statement,") {
        return;
    }
    for statement in rows.split('\n').filter_map(|row| row.split(',').nth(1)) {
        let statement = on_one_line(&text_of_cell(statement.trim()));
        let is_there = story.facts.iter().any(|fact| fact.statement.at(0) == statement);
        assert!(is_there || statement.is_empty(), "{statement:?} is gone");
    }
}

/// The table in UTF-16 with Windows line ends makes the same story.
fn is_the_same_however_it_is_saved(bytes: &[u8], files: &StoryFiles, options: &Options) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
    let saved: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let again = files_of_table(NAME, &saved, options).unwrap_or_else(|report| panic!("in UTF-16:\n{report}"));
    let texts = |files: &StoryFiles| -> BTreeMap<String, Vec<u8>> {
        files.contents().map(|(name, bytes)| (name.to_owned(), bytes.unwrap_or_default().to_vec())).collect()
    };
    assert!(texts(&again) == texts(files), "in UTF-16 it is another story");
}

/// The story exported as a table and imported again has the same facts.
fn round_trips(edition: &Edition) {
    let table = export::csv(edition, &Selection::everything(edition).facts);
    let options = Options { language: Some(edition.language.clone()), ..Options::default() };
    let files = files_of_table(NAME, table.as_bytes(), &options).unwrap_or_else(|report| panic!("{table}\n{report}"));
    let story = read(&files).expect("the story has passed the check");
    let mut before: Vec<&str> = edition.facts.iter().map(|fact| fact.statement.shown()).collect();
    let mut after: Vec<&str> = story.facts.iter().map(|fact| fact.statement.at(0)).collect();
    before.sort_unstable();
    after.sort_unstable();
    assert_eq!(after, before, "{table}");
}

fn check_mistakes(bytes: &[u8], report: &Report) {
    // Places are counted as in a text editor, for which every sort of line end is one.
    let text = str::from_utf8(bytes)
        .ok()
        .map(|text| text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n"));
    check(report, |name| text.clone().filter(|_| name == NAME));
}
