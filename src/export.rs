//! Facts as files that others can work with. What is in them, field by field, is in `docs/data.md`.
//!
//! The engine carries this code, so it is plain: no serializer, and no formatting of floating-point numbers.

mod csv;
mod json;

use fact_cards_story::edition::{ArticleId, CardId, Edition, Facet, FacetValue, FactId, ValueId};

pub use self::{
    csv::{csv, text_of_cell},
    json::json,
};
use crate::visible::Visible;

/// What of a story goes into a file: positions of cards and facts, in the order in which they are written.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Selection {
    /// The cards.
    pub cards: Vec<CardId>,
    /// The facts, each once.
    pub facts: Vec<FactId>,
    /// The address at which just this is shown, where it is known.
    pub url: Option<String>,
    /// The address of the story's pages, where cards and facts have pages of their own there; otherwise empty.
    pub permalinks: String,
    /// The addresses of the pictures that these are shared with. Only the files of a site have them.
    #[cfg(not(target_arch = "wasm32"))]
    pub share_pictures: Pictures,
}

/// The addresses of the pictures that a story, its cards and its facts are shared with, by their positions.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Pictures {
    /// That of the story.
    pub story: Option<String>,
    /// Those of the cards.
    pub cards: Vec<Option<String>>,
    /// Those of the facts.
    pub facts: Vec<Option<String>>,
}

impl Selection {
    /// All that the story has.
    #[must_use]
    pub fn everything(edition: &Edition) -> Self {
        let (cards, facts) = (CardId::first(edition.cards.len()), FactId::first(edition.facts.len()));
        Self { cards: cards.collect(), facts: facts.collect(), ..Self::default() }
    }

    /// What is shown: the cards, and of their facts those that match. What an overview only folds away is in it too.
    #[must_use]
    pub fn from_visible(visible: &Visible) -> Self {
        Self { cards: visible.order.clone(), facts: visible.found.clone(), ..Self::default() }
    }
}

/// The id of an article.
fn article_id(edition: &Edition, article: ArticleId) -> &str {
    edition.source(article).map_or("", |value| &value.id)
}

/// A value of a facet.
fn named(edition: &Edition, facet: Facet, value: ValueId) -> Option<&FacetValue> {
    edition.value(facet, value)
}

/// The positions of a fact's values in a facet.
fn values_of(facets: &[Vec<ValueId>; Facet::ALL.len()], facet: Facet) -> &[ValueId] {
    facets.get(facet.index()).map_or(&[], Vec::as_slice)
}

/// The other cards on which a fact stands.
fn about(edition: &Edition, fact: FactId, home: CardId) -> Vec<CardId> {
    edition.columns().on.get(fact).iter().copied().filter(|card| *card != home).collect()
}
