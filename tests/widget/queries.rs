//! Runs a file of queries, each with what it must and must not find.

use fact_cards::visible::visible;
use fact_cards_author::editions;
use fact_cards_story::edition::Edition;

use crate::story::{card, cards, edition, hostile_files, real, real_files, scripts, search};

/// A query and its expectations.
#[derive(Default)]
struct Query<'f> {
    line: usize,
    story: &'f str,
    typed: &'f str,
    said: Vec<(&'f str, &'f str)>,
}

fn queries(file: &str) -> Vec<Query<'_>> {
    let mut queries: Vec<Query> = Vec::new();
    let mut story = "";
    for (line, text) in (1..).zip(file.lines()) {
        match text.split_once(' ').unwrap_or((text, "")) {
            ("" | "#", _) => {}
            ("story", name) => story = name,
            ("?", typed) => queries.push(Query { line, story, typed, said: Vec::new() }),
            (sign @ ("=" | "1" | "+" | "-" | "~"), rest) => queries.last_mut().unwrap().said.push((sign, rest)),
            _ => panic!("line {line} is not understood: {text}"),
        }
    }
    queries
}

/// What is wrong with the results of a query.
fn problems(edition: &Edition, query: &Query) -> Vec<String> {
    let visible = visible(edition, &search(query.typed));
    let found = cards(edition, &visible);
    let mut problems = Vec::new();
    for (sign, rest) in &query.said {
        let named: Vec<&str> = rest.split_whitespace().collect();
        if *sign != "~" {
            // A card that is not in the story would never be found.
            assert!(named.iter().all(|id| card(edition, id).get() < u16::MAX));
        }
        let holds = match *sign {
            "=" => found == named,
            "1" => found.first().copied() == Some(*rest),
            "+" => named.iter().all(|id| found.contains(id)),
            "-" => !named.iter().any(|id| found.contains(id)),
            _ => true,
        };
        if !holds {
            problems.push(format!("{sign} {rest}"));
        }
    }
    if !query.said.iter().any(|(sign, _)| *sign != "~") {
        problems.push("nothing is said about cards".to_owned());
    }
    let corrected = query.said.iter().find(|(sign, _)| *sign == "~").map(|(_, text)| *text);
    if visible.query.corrected() != corrected {
        problems.push(format!("~ {corrected:?}, but it is {:?}", visible.query.corrected()));
    }
    let told = |problem: String| format!("line {}: ? {}: {problem}; found {found:?}", query.line, query.typed);
    problems.into_iter().map(told).collect()
}

#[test]
fn every_query_in_the_file_finds_what_it_must_and_nothing_it_must_not() {
    let queries = queries(include_str!("queries.txt"));
    assert!(queries.len() >= 60, "{}", queries.len());
    let hostile = &edition(&hostile_files());
    let editions = editions(&fact_cards_author::read(&real_files()).unwrap()).unwrap();
    let of_story = |story| match story {
        "seeds" => real(),
        "seeds/fr" => &editions[1],
        "seeds/ar" => &editions[2],
        "scripts" => scripts(),
        "hostile" => hostile,
        other => panic!("no story {other}"),
    };
    let wrong: Vec<String> = queries.iter().flat_map(|query| problems(of_story(query.story), query)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Stories of several pages use an index where others search all texts.
    for name in ["seeds", "seeds/fr", "seeds/ar", "scripts", "hostile"] {
        let indexed = fact_cards_author::indexed(of_story(name).clone());
        let of_it = queries.iter().filter(|query| query.story == name);
        let wrong: Vec<String> = of_it.flat_map(|query| problems(&indexed, query)).collect();
        assert!(wrong.is_empty(), "indexed: {}", wrong.join("\n"));
    }
}
