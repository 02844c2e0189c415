//! A story as exported by our site: the same cards and facts for all ways.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, Result};
use fs_err as fs;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Story {
    pub language: String,
    pub locale: String,
    pub title: String,
    pub lead: String,
    pub cards: Vec<Card>,
    facts: Vec<Fact>,
    #[serde(skip)]
    by_id: BTreeMap<String, usize>,
}

#[derive(Deserialize)]
pub struct Card {
    pub id: String,
    pub kind: String,
    #[serde(rename = "type")]
    pub of_type: NameOnly,
    pub name: String,
    pub summary: String,
    facts: Vec<String>,
}

#[derive(Deserialize)]
pub struct NameOnly {
    pub name: String,
}

#[derive(Deserialize)]
pub struct Fact {
    id: String,
    pub statement: String,
    pub date: Option<String>,
    pub when: Option<String>,
    pub speaker: Option<NameOnly>,
    pub sources: Vec<SourceMarker>,
}

#[derive(Deserialize)]
pub struct SourceMarker {
    pub marker: String,
}

impl Story {
    /// Reads `story.json` of a built site.
    pub fn read(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file)?;
        let mut story: Self = serde_json::from_str(&text).with_context(|| file.display().to_string())?;
        story.by_id = story.facts.iter().enumerate().map(|(place, fact)| (fact.id.clone(), place)).collect();
        Ok(story)
    }

    /// The facts on a card, in order.
    pub fn facts_of<'s>(&'s self, card: &'s Card) -> impl Iterator<Item = &'s Fact> {
        card.facts.iter().filter_map(|id| self.facts.get(*self.by_id.get(id)?))
    }

    /// The latest date of a fact on the card, or an empty text.
    pub fn date_of<'s>(&'s self, card: &'s Card) -> &'s str {
        self.facts_of(card).filter_map(|fact| fact.date.as_deref()).max().unwrap_or_default()
    }

    /// Whether the card with that id is of that kind.
    pub fn is_of_kind(&self, id: &str, kind: &str) -> bool {
        self.cards.iter().any(|card| card.id == id && card.kind == kind)
    }

    /// A word from the name of a card, to be typed: many words begin with its first letters.
    pub fn word(&self) -> Option<&str> {
        let cards = self.cards.iter().skip(self.cards.len() / 2);
        let mut words = cards.flat_map(|card| card.name.split(|letter: char| !letter.is_ascii_alphabetic()));
        words.find(|word| word.len() >= 4)
    }
}
