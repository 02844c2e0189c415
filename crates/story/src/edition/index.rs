//! An inverted index: for each word of a story the slots in which it occurs.

use super::{
    CardId, FactId,
    ends::{ends, lengths, part},
};
use crate::{
    leb128,
    wire::{Reader, Wire, Writer},
};

/// A searchable text of a story.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Slot {
    /// A part of a card.
    Card(CardId, CardPart),
    /// What a fact itself says.
    Fact(FactId),
}

/// A part of a card that is searched.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum CardPart {
    /// Its name.
    Name,
    /// Its other spellings.
    Spellings,
    /// Its name in other languages.
    OtherNames,
    /// Its kind and type.
    Kicker,
    /// Its summary.
    Summary,
}

impl CardPart {
    /// Every part.
    pub const ALL: [Self; 5] = [Self::Name, Self::Spellings, Self::OtherNames, Self::Kicker, Self::Summary];
}

impl Slot {
    /// The slot with a number, in a story of so many cards.
    fn numbered(number: u32, cards: u32) -> Option<Self> {
        let parts = u32::try_from(CardPart::ALL.len()).ok()?;
        if let Some(fact) = number.checked_sub(cards.checked_mul(parts)?) {
            return Some(Self::Fact(u16::try_from(fact).ok()?.into()));
        }
        let card = u16::try_from(number / parts).ok()?;
        Some(Self::Card(card.into(), *CardPart::ALL.get(usize::try_from(number % parts).ok()?)?))
    }

    /// Its number in a story of so many cards.
    #[must_use]
    pub fn number(self, cards: usize) -> usize {
        match self {
            Self::Card(card, part) => card.index() * CardPart::ALL.len() + part as usize,
            Self::Fact(fact) => cards * CardPart::ALL.len() + fact.index(),
        }
    }
}

/// Prefix of a word that only long terms find: the one after an Arabic preposition without article.
pub const BOLD: &str = "\u{1}";

/// The words of a story in order, each with where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    cards: u32,
    /// The words, concatenated, and the end offset of each in bytes.
    letters: String,
    letter_ends: Vec<u32>,
    /// For each word the numbers of its slots as deltas in LEB128, concatenated; and the end offset of each word's in bytes.
    slots: Vec<u8>,
    slot_ends: Vec<u32>,
}

/// A word of a story.
#[derive(Clone, Copy, Debug)]
pub struct Word<'i> {
    /// Its letters, folded.
    pub letters: &'i str,
    cards: u32,
    slots: &'i [u8],
}

impl Index {
    /// An index of words in order, each with the numbers of its slots in order.
    #[must_use]
    pub fn new<'w>(cards: usize, words: impl Iterator<Item = (&'w str, &'w [u32])>) -> Self {
        let short = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let mut index = Self { cards: short(cards), ..Self::default() };
        for (letters, slots) in words {
            index.letters.push_str(letters);
            index.letter_ends.push(short(index.letters.len()));
            let mut before = 0;
            for slot in slots {
                leb128::write(&mut index.slots, slot - before);
                before = *slot;
            }
            index.slot_ends.push(short(index.slots.len()));
        }
        index
    }

    /// The words that begin with some letters, in order. With no letters it is every word that begins where words do.
    /// `bold` are the words that only long terms find.
    pub fn beginning_with(&self, letters: &str, bold: bool) -> impl Iterator<Item = Word<'_>> {
        let beginning = [if bold { BOLD } else { "" }, letters].concat();
        let (mut from, mut to) = (0, self.letter_ends.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            if self.letters_of(middle) < beginning.as_str() {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        (from..self.letter_ends.len())
            .map(|at| self.word(at))
            .skip_while(move |word| !bold && word.letters.starts_with(BOLD))
            .map_while(move |word| word.letters.starts_with(&beginning).then_some(word))
            .map(|word| Word { letters: word.letters.trim_start_matches(BOLD), ..word })
    }

    fn word(&self, at: usize) -> Word<'_> {
        let slots = part(&self.slot_ends, at).and_then(|range| self.slots.get(range)).unwrap_or_default();
        Word { letters: self.letters_of(at), cards: self.cards, slots }
    }

    fn letters_of(&self, at: usize) -> &str {
        part(&self.letter_ends, at).and_then(|range| self.letters.get(range)).unwrap_or_default()
    }
}

impl Word<'_> {
    /// Where it stands, in order.
    pub fn slots(&self) -> impl Iterator<Item = Slot> {
        let (cards, mut rest, mut number) = (self.cards, self.slots, 0_u32);
        std::iter::from_fn(move || {
            number = number.checked_add(leb128::read(&mut rest).ok()?)?;
            Slot::numbered(number, cards)
        })
    }
}

impl Wire for Index {
    fn write(&self, writer: &mut Writer) {
        self.cards.write(writer);
        self.letters.write(writer);
        lengths(&self.letter_ends).write(writer);
        writer.bytes(&self.slots);
        lengths(&self.slot_ends).write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            cards: Wire::read(reader),
            letters: Wire::read(reader),
            letter_ends: ends(reader),
            slots: reader.bytes().to_vec(),
            slot_ends: ends(reader),
        }
    }
}
