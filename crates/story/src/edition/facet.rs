//! The filters of which several values can be chosen, and what can be chosen.

use super::{HasId, ValueId};
use crate::{Text, wire::wire};

/// A filter of which several values can be chosen. All but the first are over the facts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Facet {
    /// By the type of card.
    Type,
    /// By the article that reports it.
    Source,
    /// By topic.
    Topic,
    /// By place.
    Place,
    /// By the year that it speaks of or in which it was said.
    Year,
    /// By the member who says so.
    Speaker,
}

impl Facet {
    /// Every facet, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Type, Self::Source, Self::Topic, Self::Place, Self::Year, Self::Speaker];

    /// The word for it in URLs and attributes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Source => "source",
            Self::Topic => "topic",
            Self::Place => "place",
            Self::Year => "year",
            Self::Speaker => "speaker",
        }
    }

    /// Its position in lists that have one entry for each facet.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// A value that a facet can be narrowed to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FacetValue {
    /// The id of the type, article, topic, venue or member, or the year in digits.
    pub id: String,
    /// Its name.
    pub name: Text,
}

wire!(struct FacetValue { [id] name });

impl HasId for FacetValue {
    type Position = ValueId;

    fn id(&self) -> &str {
        &self.id
    }
}
