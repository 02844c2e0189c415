use std::{
    io::{IsTerminal, stderr},
    path::Path,
};

use fact_cards_site::{Site, SiteError};

use crate::error::Error;

/// Checks a story and says what it holds.
pub fn check(story: &Path) -> Result<(), Error> {
    let site = read(story)?;
    if let Some(edition) = site.editions().first() {
        let (cards, facts, articles) = (edition.cards.len(), edition.facts.len(), edition.articles.len());
        println!("{}: {cards} cards, {facts} facts from {articles} articles, no mistake", story.display());
    }
    Ok(())
}

/// Reads a story. Its mistakes are coloured on a terminal.
pub fn read(story: &Path) -> Result<Site, Error> {
    Site::of_story(story).map_err(|error| match error {
        SiteError::Story(report) => Error::Mistakes(report.render(stderr().is_terminal())),
        other => other.into(),
    })
}
