//! The cards, with what stands on them besides their facts.

use super::{ArticleId, CardId, CardPart, Face, FactId, HasId, ValueId};
use crate::{
    Kind, Text,
    wire::{Reader, Wire, Writer, wire},
};

/// A member, an operation or a venue.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its id, unique in the story.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The position of its type among the values of [`Facet::Type`](super::Facet::Type).
    pub card_type: ValueId,
    /// Its kind and its type in words, such as "Member · person".
    pub kicker: Text,
    /// What it shows of itself where there is no picture.
    pub face: Face,
    /// Its name.
    pub name: Text,
    /// Other spellings of the name, each with where it stands.
    pub spellings: Vec<Spelling>,
    /// Its name in the story's other languages, where that is another one, in the order of their characters. They are
    /// not shown, but found.
    pub other_names: Vec<Text>,
    /// One sentence about it.
    pub summary: Text,
    /// The facts that stand on it: first its own, then those about it.
    pub facts: Vec<FactId>,
    /// How many of these are its own.
    pub own: u16,
    /// The cards it is related to.
    pub links: Vec<Link>,
    /// Latitude and longitude in degrees, for a venue.
    pub coordinates: Option<(f32, f32)>,
}

/// Its names in all languages stand together, in an order that is the same in each of them; then comes which one is its
/// own.
impl Wire for Card {
    fn write(&self, writer: &mut Writer) {
        let mut names: Vec<&Text> = [&self.name].into_iter().chain(&self.other_names).collect();
        names.sort_by_key(|name| name.shown());
        let own_name = names.iter().position(|name| std::ptr::eq(*name, &raw const self.name)).unwrap_or_default();
        writer.swap();
        self.id.write(writer);
        writer.count(names.len());
        for name in names {
            name.write(writer);
        }
        self.kind.write(writer);
        self.card_type.write(writer);
        self.facts.write(writer);
        self.own.write(writer);
        self.coordinates.write(writer);
        writer.swap();
        writer.count(own_name);
        self.kicker.write(writer);
        self.face.write(writer);
        self.spellings.write(writer);
        self.summary.write(writer);
        self.links.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        reader.swap();
        let id = Wire::read(reader);
        let mut other_names = Vec::read(reader);
        let kind = Wire::read(reader);
        let card_type = Wire::read(reader);
        let facts = Wire::read(reader);
        let own = Wire::read(reader);
        let coordinates = Wire::read(reader);
        reader.swap();
        let name = reader.one_of(&mut other_names);
        let kicker = Wire::read(reader);
        let face = Wire::read(reader);
        let spellings = Wire::read(reader);
        let summary = Wire::read(reader);
        let links = Wire::read(reader);
        Self {
            id,
            kind,
            card_type,
            kicker,
            face,
            name,
            spellings,
            other_names,
            summary,
            facts,
            own,
            links,
            coordinates,
        }
    }
}

impl HasId for Card {
    type Position = CardId;

    fn id(&self) -> &str {
        &self.id
    }
}

impl Card {
    /// The texts in a part of it.
    pub fn texts(&self, part: CardPart) -> impl Iterator<Item = &Text> {
        let (one, spellings, others): (_, &[Spelling], &[Text]) = match part {
            CardPart::Name => (Some(&self.name), &[], &[]),
            CardPart::Spellings => (None, &self.spellings, &[]),
            CardPart::OtherNames => (None, &[], &self.other_names),
            CardPart::Kicker => (Some(&self.kicker), &[], &[]),
            CardPart::Summary => (Some(&self.summary), &[], &[]),
        };
        one.into_iter().chain(spellings.iter().map(|spelling| &spelling.name)).chain(others)
    }
}

/// Another spelling of a card's name.
#[derive(Clone, Debug, PartialEq)]
pub struct Spelling {
    /// The name in that spelling.
    pub name: Text,
    /// Where it stands, where that is said, such as "Marrakech ¶6".
    pub marker: Option<Text>,
    /// The same as article and paragraph.
    pub stands: Option<(ArticleId, u16)>,
}

wire!(struct Spelling { [name, stands] marker });

/// A relation to another card.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The relation, such as "heads".
    pub relation: Text,
    /// The other card.
    pub card: CardId,
}

wire!(struct Link { [card] relation });
