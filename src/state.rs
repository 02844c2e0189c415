//! What the reader chose: a value, and the one function that changes it.

mod address;
mod options;

pub use options::{Sort, View};

use fact_cards_story::{
    Kind,
    edition::{Edition, Facet},
};

use crate::visible::{page_of, shows};

/// What the reader asks for.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Choice {
    /// The kind of card, or every kind.
    pub kind: Option<Kind>,
    /// For each facet the positions of the chosen values, in order. None chosen is all.
    pub facets: [Vec<u16>; Facet::ALL.len()],
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
    pub fn has(&self, facet: Facet, value: u16) -> bool {
        self.chosen(facet).contains(&value)
    }

    /// The chosen values of a facet.
    #[must_use]
    pub fn chosen(&self, facet: Facet) -> &[u16] {
        self.facets.get(facet.index()).map_or(&[], Vec::as_slice)
    }

    /// The same without filters and search.
    fn cleared(&self) -> Self {
        Self { sort: self.sort, ..Self::default() }
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
    /// The way in which it is shown.
    pub view: View,
    /// The card that a link led to. Among the cards it is marked, in the other views it opens beside them.
    pub card: Option<u16>,
    /// The fact on that card that the link meant.
    pub fact: Option<u16>,
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
    /// Chooses an order of the cards.
    Order(Sort),
    /// Turns to a page, counted from 0.
    Turn(u16),
    /// Searches for this alone, and looks at the facts by article.
    List(String),
    /// Chooses a view.
    Look(View),
    /// Takes back every filter and the search.
    Clear,
    /// Follows a link to a card.
    Open(u16),
    /// Follows a link to a fact on a card.
    OpenFact(u16, u16),
    /// Closes the card that opened.
    Close,
    /// Takes back what gave way to a link.
    PutBack,
}

impl State {
    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: Action, edition: &Edition) -> Self {
        // Whatever else is chosen begins on its first page.
        let mut choice = Choice { page: 0, ..self.choice.clone() };
        let mut view = self.view;
        match action {
            Action::ChooseKind(kind) => choice.kind = kind,
            Action::Toggle(facet, value) => {
                if usize::from(value) < edition.value_count(facet) {
                    choice.toggle(facet, value);
                }
            }
            Action::Search(query) => choice.query = query,
            Action::Order(sort) => choice.sort = sort,
            Action::Look(other) => view = other,
            Action::Clear => choice = choice.cleared(),
            Action::PutBack => choice = self.gave_way.clone().unwrap_or(choice),
            Action::List(query) => {
                choice = Choice { query, ..choice.cleared() };
                view = View::Sources;
            }
            Action::Turn(page) => choice.page = page,
            Action::Close => choice.page = self.choice.page,
            Action::Open(card) => return self.opening(card, None, edition),
            Action::OpenFact(fact, card) => return self.opening(card, Some(fact), edition),
        }
        Self { choice, view, ..Self::default() }
    }

    /// The state in which a card shows. Where the filters hide it among the cards, they give way.
    fn opening(&self, card: u16, fact: Option<u16>, edition: &Edition) -> Self {
        let known = edition.card(card);
        let fact = fact.filter(|fact| known.is_some_and(|card| card.facts.contains(fact)));
        // An address that has led here already may be asked once more.
        let gave_way = self.gave_way.clone().filter(|_| self.card == Some(card));
        let state = Self { card: known.map(|_| card), fact, gave_way, ..self.clone() };
        let hidden = self.view == View::Cards && known.is_some() && !shows(edition, &self.choice, card);
        let mut state = if hidden {
            Self { choice: self.choice.cleared(), gave_way: Some(self.choice.clone()), ..state }
        } else {
            state
        };
        if let Some(card) = state.card.filter(|_| state.view == View::Cards) {
            state.choice.page = page_of(edition, &state.choice, card);
        }
        state
    }
}
