use super::entry::Entry;
use crate::{
    problem::Problem,
    schema::{SCHEMA_TYPES, SchemaType},
    similar::similar,
    story::{CardType, Relation, Topic},
};
use fact_cards_story::Kind;

/// One `[[type]]`.
pub(super) fn card_type(entry: &mut Entry) -> Option<CardType> {
    let id = entry.id();
    let name = entry.needed_localised("name", "`name.en = \"person\"`");
    entry.need("kind", "`kind = \"member\"`");
    let kind = entry.choice("kind", Kind::ALL.map(Kind::key)).and_then(|written| {
        let kind = Kind::from_key(&written.id);
        if kind.is_none() {
            let similar = similar(&written.id, Kind::ALL.map(Kind::key));
            let problem = Problem::UnknownReference {
                what: "kind",
                id: written.id,
                similar,
                file: "`member`, `operation` or `venue`",
            };
            entry.report_at(&written.place, problem);
        }
        kind
    });
    let schema = schema(entry, kind);
    Some(CardType { id: id?, kind: kind?, name: name?, schema })
}

/// What cards of a type are in the vocabulary of schema.org. Where their kind is not known any kind will do.
fn schema(entry: &mut Entry, kind: Option<Kind>) -> Option<&'static SchemaType> {
    let allowed = || SCHEMA_TYPES.iter().filter(|known| kind.is_none_or(|kind| known.kinds.contains(&kind)));
    let written = entry.choice("schema", allowed().map(|known| known.name))?;
    let found = allowed().find(|known| known.name == written.id);
    if found.is_none() {
        let names: Vec<&str> = allowed().map(|known| known.name).collect();
        let similar = similar(&written.id, names.iter().copied());
        let of = kind.map_or("card", Kind::key);
        entry.report_at(&written.place, Problem::UnknownSchema { name: written.id, of, similar, allowed: names });
    }
    found
}

/// One `[[topic]]`.
pub(super) fn topic(entry: &mut Entry) -> Option<Topic> {
    let id = entry.id();
    let name = entry.needed_localised("name", "`name.en = \"cybersecurity\"`");
    Some(Topic { id: id?, name: name? })
}

/// One `[[relation]]`.
pub(super) fn relation(entry: &mut Entry) -> Option<Relation> {
    let id = entry.id();
    let name = entry.needed_localised("name", "`name.en = \"heads\"`");
    let inverse = entry.needed_localised("inverse", "`inverse.en = \"headed by\"`");
    Some(Relation { id: id?, name: name?, inverse: inverse? })
}
