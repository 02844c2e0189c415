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
    pub fact: Option<(CardId, FactId)>,
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

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: (CardId, FactId) = (CardId::new(0), FactId::new(4));
    const SECOND: (CardId, FactId) = (CardId::new(1), FactId::new(4));

    #[test]
    fn more_is_told_of_one_fact_at_a_time() {
        let first = Disclosed::default().after(Disclosure::Fact(Some(FIRST)));
        assert_eq!(first.fact, Some(FIRST));
        let second = first.after(Disclosure::Fact(Some(SECOND)));
        assert_eq!(second.fact, Some(SECOND), "the same fact on another card");
        assert_eq!(second.after(Disclosure::Fact(None)).fact, None);
    }

    #[test]
    fn cards_open_and_close_one_by_one_or_all_at_once() {
        let [one, two, three] = [1, 2, 3].map(CardId::new);
        let opened = |disclosed: &Disclosed| disclosed.cards.clone();
        let disclosed = Disclosed::default().after(Disclosure::Card(two, true)).after(Disclosure::Card(one, true));
        assert_eq!(opened(&disclosed), [one, two]);
        assert_eq!(disclosed.clone().after(Disclosure::Card(one, true)), disclosed, "it is open already");
        assert_eq!(disclosed.clone().after(Disclosure::Card(three, false)), disclosed, "it is closed already");
        assert_eq!(opened(&disclosed.clone().after(Disclosure::Card(one, false))), [two]);
        assert_eq!(opened(&disclosed.clone().after(Disclosure::Cards(vec![three, two]))), [two, three]);
        assert_eq!(opened(&disclosed.after(Disclosure::Cards(Vec::new()))), []);
    }

    #[test]
    fn a_card_that_was_ever_open_is_remembered_as_rendered() {
        let [one, two] = [1, 2].map(CardId::new);
        let closed = Disclosed::new(vec![one], false).after(Disclosure::Card(one, false));
        assert!(!closed.has(one) && closed.has_rendered(one) && !closed.has_rendered(two));
        let closed = closed.after(Disclosure::Cards(vec![two])).after(Disclosure::Cards(Vec::new()));
        assert!(closed.has_rendered(one) && closed.has_rendered(two));
        assert!(!closed.is_empty(), "the page is no longer as it was prerendered");
    }

    #[test]
    fn the_sheet_opens_and_closes_beside_the_cards() {
        let opened = Disclosed::new(vec![CardId::new(1)], false).after(Disclosure::Sheet(true));
        assert!(opened.sheet && opened.has(CardId::new(1)));
        assert!(!opened.after(Disclosure::Sheet(false)).sheet);
    }
}
