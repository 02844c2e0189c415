//! What is known to have been added on a day. An entry does not say when it was written; but that an embargo of it has ended is
//! known, and since then readers have it.

use super::{fill::fill, format::Formatter};
use crate::{date::Period, diagnostic::Report, held_back::Published, story::Life, thing::Thing};

/// Something that was added.
#[derive(Clone, Debug)]
pub struct Added {
    /// What it is.
    pub thing: Thing,
    /// Its id.
    pub id: String,
    /// When, in UTC, in the form of RFC 3339.
    pub at: String,
    /// The same in words, for each language of the story.
    pub on: Vec<String>,
}

impl Published {
    /// What of it is known to have been added on a day: facts, then cards.
    ///
    /// # Errors
    /// When the words of the interface lack something in one of the languages.
    pub fn added(&self) -> Result<Vec<Added>, Report> {
        let story = &self.story;
        let words = self.page_words()?;
        let formatters = story.languages.iter().map(|language| Formatter::new(&language.locale));
        let languages: Vec<(Formatter, _)> = formatters.zip(words).collect();
        let of = |thing: Thing, id: &str, life: &Life| {
            let embargo = life.embargo?;
            let day = Period { from: embargo.day(), to: embargo.day() };
            let on = languages.iter().map(|(formatter, words)| {
                // A day is no period, so no pattern is needed for it.
                fill(&words.added_on, &[("date", &formatter.period(&day, ""))])
            });
            Some(Added { thing, id: id.to_owned(), at: embargo.ends_in_utc(), on: on.collect() })
        };
        let facts = story.facts.iter().filter_map(|fact| of(Thing::Fact, &fact.id, &fact.life));
        let cards = story.cards.iter().filter_map(|card| of(Thing::Card, &card.id, &card.life));
        Ok(facts.chain(cards).collect())
    }
}
