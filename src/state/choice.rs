//! What the reader chose: filters, a search, an order and a page.

use fact_cards_story::{
    Kind,
    edition::{Facet, ValueId},
};

use super::Sort;

/// What the reader chose.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Choice {
    /// The kind of card, or every kind.
    pub kind: Option<Kind>,
    /// For each facet the positions of the chosen values, in order. None chosen is all.
    pub facets: [Vec<ValueId>; Facet::ALL.len()],
    /// The search, as typed.
    pub query: String,
    /// The order of the cards.
    pub sort: Sort,
    /// Which page of what is shown, counted from 0.
    pub page: u16,
}

impl Choice {
    /// Whether anything is set.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.kind.is_some() || !self.query.trim().is_empty() || self.facets.iter().any(|chosen| !chosen.is_empty())
    }

    /// Whether some value is chosen that facts have, and cards by themselves do not.
    #[must_use]
    pub fn filters_facts(&self) -> bool {
        Facet::ALL.iter().any(|facet| *facet != Facet::Type && !self.chosen(*facet).is_empty())
    }

    /// Whether a value of a facet is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: ValueId) -> bool {
        self.chosen(facet).contains(&value)
    }

    /// The chosen values of a facet.
    #[must_use]
    pub fn chosen(&self, facet: Facet) -> &[ValueId] {
        self.facets.get(facet.index()).map_or(&[], Vec::as_slice)
    }

    /// The same without filters and search.
    pub(crate) fn cleared(&self) -> Self {
        Self { sort: self.sort, ..Self::default() }
    }

    /// Chooses a value of a facet, or gives it up.
    pub(crate) fn toggle(&mut self, facet: Facet, value: ValueId) {
        if let Some(chosen) = self.facets.get_mut(facet.index()) {
            match chosen.binary_search(&value) {
                Ok(at) => drop(chosen.remove(at)),
                Err(at) => chosen.insert(at, value),
            }
        }
    }
}
