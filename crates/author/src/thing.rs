//! Kinds of entries.

/// A part of a story.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Thing {
    /// A fact.
    Fact,
    /// A card.
    Card,
    /// An article.
    Article,
}

impl Thing {
    /// The word for it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Card => "card",
            Self::Article => "article",
        }
    }
}
