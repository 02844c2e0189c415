//! The pictures that the pages of a story are shared with.

use fact_cards::{PermalinkOf, export};

use crate::{base_url::BaseUrl, pages::metadata::SharePicture};

/// The pictures of a story: none where its site knows no address, or where nobody asked for them.
#[derive(Debug, Default)]
pub(crate) struct PagePictures(pub Vec<OfEdition>);

/// Those of an edition. One that cannot be drawn is not there.
#[derive(Debug, Default)]
pub(crate) struct OfEdition {
    pub story: Option<SharePicture>,
    /// By the positions of the cards and the facts.
    pub cards: Vec<Option<SharePicture>>,
    pub facts: Vec<Option<SharePicture>>,
}

impl PagePictures {
    /// That of the page of an edition.
    pub fn of_story(&self, number: usize) -> Option<&SharePicture> {
        self.0.get(number)?.story.as_ref()
    }

    /// That of the page of a card or a fact.
    pub fn of_permalink(&self, number: usize, of: PermalinkOf) -> Option<&SharePicture> {
        let OfEdition { cards, facts, .. } = self.0.get(number)?;
        match of {
            PermalinkOf::Card(card) => cards.get(card.index())?.as_ref(),
            PermalinkOf::Fact(fact) => facts.get(fact.index())?.as_ref(),
        }
    }

    /// Their addresses in an edition, for the files of the site that list them.
    pub fn addresses(&self, number: usize, story: &BaseUrl) -> export::Pictures {
        let Some(own) = self.0.get(number) else { return export::Pictures::default() };
        let address = |picture: &Option<SharePicture>| picture.as_ref().map(|picture| story.join(&picture.path));
        export::Pictures {
            story: address(&own.story),
            cards: own.cards.iter().map(address).collect(),
            facts: own.facts.iter().map(address).collect(),
        }
    }
}
