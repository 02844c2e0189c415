use fact_cards_story::Kind;

/// A type of schema.org that cards can be of, for those who read pages by program.
#[derive(Debug, Eq, PartialEq)]
pub struct SchemaType {
    /// Its name there.
    pub name: &'static str,
    /// The kinds of card that can be of it.
    pub kinds: &'static [Kind],
    /// Whether it can be the author of something: people and organisations can.
    pub is_author: bool,
}

/// Every type that an editor can name. Each venue is a place there, since it has coordinates.
pub static SCHEMA_TYPES: [SchemaType; 21] = [
    author("Person"),
    author("Organization"),
    author("Corporation"),
    author("EducationalOrganization"),
    author("GovernmentOrganization"),
    author("NewsMediaOrganization"),
    author("NGO"),
    author("PoliticalParty"),
    author("SportsTeam"),
    other("Country", &[Kind::Member, Kind::Venue]),
    other("State", &[Kind::Member, Kind::Venue]),
    other("City", &[Kind::Member, Kind::Venue]),
    other("AdministrativeArea", &[Kind::Member, Kind::Venue]),
    other("Event", &[Kind::Operation]),
    other("Legislation", &[Kind::Operation]),
    other("Product", &[Kind::Operation]),
    other("Project", &[Kind::Operation]),
    other("Service", &[Kind::Operation]),
    other("Place", &[Kind::Venue]),
    other("CivicStructure", &[Kind::Venue]),
    other("LandmarksOrHistoricalBuildings", &[Kind::Venue]),
];

const fn author(name: &'static str) -> SchemaType {
    SchemaType { name, kinds: &[Kind::Member], is_author: true }
}

const fn other(name: &'static str, kinds: &'static [Kind]) -> SchemaType {
    SchemaType { name, kinds, is_author: false }
}
