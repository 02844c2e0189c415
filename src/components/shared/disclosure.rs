//! What a reader opens and closes. It is not part of the state: no address tells it.

use fact_cards_story::edition::{CardId, FactId};

/// Something that the reader opens or closes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Disclosure {
    /// A card.
    Card(CardId, bool),
    /// These cards are all that is open.
    Cards(Vec<CardId>),
    /// More of a fact on a card; at most one is open at a time.
    Fact(Option<(CardId, FactId)>),
    /// The sheet of filters.
    Sheet(bool),
}

/// What is open.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Disclosed {
    /// The open cards, in order.
    pub cards: Vec<CardId>,
    /// Whether the sheet of filters is.
    pub sheet: bool,
    /// The fact of which more is told, on that card.
    pub(crate) fact: Option<(CardId, FactId)>,
    /// The cards that were ever open, in order: what they hold is rendered by the engine, and no longer what was prerendered.
    pub(crate) rendered: Vec<CardId>,
}

impl Disclosed {
    /// These cards, and the sheet where it is.
    #[must_use]
    pub fn new(cards: Vec<CardId>, sheet: bool) -> Self {
        Self { sheet, ..Self::default() }.after(Disclosure::Cards(cards))
    }

    /// Whether nothing is open, or ever was.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(crate) fn has(&self, card: CardId) -> bool {
        self.cards.binary_search(&card).is_ok()
    }

    /// Whether a card was ever open.
    pub(crate) fn has_rendered(&self, card: CardId) -> bool {
        self.rendered.binary_search(&card).is_ok()
    }

    /// The same with a card open, or closed.
    #[must_use]
    pub(crate) fn with_card(mut self, card: CardId, is_open: bool) -> Self {
        if is_open {
            insert(&mut self.cards, card);
            insert(&mut self.rendered, card);
        } else {
            self.cards.retain(|open| *open != card);
        }
        self
    }

    /// The same with a card among those that were ever open.
    #[must_use]
    pub(crate) fn with_rendered(mut self, card: CardId) -> Self {
        insert(&mut self.rendered, card);
        self
    }

    /// The same after something was opened or closed.
    #[must_use]
    pub(crate) fn after(self, disclosure: Disclosure) -> Self {
        match disclosure {
            Disclosure::Card(card, is_open) => self.with_card(card, is_open),
            Disclosure::Cards(cards) => {
                let none = Self { cards: Vec::new(), ..self };
                cards.into_iter().fold(none, |open, card| open.with_card(card, true))
            }
            Disclosure::Fact(fact) => Self { fact, ..self },
            Disclosure::Sheet(sheet) => Self { sheet, ..self },
        }
    }
}

/// Puts a card into a list in order, once. Sorting one would take kilobytes in the wasm.
fn insert(cards: &mut Vec<CardId>, card: CardId) {
    if let Err(at) = cards.binary_search(&card) {
        cards.insert(at, card);
    }
}
