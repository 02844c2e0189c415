//! From one state to the next: what an action of the reader makes of it, and what an address or an attribute does.

use fact_cards_story::edition::{CardId, Edition, FactId};

use crate::{
    state::{Action, Choice, State, View, limited},
    visible::{page_of, shows},
};

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
                if value.index() < edition.value_count(facet) {
                    choice.toggle(facet, value);
                }
            }
            Action::Search(query) => limited(&query).clone_into(&mut choice.query),
            Action::Order(sort) => choice.sort = sort,
            Action::Look(other) => view = other,
            Action::Clear => choice = choice.cleared(),
            Action::PutBack => choice = self.relaxed.clone().unwrap_or(choice),
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

    /// The same with another value of one name, or with none. What is unknown is none.
    #[must_use]
    pub fn with(mut self, edition: &Edition, name: &str, value: &str) -> Self {
        self.replace(edition, name, value);
        if matches!(name, "card" | "fact") { self.showing_its_card(edition) } else { Self { relaxed: None, ..self } }
    }

    /// The same, but where its filters hide its card they are relaxed. A fact without a card is meant on its own.
    #[must_use]
    pub fn showing_its_card(self, edition: &Edition) -> Self {
        match (self.card_or_home(edition), self.fact) {
            (Some(card), Some(fact)) => self.after(Action::OpenFact(fact, card), edition),
            (Some(card), None) => self.after(Action::Open(card), edition),
            (None, _) => self,
        }
    }

    /// The state in which a card shows. Where the filters hide it among the cards, they are relaxed.
    fn opening(&self, card: CardId, fact: Option<FactId>, edition: &Edition) -> Self {
        let known = edition.card(card).filter(|_| edition.keeps(card));
        let fact = fact.filter(|fact| known.is_some_and(|card| card.facts.contains(fact)));
        // The same link target may be requested once more.
        let relaxed = self.relaxed.clone().filter(|_| self.card == Some(card));
        let state = Self { card: known.map(|_| card), fact, relaxed, ..self.clone() };
        let hidden = self.view == View::Cards && known.is_some() && !shows(edition, &self.choice, card);
        let mut state = if hidden {
            Self { choice: self.choice.cleared(), relaxed: Some(self.choice.clone()), ..state }
        } else {
            state
        };
        if let Some(card) = state.card.filter(|_| state.view == View::Cards) {
            state.choice.page = page_of(edition, &state.choice, card);
        }
        state
    }
}
