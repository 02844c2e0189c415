use crate::wire::wire;

/// What a card is about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// A person, an organisation or a country.
    Member,
    /// Something that is being done.
    Operation,
    /// A place where it happens.
    Venue,
}

wire!(
    enum Kind {
        Member,
        Operation,
        Venue,
    }
);

impl Kind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Member, Self::Operation, Self::Venue];

    /// The word for it in URLs, attributes and story files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Operation => "operation",
            Self::Venue => "venue",
        }
    }

    /// The kind that [`Kind::key`] names.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}
