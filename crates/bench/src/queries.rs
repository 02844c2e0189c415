//! The file of queries that our own search is tested with: `tests/widget/queries.txt`, which explains its form.

use anyhow::{Context, Result, bail};

/// A query of the file and what it must find in a story, and must not.
#[derive(Debug, Default, PartialEq)]
pub struct Query {
    /// The story, and the language in it where that is not the first.
    pub story: String,
    pub typed: String,
    /// The cards that must be found.
    pub wanted: Vec<String>,
    /// The cards that must not be found, besides all others where `only_wanted` holds.
    pub unwanted: Vec<String>,
    /// Whether nothing but what is wanted may be found.
    pub only_wanted: bool,
}

/// Reads the file. What it says of order and of what is told does not count here.
pub fn queries(file: &str) -> Result<Vec<Query>> {
    let mut queries: Vec<Query> = Vec::new();
    let mut story = "";
    for (line, text) in (1..).zip(file.lines()) {
        let not_understood = || format!("line {line} of the queries is not understood: {text}");
        let (sign, rest) = text.split_once(' ').unwrap_or((text, ""));
        let cards = || rest.split_whitespace().map(str::to_owned);
        match sign {
            "" | "#" => {}
            "story" => story = rest,
            "?" => queries.push(Query { story: story.to_owned(), typed: rest.to_owned(), ..Query::default() }),
            "=" | "1" | "+" | "-" | "~" => {
                let query = queries.last_mut().with_context(not_understood)?;
                match sign {
                    "-" => query.unwanted.extend(cards()),
                    "~" => {}
                    _ => query.wanted.extend(cards()),
                }
                query.only_wanted |= sign == "=";
            }
            _ => bail!(not_understood()),
        }
    }
    for query in &mut queries {
        query.wanted.sort();
        query.wanted.dedup();
    }
    Ok(queries)
}

/// How what was found compares to what a query asks for, in cards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outcome {
    pub found: usize,
    pub missed: usize,
    pub wrong: usize,
}

impl Query {
    /// Compares that.
    pub fn outcome(&self, shown: &[String]) -> Outcome {
        let found = self.wanted.iter().filter(|card| shown.contains(card)).count();
        let is_wrong =
            |card: &&String| !self.wanted.contains(card) && (self.only_wanted || self.unwanted.contains(card));
        Outcome { found, missed: self.wanted.len() - found, wrong: shown.iter().filter(is_wrong).count() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, queries};

    const FILE: &str = "# A comment\nstory seeds\n\n? one two\n1 a\n+ a b\n- c\n~ one\n\nstory seeds/fr\n? deux\n= b\n";

    fn outcome(place: usize, shown: &[&str]) -> Option<Outcome> {
        let shown: Vec<String> = shown.iter().map(|&card| card.to_owned()).collect();
        queries(FILE).ok()?.get(place).map(|query| query.outcome(&shown))
    }

    #[test]
    fn a_query_is_a_story_and_the_rest_of_the_line() {
        let read = queries(FILE).unwrap_or_default();
        let told: Vec<_> = read.iter().map(|query| (query.story.as_str(), query.typed.as_str())).collect();
        assert_eq!(told, [("seeds", "one two"), ("seeds/fr", "deux")]);
    }

    #[test]
    fn a_card_that_is_not_mentioned_is_not_wrong() {
        assert_eq!(outcome(0, &["a", "c", "d"]), Some(Outcome { found: 1, missed: 1, wrong: 1 }));
    }

    #[test]
    fn where_exact_cards_are_wanted_every_other_one_is_wrong() {
        assert_eq!(outcome(1, &["a", "b", "d"]), Some(Outcome { found: 1, missed: 0, wrong: 2 }));
    }

    #[test]
    fn a_line_that_cannot_be_parsed_is_reported() {
        let error = queries("story seeds\n! what").err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("line 2 of the queries is not understood: ! what"));
    }
}
