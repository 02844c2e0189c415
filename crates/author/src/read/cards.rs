use super::{entry::Entry, facts, life::life, picture::picture};
use crate::{
    problem::Problem,
    story::{Card, Link, Spelling},
};
use fact_cards_story::Kind;

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
    let example = match kind {
        Kind::Member => "`type = \"person\"`",
        Kind::Operation => "`type = \"election\"`",
        Kind::Venue => "`type = \"office\"`",
    };
    entry.need("type", example);
    let card_type = entry.reference("type");
    let summary = entry.needed_localised("summary", "`summary.en = \"…\"`");
    let spellings = entry.list("spellings", "spelling").into_iter().filter_map(spelling).collect();
    let links = entry.list("links", "link").into_iter().filter_map(link).collect();
    let coordinates = if kind == Kind::Venue { coordinates(entry) } else { None };
    let picture = picture(entry);
    let life = life(entry);
    Some(Card {
        id: id?,
        kind,
        card_type: card_type?,
        name: name?,
        spellings,
        summary: summary?,
        links,
        coordinates,
        picture,
        life,
        place,
    })
}

fn spelling(mut entry: Entry) -> Option<Spelling> {
    entry.need("name", "`name = \"Mohamed Dkhissi\"`");
    let name = entry.text("name");
    let source = entry.together(&["article", "paragraph"], facts::source);
    entry.finish();
    Some(Spelling { name: name?, source })
}

fn link(mut entry: Entry) -> Option<Link> {
    entry.need("relation", "`relation = \"heads\"`");
    let relation = entry.reference("relation");
    entry.need("to", "`to = \"operation-neptune\"`");
    let to = entry.reference("to");
    entry.finish();
    Some(Link { relation: relation?, to: to? })
}

/// Latitude and longitude in degrees; none where the editor says that they are unknown.
fn coordinates(entry: &mut Entry) -> Option<(f64, f64)> {
    entry.need_or("coordinates", Problem::NoCoordinates);
    if entry.says("coordinates", "unknown") {
        return None;
    }
    let mut table = entry.inner("coordinates", "pair of coordinates")?;
    table.need("latitude", "`latitude = 55.86`");
    let latitude = table.degrees("latitude", 90);
    table.need("longitude", "`longitude = -4.25`");
    let longitude = table.degrees("longitude", 180);
    table.finish();
    latitude.zip(longitude)
}
