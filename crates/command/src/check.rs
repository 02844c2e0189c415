use std::{fmt, path::Path, time::SystemTime};

use fact_cards_author::Held;
use fact_cards_site::Site;

use crate::{build::show_progress, error::Error};

/// The size of a story.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Holds {
    /// How many cards.
    pub cards: usize,
    /// How many facts.
    pub facts: usize,
    /// How many articles they are taken from.
    pub articles: usize,
}

impl fmt::Display for Holds {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let of = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        let Self { cards, facts, articles } = *self;
        write!(formatter, "{}, {} from {}", of(cards, "card"), of(facts, "fact"), of(articles, "article"))
    }
}

/// Checks a whole story. Returns the size of what is published at `now`, and what is held back.
///
/// # Errors
/// When it has mistakes or does not exist.
pub fn check(story: &Path, now: SystemTime) -> Result<(Holds, Vec<Held>), Error> {
    let site = read(story, now)?;
    site.check_pictures(&show_progress)?;
    let first = site.editions().first();
    let holds = first.map_or(Holds { cards: 0, facts: 0, articles: 0 }, |edition| Holds {
        cards: edition.cards.len(),
        facts: edition.facts.len(),
        articles: edition.articles.len(),
    });
    Ok((holds, site.held_back().to_vec()))
}

/// Reads a story as published at `now`.
///
/// # Errors
/// When it has mistakes or does not exist.
pub fn read(story: &Path, now: SystemTime) -> Result<Site, Error> {
    Ok(Site::of_story(story, now)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_worded_as_several() {
        let holds = Holds { cards: 1, facts: 2, articles: 1 };
        assert_eq!(holds.to_string(), "1 card, 2 facts from 1 article");
    }
}
