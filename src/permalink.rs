//! The pages that cards and some facts have of their own, in a site that knows its address: their paths below the folder of the
//! edition.

use fact_cards_story::edition::{Card, CardId, Edition, Fact, FactId};

/// The path of the page of a card.
#[must_use]
pub fn of_card(card: &Card) -> String {
    path("card/", &card.id)
}

/// The path of the page of a fact, if it has one.
#[must_use]
pub fn of_fact(fact: &Fact) -> Option<String> {
    fact.has_page().then(|| path("fact/", &fact.id))
}

/// The address of the page of a card, or of a fact on it. `top` is that of the story's pages; empty where there are no such pages.
pub(crate) fn address(edition: &Edition, top: &str, card: CardId, fact: Option<FactId>) -> Option<String> {
    let (folder, id) = match fact {
        Some(fact) => ("fact/", &edition.fact(fact).filter(|fact| fact.has_page())?.id),
        None => ("card/", &edition.card(card)?.id),
    };
    (!top.is_empty()).then(|| [top, &edition.path, folder, id, "/"].concat())
}

fn path(folder: &str, id: &str) -> String {
    [folder, id, "/"].concat()
}
