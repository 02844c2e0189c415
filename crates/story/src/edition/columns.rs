//! The columns that filters read: numbers of every card and fact, so that a filter goes through thousands of them without
//! decoding a single text.

use std::marker::PhantomData;

use super::{
    ArticleId, Card, CardId, Edition, Facet, Fact, FactId, List, ValueId,
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
    pub types: Vec<ValueId>,
    /// The facts that stand on each card.
    pub standing: Lists<CardId, FactId>,
    /// The card that each fact belongs to.
    pub homes: Vec<CardId>,
    /// The member who says so, for each fact.
    pub speakers: Vec<Option<CardId>>,
    /// The cards on which each fact stands, in their order.
    pub on: Lists<FactId, CardId>,
    /// The card of each value of [`Facet::Place`], or [`Columns::NO_CARD`].
    pub venues: Vec<CardId>,
    /// For each facet the values that each fact has in it.
    pub values: [Lists<FactId, ValueId>; Facet::ALL.len()],
}

wire!(struct Columns { kinds, types, standing, homes, speakers, on, venues, values });

impl Columns {
    /// What stands for no card in [`Columns::venues`]: a story that was checked has none at that position.
    pub const NO_CARD: CardId = CardId::new(u16::MAX);

    /// The columns of an edition, made from its cards and facts.
    #[must_use]
    pub fn new(edition: &Edition) -> Self {
        let cards = || edition.cards.iter();
        let facts = || edition.facts.iter();
        let values = |facet: Facet| {
            facts().map(move |fact: &Fact| fact.facets.get(facet.index()).map_or(&[][..], Vec::as_slice))
        };
        let mut on = vec![Vec::new(); edition.facts.len()];
        for (card, position) in cards().zip(CardId::all()) {
            for fact in &card.facts {
                // A story may come from anywhere, and say that what it does not have stands on a card.
                if let Some(on) = on.get_mut(fact.index()) {
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
            venues: places.map(|place| edition.cards.position(&place.id).unwrap_or(Self::NO_CARD)).collect(),
            on: on.iter().map(Vec::as_slice).collect(),
            values: Facet::ALL.map(|facet| values(facet).collect()),
        }
    }

    /// The values in a facet of the fact at a position.
    #[must_use]
    pub fn values(&self, facet: Facet, of: FactId) -> &[ValueId] {
        self.values.get(facet.index()).map_or(&[], |lists| lists.get(of))
    }

    /// The articles in which the fact at a position stands.
    pub fn articles(&self, of: FactId) -> impl Iterator<Item = ArticleId> {
        self.values(Facet::Source, of).iter().copied().map(ArticleId::of_source)
    }
}

/// For each position of one kind a list of those of another, concatenated. No list has a position twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Lists<Of, To> {
    ends: Vec<u32>,
    positions: Vec<To>,
    of: PhantomData<Of>,
}

impl<Of: Into<usize>, To> Lists<Of, To> {
    /// The list at a position; an empty one where there is none.
    #[must_use]
    pub fn get(&self, of: Of) -> &[To] {
        self.at(of.into())
    }
}

impl<Of, To> Lists<Of, To> {
    fn at(&self, at: usize) -> &[To] {
        part(&self.ends, at).and_then(|range| self.positions.get(range)).unwrap_or_default()
    }
}

impl<Of, To> Default for Lists<Of, To> {
    fn default() -> Self {
        Self { ends: Vec::new(), positions: Vec::new(), of: PhantomData }
    }
}

impl<'p, Of, To: Copy + Into<usize>> FromIterator<&'p [To]> for Lists<Of, To> {
    fn from_iter<I: IntoIterator<Item = &'p [To]>>(lists: I) -> Self {
        let mut made = Self::default();
        // For each position the last list in which it stands, counted from 1. Who repeats a fact on a card a million times must
        // not have it shown a million times.
        let mut last = vec![0; usize::from(u16::MAX) + 1];
        for (list, number) in lists.into_iter().zip(1_u32..) {
            for position in list {
                debug_assert!((*position).into() < last.len(), "a position is a number of two bytes");
                if let Some(last) = last.get_mut((*position).into())
                    && std::mem::replace(last, number) != number
                {
                    made.positions.push(*position);
                }
            }
            made.ends.push(u32::try_from(made.positions.len()).unwrap_or(u32::MAX));
        }
        made
    }
}

/// The lengths of the lists, and all positions.
impl<Of, To: Wire + Copy + Into<usize>> Wire for Lists<Of, To> {
    fn write(&self, writer: &mut Writer) {
        lengths(&self.ends).write(writer);
        self.positions.write(writer);
    }

    #[inline(never)]
    fn read(reader: &mut Reader<'_>) -> Self {
        let read = Self { ends: ends(reader), positions: Wire::read(reader), of: PhantomData };
        (0..read.ends.len()).map(|at| read.at(at)).collect()
    }
}
