//! The stories for trying inputs on, compiled into the program so that it needs no files at run time.

use std::{fmt::Write, rc::Rc};

use fact_cards_author::{StoryFiles, editions, indexed, read};
use fact_cards_command::{Options, files_of_table};
use fact_cards_story::{edition::Edition, section};

/// The files of a folder.
macro_rules! files {
    ($folder:literal: $($name:literal)*) => {
        [$(($name, include_str!(concat!("../../../", $folder, "/", $name)))),*]
    };
}

const LIGHTHOUSE: [(&str, &str); 9] = files!("tests/stories/lighthouse": "story.toml" "articles.toml" "types.toml" "topics.toml" "relations.toml" "members.toml" "operations.toml" "venues.toml" "facts.toml");

const FIRST: [(&str, &str); 9] = files!("seeds": "story.toml" "articles.toml" "types.toml" "topics.toml" "relations.toml" "members.toml" "operations.toml" "venues.toml" "facts.toml");

/// The smallest story that has a bit of everything.
pub fn lighthouse() -> StoryFiles {
    folder(&LIGHTHOUSE)
}

fn folder(files: &[(&str, &str)]) -> StoryFiles {
    let mut folder = StoryFiles::new("");
    for (name, text) in files {
        folder.insert(name, *text);
    }
    folder
}

/// What a browser reads of the first story, and of one with several pages.
pub fn shown() -> Vec<Rc<Edition>> {
    vec![edition(&folder(&FIRST)), edition(&of_several_pages())]
}

/// A story of 230 cards.
fn of_several_pages() -> StoryFiles {
    let mut table = "card,statement,article,paragraph,date,place\n".to_owned();
    for number in 1..=230 {
        // Writing to a String cannot fail.
        let _ =
            writeln!(table, "Card {number},Statement {number}.,Report,{number},{},Place {}", 1800 + number, number % 7);
    }
    files_of_table("report.csv", table.as_bytes(), &Options::default()).expect("the table has no mistake")
}

/// The first edition of a story, after encoding and decoding.
fn edition(files: &StoryFiles) -> Rc<Edition> {
    let editions = read(files).and_then(|story| editions(&story)).expect("the story has no mistake");
    let language = editions.first().map(|edition| edition.language.clone()).unwrap_or_default();
    let bytes = section::encode(&editions).expect("the story is small");
    section::decode(&bytes, &language).expect("what was encoded is decoded")
}

/// The data of a story without its header: see [`section::sealed`]. Only stories with several pages have an index,
/// unless one is requested.
#[must_use]
pub fn data_of(files: &StoryFiles, with_index: bool) -> Option<Vec<u8>> {
    let mut editions = read(files).and_then(|story| editions(&story)).ok()?;
    if with_index {
        editions = editions.into_iter().map(indexed).collect();
    }
    let bytes = section::encode(&editions).ok()?;
    let header = usize::try_from(section::HEADER_LENGTH).ok()?;
    bytes.get(header..).map(<[u8]>::to_vec)
}
