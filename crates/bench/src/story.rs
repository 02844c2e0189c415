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
        Self::parsed(&text).with_context(|| file.display().to_string())
    }

    fn parsed(text: &str) -> serde_json::Result<Self> {
        let mut story: Self = serde_json::from_str(text)?;
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

    /// Whether a text in small letters stands somewhere on the card with that id, but in its sources.
    pub fn has_text(&self, id: &str, text: &str) -> bool {
        let of_facts = |card| {
            self.facts_of(card).flat_map(|fact| {
                let speaker = fact.speaker.as_ref().map(|speaker| &speaker.name);
                [Some(&fact.statement), fact.when.as_ref(), speaker]
            })
        };
        self.cards.iter().filter(|card| card.id == id).any(|card| {
            let of_card = [&card.name, &card.summary, &card.of_type.name].map(Some);
            of_card.into_iter().chain(of_facts(card)).flatten().any(|one| one.to_lowercase().contains(text))
        })
    }

    /// A word from the name of a card, to be typed: many words begin with its first letters.
    pub fn word(&self) -> Option<&str> {
        let cards = self.cards.iter().skip(self.cards.len() / 2);
        let mut words = cards.flat_map(|card| card.name.split(|letter: char| !letter.is_ascii_alphabetic()));
        words.find(|word| word.len() >= 4)
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::Story;

    const STORY: &str = r#"{ "language": "en", "locale": "en-GB", "title": "", "lead": "",
        "cards": [{ "id": "a", "kind": "venue", "type": { "name": "City" }, "name": "Glasgow", "summary": "", "facts": ["f"] },
                  { "id": "b", "kind": "venue", "type": { "name": "City" }, "name": "Rabat", "summary": "", "facts": [] }],
        "facts": [{ "id": "f", "statement": "It Rained.", "date": null, "when": "in May", "speaker": { "name": "Ada" },
                    "sources": [{ "marker": "Weather ¶1" }] }] }"#;

    #[test]
    fn a_text_is_on_a_card_by_its_own_words_or_its_facts_but_not_by_their_sources() -> Result<()> {
        let story = Story::parsed(STORY)?;
        assert!(["glas", "city", "rained", "may", "ada"].iter().all(|text| story.has_text("a", text)));
        assert!(!story.has_text("a", "weather") && !story.has_text("b", "rained"));
        Ok(())
    }
}
