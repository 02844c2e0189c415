use super::{entry::Entry, facts};
use crate::{
    Kind,
    author::{
        problem::Problem,
        story::{Card, Link, Spelling},
    },
};

/// One `[[member]]`.
pub(super) fn member(entry: &mut Entry) -> Option<Card> {
    card(entry, Kind::Member)
}

/// One `[[operation]]`.
pub(super) fn operation(entry: &mut Entry) -> Option<Card> {
    card(entry, Kind::Operation)
}

/// One `[[venue]]`.
pub(super) fn venue(entry: &mut Entry) -> Option<Card> {
    card(entry, Kind::Venue)
}

fn card(entry: &mut Entry, kind: Kind) -> Option<Card> {
    let place = entry.place();
    let id = entry.id();
    let name = entry.needed_localised("name", "`name.en = \"…\"`");
    entry.need("type", "`type = \"person\"`");
    let card_type = entry.reference("type");
    let summary = entry.needed_localised("summary", "`summary.en = \"…\"`");
    let spellings = entry.list("spellings", "a spelling").into_iter().filter_map(spelling).collect();
    let links = entry.list("links", "a link").into_iter().filter_map(link).collect();
    let coordinates = if kind == Kind::Venue { coordinates(entry) } else { None };
    Some(Card {
        id: id?,
        kind,
        card_type: card_type?,
        name: name?,
        spellings,
        summary: summary?,
        links,
        coordinates,
        place,
    })
}

fn spelling(mut entry: Entry) -> Option<Spelling> {
    entry.need("name", "`name = \"Mohamed Dkhissi\"`");
    let name = entry.text("name");
    let source = entry.has("article").then(|| facts::source(&mut entry));
    entry.finish();
    Some(Spelling { name: name?, source: source.flatten() })
}

fn link(mut entry: Entry) -> Option<Link> {
    entry.need("relation", "`relation = \"heads\"`");
    let relation = entry.reference("relation");
    entry.need("to", "`to = \"operation-neptune\"`");
    let to = entry.reference("to");
    entry.finish();
    Some(Link { relation: relation?, to: to? })
}

/// Latitude and longitude in degrees.
fn coordinates(entry: &mut Entry) -> Option<(f64, f64)> {
    if !entry.has("coordinates") {
        entry.report_here(Problem::NoCoordinates);
    }
    let mut table = entry.inner("coordinates", "coordinates")?;
    let latitude = degrees(&mut table, "latitude", 90);
    let longitude = degrees(&mut table, "longitude", 180);
    table.finish();
    latitude.zip(longitude)
}

fn degrees(entry: &mut Entry, axis: &'static str, most: u8) -> Option<f64> {
    entry.need(axis, "`latitude = 55.86`");
    let found = entry.number(axis)?;
    if found.abs() <= f64::from(most) {
        return Some(found);
    }
    let place = entry.place_of(axis);
    entry.report_at(&place, Problem::CoordinateOutOfRange { axis, most, found: found.to_string() });
    None
}
