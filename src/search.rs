//! What the reader searches for, and where it stands.

use fact_cards_story::{
    Text,
    edition::{Card, Edition, Fact},
};

use crate::fold::fold;

/// The words of a query, folded. A text matches when each of them stands somewhere in it.
#[must_use]
pub fn terms(query: &str) -> Vec<String> {
    fold(query).split_whitespace().map(str::to_owned).collect()
}

/// The texts by which a card is known: its name in every spelling, and what it is.
pub(crate) fn heading(card: &Card) -> impl Iterator<Item = &Text> {
    [&card.kicker, &card.name].into_iter().chain(card.spellings.iter().map(|spelling| &spelling.name))
}

/// The texts of a fact as it stands on a card: whose it is and who says it included.
pub(crate) fn texts<'e>(edition: &'e Edition, fact: &'e Fact) -> impl Iterator<Item = &'e Text> {
    let name = |card: u16| edition.card(card).map(|card| &card.name);
    let figure = fact.figure.as_ref().map(|figure| [&figure.number, &figure.unit]);
    [&fact.statement]
        .into_iter()
        .chain(&fact.when)
        .chain(name(fact.home))
        .chain(fact.speaker.and_then(name))
        .chain(figure.into_iter().flatten())
}

/// Whether a term stands in one of the texts.
pub(crate) fn contains<'t>(mut texts: impl Iterator<Item = &'t Text>, term: &str) -> bool {
    texts.any(|text| text.folded().contains(term))
}
