//! A story's venues as a map: the coasts around them, simplified to what can be seen, and pins with labels.

mod clip;
mod frame;
mod labels;
mod land;
mod outline;
mod point;
mod simplify;
mod width;

use self::{frame::Frame, labels::Spot, outline::Outline, point::Point};
use fact_cards_story::edition::{CardId, Face, Map, Pin};

/// Pins nearer than this to each other, in CSS pixels, could not be told apart: they are one.
const ONE_PLACE: f64 = 14.0;
/// More pins than that hide the map, and each other. Of a story of very many venues those farther from each other are one.
const MOST_PINS: usize = 60;
/// How much farther with each try.
const FARTHER: f64 = 1.3;
/// How long the path of a map's land may be, in bytes, and that of a face.
const MOST_BYTES: usize = 8_000;
const MOST_BYTES_OF_A_FACE: usize = 240;

/// A venue as the map needs it.
#[derive(Clone, Copy, Debug)]
pub struct Venue<'s> {
    /// The position of its card.
    pub card: CardId,
    /// Its name in the edition's language.
    pub name: &'s str,
    /// Latitude and longitude in degrees.
    pub coordinates: (f64, f64),
}

/// The map of a story with these venues, from north to south. None where there are none.
pub fn map(venues: &[Venue<'_>]) -> Option<Map> {
    let lies_somewhere = |venue: &&Venue<'_>| venue.coordinates.0.is_finite() && venue.coordinates.1.is_finite();
    let venues: Vec<_> = venues.iter().filter(lies_somewhere).collect();
    let mut places: Vec<_> = venues.iter().map(|venue| Point::of_venue(venue.coordinates)).collect();
    frame::unroll(&mut places);
    let (frame, outline) = view(&places)?;

    let points: Vec<Point> = places.into_iter().map(|place| frame.point(place).on_grid()).collect();
    let mut one_place = ONE_PLACE;
    let (mut pins, spots) = loop {
        let gathered = gathered(&venues, &points, one_place);
        if gathered.0.len() <= MOST_PINS {
            break gathered;
        }
        one_place *= FARTHER;
    };
    for (pin, label) in pins.iter_mut().zip(labels::place(&spots, frame.height)) {
        pin.label = label;
    }
    // From north to south, as they are seen: so the focus goes through them, and a pin covers none that stands before it.
    pins.sort_by_key(|pin| (pin.y, pin.x));
    Some(Map { width: units(Frame::WIDTH), height: units(frame.height), land: outline.path, pins })
}

/// The venues as pins, those that are one place together.
fn gathered<'s>(venues: &[&Venue<'s>], points: &[Point], one_place: f64) -> (Vec<Pin>, Vec<Spot<'s>>) {
    let mut pins: Vec<Pin> = Vec::new();
    let mut spots: Vec<Spot<'_>> = Vec::new();
    for (venue, at) in venues.iter().zip(points) {
        let near = spots.iter().enumerate().map(|(number, spot)| (spot.at.distance(*at), number));
        let nearest = near.min_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((_, same)) = nearest.filter(|(distance, _)| *distance < one_place)
            && let (Some(pin), Some(spot)) = (pins.get_mut(same), spots.get_mut(same))
        {
            pin.cards.push(venue.card);
            spot.names.push(venue.name);
        } else {
            pins.push(Pin { x: units(at.x), y: units(at.y), cards: vec![venue.card], label: None });
            spots.push(Spot { at: *at, names: vec![venue.name] });
        }
    }
    (pins, spots)
}

/// The part of the earth that is shown, and its land. None for no places.
///
/// The first part that shows a coast: land or sea alone does not say where something is.
fn view(places: &[Point]) -> Option<(Frame, Outline)> {
    let mut seen = None;
    for least in Frame::LEAST_DEGREES {
        let frame = Frame::around(places, least)?;
        let outline = Outline::new(&frame, places, MOST_BYTES);
        let has_coast = outline.has_coast(&frame);
        seen = Some((frame, outline));
        if has_coast {
            break;
        }
    }
    seen
}

/// The coast around a place at a latitude and a longitude in degrees, as the face of its card. None where there is no land to be
/// seen.
pub fn coast(coordinates: (f64, f64)) -> Option<String> {
    if !(coordinates.0.is_finite() && coordinates.1.is_finite()) {
        return None;
    }
    let side = f64::from(Face::SIDE / Map::UNITS_PER_PIXEL);
    let mut places = [Point::of_venue(coordinates)];
    frame::unroll(&mut places);
    let [place] = places;
    let mut seen = None;
    for least in Frame::LEAST_DEGREES {
        let frame = Frame::square(place, side, least);
        let outline = Outline::new(&frame, &places, MOST_BYTES_OF_A_FACE);
        let has_coast = outline.has_coast(&frame);
        seen = Some(outline.path);
        if has_coast {
            break;
        }
    }
    seen.filter(|path| !path.is_empty())
}

/// CSS pixels as units of the drawing.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast from a float keeps to the range")]
fn units(pixels: f64) -> u16 {
    (pixels * f64::from(Map::UNITS_PER_PIXEL)).round() as u16
}
