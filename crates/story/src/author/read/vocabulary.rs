use super::entry::Entry;
use crate::{
    Kind,
    author::{
        problem::Problem,
        similar::similar,
        story::{CardType, Relation, Topic},
    },
};

/// One `[[type]]`.
pub(super) fn card_type(entry: &mut Entry) -> Option<CardType> {
    let id = entry.id();
    let name = entry.needed_localised("name", "`name.en = \"person\"`");
    entry.need("kind", "`kind = \"member\"`");
    let kind = entry.reference("kind").and_then(|written| {
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
    Some(CardType { id: id?, kind: kind?, name: name? })
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
