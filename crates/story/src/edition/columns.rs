//! The columns that filters read: numbers of every card and fact, so that a filter goes through thousands of them without
//! decoding a single text.

use super::{
    Card, Edition, Facet, Fact, List,
    ends::{ends, lengths, part},
};
use crate::{
    Kind,
    wire::{Reader, Wire, Writer, wire},
};

/// What filters look at. Positions are those of the cards and the facts of the edition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// What each card is.
    pub kinds: Vec<Kind>,
    /// Each card's type.
    pub types: Vec<u16>,
    /// The facts that stand on each card.
    pub standing: Lists,
    /// The card that each fact belongs to.
    pub homes: Vec<u16>,
    /// The member who says so, for each fact.
    pub speakers: Vec<Option<u16>>,
    /// The cards on which each fact stands, in their order.
    pub on: Lists,
    /// The card of each value of [`Facet::Place`].
    pub venues: Vec<u16>,
    /// For each facet the values that each fact has in it.
    pub values: [Lists; Facet::ALL.len()],
}

wire!(struct Columns { kinds, types, standing, homes, speakers, on, venues, values });

impl Columns {
    /// The columns of an edition, made from its cards and facts.
    #[must_use]
    pub fn of(edition: &Edition) -> Self {
        let cards = || edition.cards.iter();
        let facts = || edition.facts.iter();
        let values = |facet: Facet| {
            facts().map(move |fact: &Fact| fact.facets.get(facet.index()).map_or(&[][..], Vec::as_slice))
        };
        let mut on = vec![Vec::new(); edition.facts.len()];
        for (card, position) in cards().zip(0..=u16::MAX) {
            for fact in &card.facts {
                if let Some(on) = on.get_mut(usize::from(*fact)) {
                    on.push(position);
                }
            }
        }
        let places = edition.facets.get(Facet::Place.index()).into_iter().flat_map(List::iter);
        Self {
            kinds: cards().map(|card: &Card| card.kind).collect(),
            types: cards().map(|card| card.card_type).collect(),
            standing: cards().map(|card| card.facts.as_slice()).collect(),
            homes: facts().map(|fact: &Fact| fact.home).collect(),
            speakers: facts().map(|fact| fact.speaker).collect(),
            venues: places.map(|place| edition.cards.position(&place.id).unwrap_or(u16::MAX)).collect(),
            on: on.iter().map(Vec::as_slice).collect(),
            values: Facet::ALL.map(|facet| values(facet).collect()),
        }
    }

    /// The values in a facet of the fact at a position.
    #[must_use]
    pub fn values(&self, facet: Facet, of: u16) -> &[u16] {
        self.values.get(facet.index()).map_or(&[], |lists| lists.get(of))
    }
}

/// Lists of positions, concatenated. No list has a position twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lists {
    ends: Vec<u32>,
    positions: Vec<u16>,
}

impl Lists {
    /// The list at a position; an empty one where there is none.
    #[must_use]
    pub fn get(&self, at: u16) -> &[u16] {
        self.at(at.into())
    }

    fn at(&self, at: usize) -> &[u16] {
        part(&self.ends, at).and_then(|range| self.positions.get(range)).unwrap_or_default()
    }
}

impl<'p> FromIterator<&'p [u16]> for Lists {
    fn from_iter<I: IntoIterator<Item = &'p [u16]>>(lists: I) -> Self {
        let mut made = Self::default();
        // For each position the last list in which it stands, counted from 1. Who repeats a fact on a card a million times must
        // not have it shown a million times.
        let mut last = vec![0; usize::from(u16::MAX) + 1];
        for (list, number) in lists.into_iter().zip(1_u32..) {
            let is_new = |position: &&u16| {
                last.get_mut(usize::from(**position)).is_some_and(|last| std::mem::replace(last, number) != number)
            };
            made.positions.extend(list.iter().filter(is_new));
            made.ends.push(u32::try_from(made.positions.len()).unwrap_or(u32::MAX));
        }
        made
    }
}

/// The lengths of the lists, and all positions.
impl Wire for Lists {
    fn write(&self, writer: &mut Writer) {
        lengths(&self.ends).write(writer);
        self.positions.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        let read = Self { ends: ends(reader), positions: Wire::read(reader) };
        (0..read.ends.len()).map(|at| read.at(at)).collect()
    }
}
