//! A story in one language, ready to be shown: dates and numbers are formatted, texts are folded, orders are made.
//!
//! Positions (`u16`) point into the lists of the [`Edition`].

mod map;

use serde::{Deserialize, Serialize};

pub use self::map::{Label, Map, Pin, Side};
use crate::{Kind, Text, Words};

/// A story in one language.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Edition {
    /// Its short name in paths and attributes, such as `ar`.
    pub language: String,
    /// Its locale, such as `ar-MA`.
    pub locale: String,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// The story's title.
    pub title: String,
    /// What the story is about, in a sentence or two.
    pub lead: String,
    /// The articles that the facts are taken from.
    pub articles: Vec<Article>,
    /// The cards, in the order in which they are shown.
    pub cards: Vec<Card>,
    /// The facts, in the order in which the editor wrote them.
    pub facts: Vec<Fact>,
    /// The values of each filter: see [`Facet`].
    pub facets: [Vec<FacetValue>; Facet::ALL.len()],
    /// Where the venues lie, where there are any.
    pub map: Option<Map>,
    /// The words of the interface.
    pub words: Words,
}

impl Edition {
    /// The card at a position.
    #[must_use]
    pub fn card(&self, position: u16) -> Option<&Card> {
        self.cards.get(usize::from(position))
    }

    /// The fact at a position.
    #[must_use]
    pub fn fact(&self, position: u16) -> Option<&Fact> {
        self.facts.get(usize::from(position))
    }

    /// The values that a facet can be narrowed to.
    #[must_use]
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        self.facets.get(facet.index()).map_or(&[], Vec::as_slice)
    }
}

/// A filter over the facts, besides the kind of card.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Facet {
    /// By the article that reports it.
    Source,
    /// By topic.
    Topic,
    /// By place.
    Place,
}

impl Facet {
    /// Every facet, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Source, Self::Topic, Self::Place];

    /// The word for it in URLs and attributes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Topic => "topic",
            Self::Place => "place",
        }
    }

    /// Its position in lists that have one entry for each facet.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// A value that a facet can be narrowed to.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct FacetValue {
    /// The id of the article, topic or venue.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// An article that facts are taken from.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Article {
    /// Its title.
    pub title: String,
    /// When it was published, in words, also where that is not known.
    pub published: String,
    /// Who published it, where that is known.
    pub publisher: Option<String>,
    /// Where it stands on the web, where that is known.
    pub url: Option<String>,
}

/// A member, an operation or a venue.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Card {
    /// Its id, unique in the story.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its kind and its type in words, such as "Member · person".
    pub kicker: Text,
    /// Its name.
    pub name: Text,
    /// Other spellings of the name, each with where it stands.
    pub spellings: Vec<Spelling>,
    /// One sentence about it.
    pub summary: Text,
    /// The facts that stand on it: first its own, then those about it.
    pub facts: Vec<u16>,
    /// How many of these are its own.
    pub own: u16,
    /// The cards it is related to.
    pub links: Vec<Link>,
    /// Latitude and longitude in degrees, for a venue.
    pub coordinates: Option<(f32, f32)>,
}

/// Another spelling of a card's name.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Spelling {
    /// The name in that spelling.
    pub name: Text,
    /// Where it stands, where that is said, such as "Marrakech ¶6".
    pub marker: Option<String>,
}

/// A relation to another card.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Link {
    /// The relation, such as "heads".
    pub relation: String,
    /// The other card.
    pub card: u16,
}

/// One thing that the articles state.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Fact {
    /// Its id, unique in the story.
    pub id: String,
    /// The card it belongs to.
    pub home: u16,
    /// What is stated.
    pub statement: Text,
    /// The date or period it speaks of.
    pub when: Option<Text>,
    /// The member who says so, where it is somebody's claim.
    pub speaker: Option<u16>,
    /// When it was said.
    pub said: Option<String>,
    /// Where it stands.
    pub sources: Vec<Source>,
    /// That several articles report it, in words.
    pub agreement: Option<String>,
    /// The positions of its values in each facet.
    pub facets: [Vec<u16>; Facet::ALL.len()],
    /// The number in it, where it is one.
    pub figure: Option<Figure>,
}

/// Where a fact stands.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Source {
    /// The article.
    pub article: u16,
    /// A short name for article and paragraph, such as "Marrakech ¶6".
    pub marker: String,
    /// Where in the article, such as "paragraph 6 of 8".
    pub paragraph: String,
}

/// A number, set large.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Figure {
    /// The number as it is shown, such as "104 → 140+".
    pub number: Text,
    /// The number in words for those who do not see it, where signs stand in it.
    pub spoken: Option<String>,
    /// What is counted.
    pub unit: Text,
}
