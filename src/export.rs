//! Facts as files that others can work with. What is in them, field by field, is in `docs/data.md`.
//!
//! The engine carries this code, so it is plain: no serializer, and no formatting of floating-point numbers.

mod csv;
mod json;

use fact_cards_story::edition::{Edition, Facet, FacetValue};

pub use self::{
    csv::{csv, text_of_cell},
    json::json,
};
use crate::visible::Visible;

/// What of a story goes into a file: positions of cards and facts, in the order in which they are written.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Selection {
    /// The cards.
    pub cards: Vec<u16>,
    /// The facts, each once.
    pub facts: Vec<u16>,
    /// The address at which just this is shown, where it is known.
    pub url: Option<String>,
}

impl Selection {
    /// All that the story has.
    #[must_use]
    pub fn everything(edition: &Edition) -> Self {
        Self { cards: positions(edition.cards.len()), facts: positions(edition.facts.len()), url: None }
    }

    /// What is shown: the cards, and of their facts those that match. What an overview only folds away is in it too.
    #[must_use]
    pub fn of(visible: &Visible) -> Self {
        Self { cards: visible.order.clone(), facts: visible.found.clone(), url: None }
    }
}

/// Every position of a list. No list of a story is longer than positions reach.
fn positions(count: usize) -> Vec<u16> {
    (0..u16::try_from(count).unwrap_or(u16::MAX)).collect()
}

/// The id of an article.
fn article_id(edition: &Edition, article: u16) -> &str {
    named(edition, Facet::Source, article).map_or("", |value| &value.id)
}

/// A value of a facet.
fn named(edition: &Edition, facet: Facet, value: u16) -> Option<&FacetValue> {
    edition.value(facet, value)
}

/// The positions of a fact's values in a facet.
fn values_of(facets: &[Vec<u16>; Facet::ALL.len()], facet: Facet) -> &[u16] {
    facets.get(facet.index()).map_or(&[], Vec::as_slice)
}

/// The other cards on which a fact stands.
fn about(edition: &Edition, fact: u16, home: u16) -> Vec<u16> {
    edition.columns().on.get(fact).iter().copied().filter(|card| *card != home).collect()
}
