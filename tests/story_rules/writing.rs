//! The examples in `docs/writing.md`.

use std::fs;

use fact_cards_author::{StoryFiles, read};

use crate::support::project;

/// The Markdown examples that begin with the name of a file, collected as files.
fn examples(markdown: &str) -> StoryFiles {
    let mut files = StoryFiles::new("docs/writing.md");
    for block in markdown.split("```toml\n# ").skip(1) {
        let (name, rest) = block.split_once('\n').expect("a name stands on a line");
        let (text, _) = rest.split_once("```").expect("an example ends");
        // A file that is explained in two places continues in the second.
        let before = files.text(name).unwrap_or_default().to_owned();
        files.insert(name, before + text);
    }
    files
}

#[test]
fn the_documented_examples_are_a_valid_story() {
    let files = examples(&fs::read_to_string(project("docs/writing.md")).expect("the format is explained"));
    let story = read(&files).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!((story.articles.len(), story.cards.len(), story.facts.len()), (2, 4, 7));
}
