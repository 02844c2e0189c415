//! Any bytes in a file give a story or mistakes with their places, and nothing ever panics.

use fact_cards_author::{StoryFiles, editions, file_names};
use proptest::{collection::vec, prelude::*, sample::Index};

use crate::support::{lighthouse, report, seeds};

/// What commonly goes wrong with files.
#[derive(Clone, Debug)]
enum Mutation {
    Delete(Index, usize),
    Insert(Index, Vec<u8>),
    Truncate(Index),
    Repeat(Index, usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let telling = prop::sample::select(vec![
        "\"",
        "'",
        "[",
        "]",
        "[[",
        "{",
        "}",
        "=",
        ".",
        ",",
        "\n",
        "\r",
        "#",
        "\\u202e",
        "\u{202e}",
        "\0",
        "é",
        "🗼",
        "منارة",
        "\u{feff}",
        "nan",
        "-inf",
        "0x_",
        "1e999",
        "2023-02-30",
        "[[fact]]\n",
        "= {",
        "\"\"\"",
        "''",
        " = 1\n",
        "-1",
    ]);
    prop_oneof![
        (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Mutation::Delete(at, length)),
        (any::<Index>(), telling).prop_map(|(at, text)| Mutation::Insert(at, text.as_bytes().to_vec())),
        (any::<Index>(), vec(any::<u8>(), 1..4)).prop_map(|(at, bytes)| Mutation::Insert(at, bytes)),
        any::<Index>().prop_map(Mutation::Truncate),
        (any::<Index>(), 1..400_usize).prop_map(|(at, length)| Mutation::Repeat(at, length)),
    ]
}

fn mutate(bytes: &mut Vec<u8>, mutation: &Mutation) {
    let place = |at: &Index, bytes: &[u8]| at.index(bytes.len() + 1);
    match mutation {
        Mutation::Delete(at, length) => {
            let start = place(at, bytes);
            bytes.drain(start..(start + length).min(bytes.len()));
        }
        Mutation::Insert(at, inserted) => {
            let at = place(at, bytes);
            bytes.splice(at..at, inserted.iter().copied());
        }
        Mutation::Truncate(at) => bytes.truncate(place(at, bytes)),
        Mutation::Repeat(at, length) => {
            let start = place(at, bytes);
            let part = bytes[start..(start + length).min(bytes.len())].to_vec();
            bytes.splice(start..start, part);
        }
    }
}

/// Reads a story in which one file has these bytes, and checks that every mistake has a place in its file.
fn try_out(mut files: StoryFiles, name: &str, bytes: &[u8]) {
    files.insert(name, bytes);
    match report(&files) {
        Ok(story) => drop(editions(&story).unwrap()),
        Err(report) => {
            assert!(!report.0.is_empty());
            for diagnostic in &report.0 {
                let told = diagnostic.file.rsplit('/').next().unwrap();
                let text = if told == name {
                    String::from_utf8_lossy(bytes).into_owned()
                } else {
                    files.text(told).unwrap_or_default().to_owned()
                };
                let line = diagnostic.line.checked_sub(1).and_then(|line| text.split('\n').nth(line));
                let line = line.unwrap_or_else(|| panic!("{diagnostic}\nis not in the file"));
                assert!(
                    (1..=line.chars().count() + 1).contains(&diagnostic.column),
                    "{diagnostic}\nis not in the line"
                );
            }
            assert!(report.to_string().ends_with("in the story"));
            assert!(report.render(true).contains(&report.0[0].problem.to_string()));
        }
    }
}

fn few() -> ProptestConfig {
    ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn any_bytes_are_a_story_or_mistakes(name in prop::sample::select(file_names().to_vec()), bytes in vec(any::<u8>(), 0..300)) {
        try_out(lighthouse(), name, &bytes);
    }

    #[test]
    fn any_text_is_a_story_or_mistakes(name in prop::sample::select(file_names().to_vec()), text in "(\\PC|[\\[\\]{}=\"'.,#\n\r\t a-f0-9]){0,200}") {
        try_out(lighthouse(), name, text.as_bytes());
    }

    #[test]
    fn a_damaged_story_is_a_story_or_mistakes(
        real in any::<bool>(),
        name in prop::sample::select(file_names().to_vec()),
        mutations in vec(mutation(), 1..6),
    ) {
        let files = if real { seeds() } else { lighthouse() };
        let mut bytes = files.text(name).unwrap().as_bytes().to_vec();
        for mutation in &mutations {
            mutate(&mut bytes, mutation);
        }
        try_out(files, name, &bytes);
    }
}
