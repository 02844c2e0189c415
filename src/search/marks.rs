//! Where one word or phrase stands in a story.

use fact_cards_story::{
    Fit, Term, Text,
    edition::{CardId, CardPart, Edition, FactId, Slot},
};

/// Where a term stands in a story, and how well it fits there. It is looked up, or read, once for each state of the search.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    /// For each card two bits for each part of it; above them one for each part that was read.
    cards: Vec<u16>,
    /// For each fact how well the term fits what it itself says, and whether that was read.
    facts: Vec<u8>,
    any: bool,
}

impl Marks {
    /// Where a term stands.
    pub fn new(edition: &Edition, term: &Term) -> Self {
        let mut marks = Self { cards: vec![0; edition.cards.len()], facts: vec![0; edition.facts.len()], any: false };
        let (word, goes_on) = term.first_word();
        let Some(index) = &edition.index else {
            each_slot(edition, &mut |slot| marks.read(edition, slot, term));
            return marks;
        };
        for bold in [false, true] {
            if bold && !term.is_bold() {
                break;
            }
            for found in index.beginning_with(word, bold) {
                let fit = if found.letters == word { Fit::Exact } else { Fit::Prefix };
                if goes_on {
                    // What follows has to be read.
                    found.slots().for_each(|slot| marks.read(edition, slot, term));
                } else if term.is_open() || fit == Fit::Exact {
                    found.slots().for_each(|slot| marks.note(slot, fit));
                } else {
                    // Only longer words follow.
                    break;
                }
            }
        }
        marks
    }

    /// Whether the term stands anywhere.
    pub const fn any(&self) -> bool {
        self.any
    }

    /// How well it fits in a part of a card.
    pub fn in_part(&self, card: CardId, part: CardPart) -> Option<Fit> {
        fit(self.cards.get(card.index())? >> shift(part))
    }

    /// How well it fits in a name of a card, in any spelling and language.
    pub fn in_names(&self, card: CardId) -> Option<Fit> {
        [CardPart::Name, CardPart::Spellings, CardPart::OtherNames]
            .into_iter()
            .filter_map(|part| self.in_part(card, part))
            .min()
    }

    /// How well it fits what a fact itself says.
    pub fn in_fact(&self, fact: FactId) -> Option<Fit> {
        fit((*self.facts.get(fact.index())?).into())
    }

    /// Reads the texts of a slot, once: several words of the index may lead there.
    fn read(&mut self, edition: &Edition, slot: Slot, term: &Term) {
        if !self.is_first(slot) {
            return;
        }
        let best = |texts: &mut dyn Iterator<Item = &Text>| texts.filter_map(|text| text.find(term)).min();
        let fit = match slot {
            Slot::Card(card, part) => edition.card(card).and_then(|card| best(&mut card.texts(part))),
            Slot::Fact(fact) => edition.fact(fact).and_then(|fact| best(&mut fact.texts())),
        };
        if let Some(fit) = fit {
            self.note(slot, fit);
        }
    }

    /// Whether a slot is there and is read for the first time.
    fn is_first(&mut self, slot: Slot) -> bool {
        match slot {
            Slot::Card(card, part) => self.cards.get_mut(card.index()).is_some_and(|marks| {
                let before = *marks;
                *marks |= READ << part as u16;
                before != *marks
            }),
            Slot::Fact(fact) => self.facts.get_mut(fact.index()).is_some_and(|marks| {
                let before = *marks;
                *marks |= FACT_READ;
                before != *marks
            }),
        }
    }

    /// Notes a fit; a better one that was noted stays.
    fn note(&mut self, slot: Slot, fit: Fit) {
        let bits = match fit {
            Fit::Exact => EXACT,
            Fit::Prefix => PREFIX,
        };
        self.any = true;
        match slot {
            Slot::Card(card, part) => {
                if let Some(card) = self.cards.get_mut(card.index()) {
                    *card |= bits << shift(part);
                }
            }
            Slot::Fact(fact) => {
                if let Some(fact) = self.facts.get_mut(fact.index()) {
                    *fact |= u8::try_from(bits).unwrap_or_default();
                }
            }
        }
    }
}

const PREFIX: u16 = 0b01;
const EXACT: u16 = 0b10;
/// That the first part of a card was read; above all fits.
const READ: u16 = 1 << (2 * CardPart::ALL.len());
const FACT_READ: u8 = 0b100;

const fn shift(part: CardPart) -> usize {
    2 * part as usize
}

fn fit(bits: u16) -> Option<Fit> {
    match bits & (EXACT | PREFIX) {
        0 => None,
        PREFIX => Some(Fit::Prefix),
        _ => Some(Fit::Exact),
    }
}

/// Tells of every place where texts are searched, in the order of the story: names first.
pub(super) fn each_slot(edition: &Edition, tell: &mut dyn FnMut(Slot)) {
    for card in CardId::first(edition.cards.len()) {
        for part in CardPart::ALL {
            tell(Slot::Card(card, part));
        }
    }
    FactId::first(edition.facts.len()).for_each(|fact| tell(Slot::Fact(fact)));
}
