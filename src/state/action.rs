//! What the reader does.

use fact_cards_story::{
    Kind,
    edition::{CardId, Facet, FactId, ValueId},
};

use super::{Sort, View};

/// Something that the reader does.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Action {
    /// Chooses a kind of card, or every kind.
    ChooseKind(Option<Kind>),
    /// Chooses a value of a facet, or gives it up.
    Toggle(Facet, ValueId),
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
    Open(CardId),
    /// Follows a link to a fact on a card.
    OpenFact(FactId, CardId),
    /// Closes the card that opened.
    Close,
    /// Restores the relaxed filters.
    PutBack,
}
