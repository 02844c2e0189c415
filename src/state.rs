//! What the reader chose: a value, and the one function that changes it.

mod address;

use fact_cards_story::{
    Kind,
    edition::{Edition, Facet},
};

use crate::visible::shows;

/// What the reader asks for.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Choice {
    /// The kind of card, or every kind.
    pub kind: Option<Kind>,
    /// For each facet the positions of the chosen values, in order. None chosen is all.
    pub facets: [Vec<u16>; Facet::ALL.len()],
    /// The search, as typed.
    pub query: String,
}

impl Choice {
    /// Whether anything is set.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.kind.is_some() || !self.query.trim().is_empty() || self.facets.iter().any(|chosen| !chosen.is_empty())
    }

    /// Whether some facts of a card may match and others not.
    #[must_use]
    pub fn narrows_facts(&self) -> bool {
        !self.query.trim().is_empty() || self.filters_facts()
    }

    /// Whether some value is chosen that facts have, and cards by themselves do not.
    #[must_use]
    pub fn filters_facts(&self) -> bool {
        Facet::ALL.iter().any(|facet| *facet != Facet::Type && !self.chosen(*facet).is_empty())
    }

    /// Whether a value of a facet is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: u16) -> bool {
        self.chosen(facet).contains(&value)
    }

    /// The chosen values of a facet.
    #[must_use]
    pub fn chosen(&self, facet: Facet) -> &[u16] {
        self.facets.get(facet.index()).map_or(&[], Vec::as_slice)
    }

    fn toggle(&mut self, facet: Facet, value: u16) {
        if let Some(chosen) = self.facets.get_mut(facet.index()) {
            match chosen.binary_search(&value) {
                Ok(at) => drop(chosen.remove(at)),
                Err(at) => chosen.insert(at, value),
            }
        }
    }
}

/// Everything that the reader decides.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct State {
    /// What is asked for.
    pub choice: Choice,
    /// The card that a link led to.
    pub card: Option<u16>,
    /// What was asked for before it gave way to that link.
    pub gave_way: Option<Choice>,
}

/// Something that the reader does.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Action {
    /// Chooses a kind of card, or every kind.
    ChooseKind(Option<Kind>),
    /// Chooses a value of a facet, or gives it up.
    Toggle(Facet, u16),
    /// Types in the search.
    Search(String),
    /// Takes back every filter and the search.
    Clear,
    /// Follows a link to a card.
    Open(u16),
    /// Takes back what gave way to a link.
    PutBack,
}

impl State {
    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: Action, edition: &Edition) -> Self {
        let mut choice = self.choice.clone();
        match action {
            Action::ChooseKind(kind) => choice.kind = kind,
            Action::Toggle(facet, value) => {
                if usize::from(value) < edition.values(facet).len() {
                    choice.toggle(facet, value);
                }
            }
            Action::Search(query) => choice.query = query,
            Action::Clear => choice = Choice::default(),
            Action::PutBack => choice = self.gave_way.clone().unwrap_or(choice),
            Action::Open(card) => {
                let card = Some(card).filter(|card| edition.card(*card).is_some());
                return if card.is_none_or(|card| shows(edition, &choice, card)) {
                    Self { choice, card, gave_way: None }
                } else {
                    Self { choice: Choice::default(), card, gave_way: Some(choice) }
                };
            }
        }
        Self { choice, card: None, gave_way: None }
    }
}
