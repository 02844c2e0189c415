use std::collections::{BTreeMap, BTreeSet};

use deunicode::deunicode;
use fact_cards_author::as_id;

/// The most words in an id.
const WORDS: usize = 7;

/// Ids that are taken.
#[derive(Default)]
pub struct Ids {
    taken: BTreeSet<String>,
    /// How many texts have led to the same id.
    counts: BTreeMap<String, usize>,
}

impl Ids {
    /// These ids are taken.
    pub fn taken(ids: impl Iterator<Item = String>) -> Self {
        Self { taken: ids.collect(), counts: BTreeMap::new() }
    }

    /// Makes a unique id of a text. It depends on the text, not on its row, so that it stays when rows are added or moved, unless
    /// several texts lead to the same id. Other scripts are transliterated; `otherwise` is for a text without letters.
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
