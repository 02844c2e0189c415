use std::collections::{BTreeMap, BTreeSet};

use deunicode::deunicode;
use fact_cards_author::as_id;

/// How many words of a text its id has at most.
const WORDS: usize = 7;

/// Ids that are taken.
#[derive(Default)]
pub struct Ids {
    taken: BTreeSet<String>,
    /// How many texts have made the same.
    counts: BTreeMap<String, usize>,
}

impl Ids {
    /// These ids are taken.
    pub fn taken(ids: impl Iterator<Item = String>) -> Self {
        Self { taken: ids.collect(), counts: BTreeMap::new() }
    }

    /// Makes an id of a text, which no other has. It depends on the text, not on the row that it stands in, so that it stays
    /// when rows are added or moved, unless several texts make the same. Letters that are not Latin are written in Latin ones; `otherwise` is for a text without letters.
    pub fn make(&mut self, text: &str, otherwise: &str) -> String {
        let made = as_id(text).or_else(|| as_id(&deunicode(text))).unwrap_or_else(|| otherwise.to_owned());
        let made = made.split('-').take(WORDS).collect::<Vec<_>>().join("-");
        let mut id = made.clone();
        let count = self.counts.entry(made.clone()).or_insert(1);
        while !self.taken.insert(id.clone()) {
            *count += 1;
            id = format!("{made}-{count}");
        }
        id
    }
}
