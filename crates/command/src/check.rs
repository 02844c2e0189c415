use std::{fmt, path::Path};

use fact_cards_site::Site;

use crate::error::Error;

/// What a story without a mistake holds.
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

/// Checks a story, and says what it holds.
///
/// # Errors
/// When it has mistakes or is not there.
pub fn check(story: &Path) -> Result<Holds, Error> {
    let site = read(story)?;
    let first = site.editions().first();
    Ok(first.map_or(Holds { cards: 0, facts: 0, articles: 0 }, |edition| Holds {
        cards: edition.cards.len(),
        facts: edition.facts.len(),
        articles: edition.articles.len(),
    }))
}

/// Reads a story.
///
/// # Errors
/// When it has mistakes or is not there.
pub fn read(story: &Path) -> Result<Site, Error> {
    Ok(Site::of_story(story)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_several() {
        let holds = Holds { cards: 1, facts: 2, articles: 1 };
        assert_eq!(holds.to_string(), "1 card, 2 facts from 1 article");
    }
}
