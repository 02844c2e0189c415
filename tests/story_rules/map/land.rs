//! The land on the map of the venues, and the coasts on their faces.

use fact_cards_author::editions;
use fact_cards_story::edition::{Face, Map};

use super::{Venue, edition_with, map_of, pin, real, rings, rings_in, story};

/// The winding number of the land around a point, clockwise.
fn winding(map: &Map, at: (f64, f64)) -> i32 {
    winding_in(&rings(map), at)
}

fn winding_in(rings: &[Vec<(i32, i32)>], (x, y): (f64, f64)) -> i32 {
    let mut winding = 0;
    for ring in rings {
        let next = ring.iter().cycle().skip(1);
        for (from, to) in ring.iter().zip(next) {
            let ((x0, y0), (x1, y1)) = ((f64::from(from.0), f64::from(from.1)), (f64::from(to.0), f64::from(to.1)));
            let crosses = (y0 > y) != (y1 > y) && x < x0 + (y - y0) / (y1 - y0) * (x1 - x0);
            winding += if !crosses {
                0
            } else if y1 > y0 {
                1
            } else {
                -1
            };
        }
    }
    winding
}

/// The winding number at each of these venues' pins, on one map.
fn winding_at(venues: &[Venue<'_>]) -> Vec<i32> {
    let (edition, map) = edition_with(venues);
    let at = |(named, ..): &Venue<'_>| {
        let pin = pin(&edition, &map, named);
        winding(&map, (f64::from(pin.x), f64::from(pin.y)))
    };
    venues.iter().map(at).collect()
}

#[test]
fn land_is_inside_the_path_and_the_sea_is_outside() {
    let around_spain = [
        ("Madrid", 40.42, -3.7),
        ("Bay of Biscay", 45.0, -5.0),
        ("Toulouse", 43.6, 1.44),
        ("West of Portugal", 39.0, -11.0),
        ("Alboran Sea", 36.0, -3.2),
        ("Fez", 34.03, -5.0),
    ];
    assert_eq!(winding_at(&around_spain), [1, 0, 1, 0, 0, 1]);
}

#[test]
fn a_sea_in_the_middle_of_land_is_outside() {
    assert_eq!(winding_at(&[("Tehran", 35.7, 51.4), ("Caspian Sea", 41.0, 51.0), ("Nukus", 42.46, 59.6)]), [1, 0, 1]);
}

#[test]
fn a_single_venue_is_in_the_middle_of_a_map_of_its_surroundings() {
    let (edition, map) = edition_with(&[("Dover", 51.13, 1.31)]);
    let pin = pin(&edition, &map, "Dover");
    assert_eq!(pin.x, map.width / 2);
    assert!(pin.y.abs_diff(map.height / 2) < 30, "{pin:?}");
    assert!(pin.label.is_some());

    // The map is as wide as 8° at the equator, which are more degrees here; its height grows in the same proportion.
    let larger = 1.0 / 51.13_f64.to_radians().cos();
    let units = f64::from(map.width) / (8.0 * larger);
    let at = |latitude: f64, longitude: f64| {
        let (north, east) = ((latitude - 51.13) * larger, longitude - 1.31);
        winding(&map, (f64::from(pin.x) + east * units, f64::from(pin.y) - north * units))
    };
    let (reading, lille, north_sea, channel) = (at(51.45, -0.97), at(50.63, 3.06), at(52.2, 2.8), at(50.3, 0.3));
    assert_eq!([reading, lille, north_sea, channel], [1, 1, 0, 0]);
}

/// The coast on the face of a venue.
#[track_caller]
fn coast_of(venue: Venue<'_>) -> String {
    let (edition, _) = edition_with(&[venue]);
    let face = edition.cards.iter().find(|card| card.coordinates.is_some()).unwrap().face.clone();
    let Face::Coast(coast) = face else { panic!("{venue:?} has no coast: {face:?}") };
    coast
}

#[test]
fn the_face_of_a_venue_is_the_coast_around_it_with_the_venue_in_the_middle() {
    let (latitude, longitude) = (51.13, 1.31);
    let side = f64::from(Face::SIDE);
    let rings = rings_in(&coast_of(("Dover", latitude, longitude)), i32::from(Face::SIDE), i32::from(Face::SIDE));
    let inside = |(x, y): &(i32, i32)| (0..=64).contains(x) && (0..=64).contains(y);
    assert!(rings.iter().flatten().any(inside));
    // It is as wide as 8° at the equator, as the smallest map is.
    let larger = 1.0 / latitude.to_radians().cos();
    let units = side / (8.0 * larger);
    let at = |to: (f64, f64)| {
        let (north, east) = ((to.0 - latitude) * larger, to.1 - longitude);
        winding_in(&rings, (side / 2.0 + east * units, side / 2.0 - north * units))
    };
    let [reading, lille, north_sea, channel] = [(51.45, -0.97), (50.63, 3.06), (52.2, 2.8), (50.3, 0.3)].map(at);
    assert_eq!([reading, lille, north_sea, channel], [1, 1, 0, 0]);
}

#[test]
fn the_face_of_a_venue_far_from_any_coast_shows_more_of_the_earth() {
    for venue in [("Ürümqi", 43.83, 87.6), ("Brasília", -15.79, -47.88), ("Point Nemo", -48.88, -123.39)] {
        let rings = rings_in(&coast_of(venue), i32::from(Face::SIDE), i32::from(Face::SIDE));
        let grid = (0..64).map(|at| (f64::from(at % 8 * 8) + 4.0, f64::from(at / 8 * 8) + 4.0));
        let on_land = grid.filter(|at| winding_in(&rings, *at) != 0).count();
        assert!((1..62).contains(&on_land), "{venue:?}: {on_land} of 64 points are on land");
    }
}

#[test]
fn the_most_ragged_coasts_fit_on_a_face_too() {
    for venue in [
        ("Bergen", 60.39, 5.32),
        ("Puerto Natales", -51.73, -72.51),
        ("Nassau", 25.06, -77.35),
        ("Ambon", -3.7, 128.18),
        ("Rovaniemi", 66.5, 25.73),
        ("Athens", 37.98, 23.73),
        ("Iqaluit", 63.75, -68.52),
        ("North Pole", 90.0, 0.0),
        ("South Pole", -90.0, 0.0),
        ("Suva", -18.14, 178.44),
    ] {
        assert!(coast_of(venue).len() > 20, "{venue:?}");
    }
}

#[test]
fn a_venue_that_is_nowhere_has_the_sign_of_its_kind() {
    let venues = [("Nowhere", f64::NAN, 3.0), ("Far", 1.0, f64::INFINITY)];
    let edition = editions(&story(&venues)).unwrap().remove(0);
    let faces = edition.cards.iter().filter(|card| card.coordinates.is_some()).map(|card| card.face.clone());
    assert_eq!(faces.collect::<Vec<_>>(), [Face::Sign, Face::Sign]);
}

#[test]
fn of_more_than_two_hundred_venues_none_has_a_coast() {
    let faces = |count: u32| {
        let names: Vec<_> = (0..count).map(|number| format!("Place {number}")).collect();
        let venues: Vec<_> = names.iter().map(|name| (name.as_str(), 51.13, 1.31)).collect();
        let edition = editions(&story(&venues)).unwrap().remove(0);
        let venues = edition.cards.iter().filter(|card| card.coordinates.is_some());
        venues.map(|card| matches!(card.face, Face::Coast(_))).collect::<Vec<_>>()
    };
    assert_eq!(faces(200), vec![true; 200]);
    assert_eq!(faces(201), vec![false; 201]);
}

#[test]
fn a_map_shows_a_coast_however_far_away() {
    for (named, latitude, longitude) in [
        ("N'Djamena", 12.13, 15.06),
        ("Ürümqi", 43.83, 87.6),
        ("Novosibirsk", 55.03, 82.92),
        ("Brasília", -15.79, -47.88),
        ("Point Nemo", -48.88, -123.39),
        ("Vostok", -78.46, 106.84),
    ] {
        let map = map_of(&[(named, latitude, longitude)]);
        let inside = |(x, y): &(i32, i32)| (0..576).contains(x) && (0..i32::from(map.height)).contains(y);
        assert!(rings(&map).iter().flatten().any(inside), "{named}: {}", map.land);
        let (across, down) = (map.width / 16, map.height / 10);
        let grid = (0..160).map(|at| (f64::from(at % 16 * across) + 9.0, f64::from(at / 16 * down) + 9.0));
        let on_land = grid.filter(|at| winding(&map, *at) != 0).count();
        assert!(on_land < 150, "{named}: {on_land} of 160 points are on land");
    }
}

#[test]
fn the_shortest_way_around_the_earth_is_shown() {
    let (edition, map) = edition_with(&[("Suva", -18.14, 178.44), ("Apia", -13.83, -171.77)]);
    let (suva, apia) = (pin(&edition, &map, "Suva"), pin(&edition, &map, "Apia"));
    // 9.8° of longitude are nearly the full width.
    assert!(apia.x > suva.x && apia.x - suva.x > 200, "{suva:?} {apia:?}");
    assert!(apia.y < suva.y);
    assert!(!map.land.is_empty(), "islands with pins are kept");

    let (edition, map) = edition_with(&[("Anadyr", 64.73, 177.5), ("Nome", 64.5, -165.4)]);
    assert!(pin(&edition, &map, "Anadyr").x < pin(&edition, &map, "Nome").x);
    let land = ["Anadyr", "Nome"]
        .map(|named| pin(&edition, &map, named))
        .map(|pin| (f64::from(pin.x) + 30.0 * f64::from(i8::from(pin.x > 288)), f64::from(pin.y) - 60.0));
    assert_eq!(land.map(|at| winding(&map, at)), [1, 1], "both sides of the strait are drawn");
}

#[test]
fn a_map_can_show_the_poles() {
    for venues in [
        &[("North Pole", 90.0, 0.0)][..],
        &[("South Pole", -90.0, 0.0)],
        &[("South Pole", -90.0, 0.0), ("McMurdo", -77.85, 166.67), ("Ushuaia", -54.8, -68.3)],
        &[("North Pole", 90.0, 0.0), ("South Pole", -90.0, 180.0)],
        &[("Alert", 82.5, -62.35), ("Longyearbyen", 78.22, 15.65)],
    ] {
        let map = map_of(venues);
        assert!(!map.land.is_empty(), "{venues:?}");
    }
    assert_eq!(winding_at(&[("South Pole", -90.0, 0.0), ("Ross Sea", -75.0, -175.0)]), [1, 0]);
}

#[test]
fn a_small_island_is_drawn_where_a_pin_stands_on_it() {
    let island = |venues: &[Venue<'_>]| {
        let map = map_of(venues);
        let niue = (map.pins[0].x, map.pins[0].y);
        let near = |(x, y): &(i32, i32)| (x - i32::from(niue.0)).abs() < 8 && (y - i32::from(niue.1)).abs() < 8;
        rings(&map).iter().any(|ring| ring.iter().all(near))
    };
    assert!(island(&[("Niue", -19.05, -169.87), ("Sydney", -33.87, 151.21)]));
    assert!(!island(&[("Off Niue", -21.5, -168.0), ("Sydney", -33.87, 151.21)]));
}

#[test]
fn the_land_is_clipped_out_of_sight() {
    let (_, map) = real();
    let land = rings(&map);
    let (right, down) = (576, i32::from(map.height));
    let points = || land.iter().flatten();
    // The continents extend beyond the right and the lower edge by more than the width of any stroke.
    assert!(points().any(|(x, _)| *x > right + 8) && points().any(|(_, y)| *y > down + 8));
}
