//! The index of a story's words: see [`fact_cards_story::edition::Index`].

use std::collections::BTreeMap;

use fact_cards_story::{
    Text,
    edition::{BOLD, CardId, CardPart, Edition, FactId, Index, Slot},
};

/// The words of an edition, with where each stands.
pub(super) fn index(edition: &Edition) -> Index {
    let mut words: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let mut note = |slot: Slot, text: &Text| {
        let Ok(number) = u32::try_from(slot.number(edition.cards.len())) else { return };
        for (bold, mark) in [(false, ""), (true, BOLD)] {
            text.each_word(bold, &mut |letters, _| {
                let slots = words.entry([mark, letters].concat()).or_default();
                if slots.last() != Some(&number) {
                    slots.push(number);
                }
            });
        }
    };
    for (position, card) in CardId::all().zip(edition.cards.iter()) {
        for part in CardPart::ALL {
            card.texts(part).for_each(|text| note(Slot::Card(position, part), text));
        }
    }
    for (position, fact) in FactId::all().zip(edition.facts.iter()) {
        fact.texts().for_each(|text| note(Slot::Fact(position), text));
    }
    Index::new(edition.cards.len(), words.iter().map(|(word, slots)| (word.as_str(), slots.as_slice())))
}
