//! The map of the venues: where they are on it, their pins and labels.

mod land;

use std::sync::OnceLock;

use fact_cards_author::{Story, Wording, editions};
use fact_cards_story::edition::{CardId, Edition, Face, Label, Map, Pin, Side};
use proptest::prelude::*;

use crate::support::{Changed, lighthouse, seeds, with};

/// A name with its latitude and longitude.
type Venue<'v> = (&'v str, f64, f64);

/// The lighthouse story with other venues.
fn story(venues: &[Venue<'_>]) -> Story {
    static LIGHTHOUSE: OnceLock<Story> = OnceLock::new();
    let mut story = LIGHTHOUSE.get_or_init(|| Changed(lighthouse()).accepted()).clone();
    let model = story.cards.iter().find(|card| card.coordinates.is_some()).unwrap().clone();
    story.cards.retain(|card| card.coordinates.is_none());
    story.order.clear();
    story.facts.clear();
    for card in &mut story.cards {
        card.links.clear();
    }
    story.cards.extend(venues.iter().map(|(name, latitude, longitude)| {
        let mut venue = model.clone();
        venue.coordinates = Some((*latitude, *longitude));
        venue.links.clear();
        venue.name.0 = vec![Wording { text: (*name).to_owned(), language: 0 }];
        venue
    }));
    story
}

/// The edition with these venues, and its map after the usual checks.
#[track_caller]
fn edition_with(venues: &[Venue<'_>]) -> (Edition, Map) {
    let edition = editions(&story(venues)).unwrap().remove(0);
    let map = edition.map.clone().expect("there is a map");
    check(&edition, &map);
    (edition, map)
}

#[track_caller]
fn map_of(venues: &[Venue<'_>]) -> Map {
    edition_with(venues).1
}

fn real() -> (Edition, Map) {
    let edition = editions(&Changed(seeds()).accepted()).unwrap().remove(0);
    let map = edition.map.clone().unwrap();
    (edition, map)
}

/// The first name at a pin.
fn name<'e>(edition: &'e Edition, pin: &Pin) -> &'e str {
    edition.card(pin.cards[0]).unwrap().name.shown()
}

fn pin<'m>(edition: &Edition, map: &'m Map, named: &str) -> &'m Pin {
    map.pins.iter().find(|pin| name(edition, pin) == named).unwrap()
}

/// The box of a label as its side is documented, in CSS pixels, on a map that is `times` its least width. Letters are
/// counted narrower than by the encoder, except the narrowest.
fn label_box(edition: &Edition, pin: &Pin, label: Label, times: f64) -> [f64; 4] {
    let names = pin.cards[..usize::from(label.names)].iter();
    let longest = names.map(|card| edition.card(*card).unwrap().name.shown().chars().count()).max().unwrap();
    let width = f64::from(u16::try_from(longest).unwrap()) * 0.5 * f64::from(Map::LABEL_SIZE);
    let height = f64::from(label.names) * f64::from(Map::LABEL_LINE);
    let (left, top) = match label.side {
        Side::East => (13.0, -14.0 - height / 2.0),
        Side::West => (-13.0 - width, -14.0 - height / 2.0),
        Side::South => (-width / 2.0, 4.0),
        Side::North => (-width / 2.0, -30.0 - height),
        Side::SouthEast => (-11.0, 4.0),
        Side::SouthWest => (11.0 - width, 4.0),
        Side::NorthEast => (-11.0, -30.0 - height),
        Side::NorthWest => (11.0 - width, -30.0 - height),
    };
    moved([left, top, left + width, top + height], pin, times)
}

fn moved([left, top, right, bottom]: [f64; 4], pin: &Pin, times: f64) -> [f64; 4] {
    let pixels = |units: u16| f64::from(units) / f64::from(Map::UNITS_PER_PIXEL) * times;
    let (x, y) = (pixels(pin.x), pixels(pin.y));
    [x + left, y + top, x + right, y + bottom]
}

fn overlap(one: [f64; 4], other: [f64; 4]) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// Checks what holds for every map.
#[track_caller]
fn check(edition: &Edition, map: &Map) {
    let (width, height) = (f64::from(map.width), f64::from(map.height));
    assert_eq!(map.width, Map::LEAST_WIDTH * Map::UNITS_PER_PIXEL);
    assert!((0.74..=1.61).contains(&(width / height)), "{width} × {height}");
    assert!(map.land.len() <= 8_000, "{} bytes of land", map.land.len());
    drop(rings(map));
    for card in edition.cards.iter().filter(|card| card.coordinates.is_some()) {
        check_face(&card.face);
    }

    let mut pinned: Vec<CardId> = map.pins.iter().flat_map(|pin| pin.cards.clone()).collect();
    pinned.sort_unstable();
    let venues = edition.cards.iter().enumerate().filter(|(_, card)| card.coordinates.is_some());
    assert_eq!(pinned, venues.map(|(at, _)| CardId::try_from(at).unwrap()).collect::<Vec<_>>(), "each venue once");

    // The largest factor is more than any map is shown at.
    for times in [1.0, 1.02, 1.1, 1.3, 1.7, 2.2, 3.0, 6.0] {
        let pixels = |units: u16| f64::from(units) / f64::from(Map::UNITS_PER_PIXEL) * times;
        let (width, height) = (pixels(map.width), pixels(map.height));
        let mut labels: Vec<[f64; 4]> = Vec::new();
        for pin in &map.pins {
            let [left, top, right, bottom] = moved([-11.0, -28.0, 11.0, 2.0], pin, times);
            assert!(left >= 0.0 && top >= 0.0 && right <= width && bottom <= height, "{pin:?} leaves the map");
            let Some(label) = pin.label else { continue };
            assert!(usize::from(label.names) == pin.cards.len() || label.names == 1, "{label:?}");
            let area = label_box(edition, pin, label, times);
            let [left, top, right, bottom] = area;
            assert!(left >= 0.0 && top >= 0.0 && right <= width && bottom <= height, "{area:?} leaves the map");
            for other in &map.pins {
                let covered = overlap(area, moved([-11.0, -28.0, 11.0, 2.0], other, times));
                assert!(!covered, "the label of {} covers {} at {times}", name(edition, pin), name(edition, other));
            }
            let covered = labels.iter().any(|other| overlap(area, *other));
            assert!(!covered, "the label of {} covers another at {times}", name(edition, pin));
            labels.push(area);
        }
    }
}

/// Checks what holds for the face of every venue.
#[track_caller]
fn check_face(face: &Face) {
    let Face::Coast(coast) = face else {
        assert_eq!(*face, Face::Sign, "a venue has no letters");
        return;
    };
    assert!(coast.len() <= 400, "{} bytes of coast", coast.len());
    let side = i32::from(Face::SIDE);
    assert!(!rings_in(coast, side, side).is_empty(), "there is something to be seen");
}

/// The rings of the land of a map.
#[track_caller]
fn rings(map: &Map) -> Vec<Vec<(i32, i32)>> {
    rings_in(&map.land, i32::from(map.width), i32::from(map.height))
}

/// The rings of a drawing of that size, parsed from the path as a browser would.
#[track_caller]
fn rings_in(land: &str, width: i32, height: i32) -> Vec<Vec<(i32, i32)>> {
    let allowed = |character: char| matches!(character, 'm' | 'z' | '-' | ' ' | '0'..='9');
    assert!(land.chars().all(allowed), "{land}");
    let (mut rings, mut start) = (Vec::new(), (0, 0));
    for ring in land.split_terminator('z') {
        let numbers = ring.strip_prefix('m').expect("a ring begins with m").replace('-', " -");
        let numbers: Vec<i32> = numbers.split_whitespace().map(|number| number.parse().unwrap()).collect();
        let mut at = start;
        let points = numbers.chunks(2).map(|pair| {
            at = (at.0 + pair[0], at.1 + pair[1]);
            // The land extends beyond the edges, but not far.
            assert!((-20..=width + 20).contains(&at.0) && (-20..=height + 20).contains(&at.1), "{at:?}");
            at
        });
        let points: Vec<_> = points.collect();
        assert!(points.len() >= 3, "{ring}");
        start = points[0];
        rings.push(points);
    }
    rings
}

#[test]
fn the_map_of_the_real_story_is_small_and_right() {
    let (edition, map) = real();
    check(&edition, &map);
    assert!(map.land.len() <= 4_000, "{} bytes of land", map.land.len());
    let place = |named: &str| {
        let pin = pin(&edition, &map, named);
        (pin.x, pin.y)
    };
    // Rabat and Ifrane are nearer than two pins can be told apart.
    let [glasgow, marrakech, ifrane] = ["Glasgow, Scotland", "Marrakech", "Ifrane"].map(place);
    assert!(glasgow.1 < ifrane.1 && ifrane.1 < marrakech.1, "from north to south");
    assert!(marrakech.0 < ifrane.0 && ifrane.0 < glasgow.0, "from west to east");
    let mut names: Vec<Vec<&str>> = map
        .pins
        .iter()
        .map(|pin| pin.cards.iter().map(|card| edition.card(*card).unwrap().name.shown()).collect())
        .collect();
    names.sort_unstable();
    assert_eq!(names, [vec!["Glasgow, Scotland"], vec!["Ifrane", "Rabat"], vec!["Marrakech"]]);
    assert!(map.pins.iter().all(|pin| pin.label.is_some()), "{:?}", map.pins);
    assert!(f64::from(map.height) <= f64::from(map.width) / 1.25 + 1.0, "at most five to four: {map:?}");
}

#[test]
fn places_are_where_the_mercator_projection_puts_them() {
    let (edition, map) = real();
    let degrees = |(latitude, longitude): (f32, f32)| {
        let latitude = f64::from(latitude).to_radians();
        let north = (std::f64::consts::FRAC_PI_4 + latitude / 2.0).tan().ln().to_degrees();
        (f64::from(longitude), -north)
    };
    let places: Vec<_> =
        map.pins.iter().map(|pin| (pin, degrees(edition.card(pin.cards[0]).unwrap().coordinates.unwrap()))).collect();
    let (north, south) = (
        places.iter().copied().min_by_key(|(pin, _)| pin.y).unwrap(),
        places.iter().copied().max_by_key(|(pin, _)| pin.y).unwrap(),
    );
    let scale = f64::from(south.0.y - north.0.y) / (south.1.1 - north.1.1);
    for (pin, place) in &places {
        let right = f64::from(north.0.x) + (place.0 - north.1.0) * scale;
        let down = f64::from(north.0.y) + (place.1 - north.1.1) * scale;
        assert!(
            (right - f64::from(pin.x)).abs() < 1.5 && (down - f64::from(pin.y)).abs() < 1.5,
            "{pin:?} {right} {down}"
        );
    }
}

#[test]
fn a_story_without_venues_has_no_map() {
    assert_eq!(editions(&story(&[])).unwrap()[0].map, None);
}

#[test]
fn venues_in_one_place_share_a_pin_that_names_them() {
    let map = map_of(&[("Town hall", 55.86, -4.25), ("Harbour", 55.86, -4.25), ("Old bridge", 55.87, -4.26)]);
    assert_eq!(map.pins.len(), 1);
    assert_eq!(map.pins[0].cards.len(), 3);
    assert_eq!(map.pins[0].label.map(|label| label.names), Some(3));

    let names: Vec<_> = (0..20).map(|number| format!("Hall {number}")).collect();
    let halls: Vec<_> = names.iter().map(|name| (name.as_str(), 55.86, -4.25)).collect();
    for (halls, named) in [(&halls[..4], 4), (&halls[..5], 1), (&halls, 1)] {
        let map = map_of(halls);
        assert_eq!(map.pins.len(), 1);
        assert_eq!(map.pins[0].label.map(|label| label.names), Some(named));
    }
}

#[test]
fn the_180th_meridian_is_the_same_place_east_and_west() {
    let map = map_of(&[("East", -16.8, 180.0), ("West", -16.8, -180.0)]);
    assert_eq!(map.pins.len(), 1);
}

const WORLD: [Venue<'_>; 4] =
    [("Sydney", -33.87, 151.21), ("New York", 40.71, -74.01), ("Tokyo", 35.68, 139.69), ("Cape Town", -33.92, 18.42)];

#[test]
fn a_story_around_the_world_has_a_map_of_the_world() {
    let (edition, map) = edition_with(&WORLD);
    let x = |named| pin(&edition, &map, named).x;
    assert!(x("New York") < x("Cape Town") && x("Cape Town") < x("Tokyo") && x("Tokyo") < x("Sydney"));
    assert!(map.pins.iter().all(|pin| pin.label.is_some()), "{:?}", map.pins);
    assert!(map.width > map.height);
}

#[test]
fn sixty_venues_have_pins_and_as_many_labels_as_there_is_room_for() {
    let names: Vec<_> = (0..60).map(|number| format!("Place {number}")).collect();
    let at = |number: u32| (f64::from(number * number % 67) - 30.0, f64::from(number * 37 % 61) - 20.0);
    let places = names.iter().zip((0..).map(at));
    let venues: Vec<_> = places.map(|(name, (latitude, longitude))| (name.as_str(), latitude, longitude)).collect();
    let map = map_of(&venues);
    assert!(map.pins.len() > 30);
    let labels = map.pins.iter().filter(|pin| pin.label.is_some()).count();
    assert!(labels >= 5 && labels < map.pins.len(), "{labels} of {}", map.pins.len());
}

#[test]
fn a_label_gives_way_to_one_with_fewer_possible_positions() {
    // The space to the right of the first pin is where the other one's name must begin.
    let (edition, map) = edition_with(&[("Rhode", 52.0, 0.0), ("Brandenburgs Havensees", 52.0, 20.0)]);
    let side = |named| pin(&edition, &map, named).label.map(|label| label.side);
    assert_eq!(side("Rhode"), Some(Side::South));
    assert_eq!(side("Brandenburgs Havensees"), Some(Side::West));
}

#[test]
fn a_name_that_is_wider_than_the_map_has_no_label() {
    let long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch";
    let (edition, map) = edition_with(&[(long, 53.22, -4.2), ("Cardiff", 51.48, -3.18)]);
    assert_eq!(pin(&edition, &map, long).label, None);
    assert!(pin(&edition, &map, "Cardiff").label.is_some());
}

#[test]
fn wide_letters_are_counted_as_wide() {
    // Eleven letters of one em do not fit beside a pin in the middle; narrow ones do.
    let side = |name: &str| map_of(&[(name, 35.68, 139.69)]).pins[0].label.map(|label| label.side);
    assert_eq!(side("illllliillill"), Some(Side::East));
    assert_eq!(side("国際刑事警察機構世界本部"), Some(Side::South));
}

#[test]
fn coordinates_that_are_not_numbers_are_left_off_the_map() {
    let venues = [("Nowhere", f64::NAN, 3.0), ("Far", 1.0, f64::INFINITY)];
    assert_eq!(editions(&story(&venues)).unwrap()[0].map, None);
    let venues = [("Far", 1e300, 3.0), ("Round and round", 12.0, -1e9)];
    assert!(editions(&story(&venues)).unwrap()[0].map.is_some());
}

#[test]
fn labels_are_placed_separately_for_each_language() {
    let short = with("venues.toml", "Skerrow Lighthouse", "Tor").accepted();
    let long =
        with("venues.toml", "Skerrow Lighthouse", "A lighthouse with a name that nobody can read here").accepted();
    let [short, long] = [short, long].map(|story| editions(&story).unwrap().remove(0).map.unwrap());
    assert_eq!(short.land, long.land);
    assert_ne!(short.pins, long.pins);
}

/// A place at that distance north and east of another, in degrees.
fn around((latitude, longitude): (f64, f64), (north, east): (f64, f64)) -> (f64, f64) {
    ((latitude + north).clamp(-90.0, 90.0), (longitude + east + 180.0).rem_euclid(360.0) - 180.0)
}

// Their names have no narrow letters, which `label_box` overestimates.
fn places() -> impl Strategy<Value = Vec<(String, f64, f64)>> {
    let anywhere = (-90.0..=90.0_f64, -180.0..=180.0_f64);
    // Most stories are about one region.
    let region = (anywhere.clone(), 0.01..30.0_f64).prop_flat_map(|(centre, wide)| {
        let near = (-wide..=wide, -wide..=wide).prop_map(move |near| around(centre, near));
        prop::collection::vec(("[A-HK-Za-h国é]{1,24}", near), 1..20)
    });
    let world = prop::collection::vec(("[A-HK-Za-h国é]{1,24}", anywhere), 1..40);
    prop_oneof![3 => region, 1 => world].prop_map(|venues| {
        venues.into_iter().map(|(name, (latitude, longitude))| (name, latitude, longitude)).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn any_venues_have_a_map_on_which_nothing_overlaps(places in places()) {
        let venues = places.iter().map(|(name, latitude, longitude)| (name.as_str(), *latitude, *longitude));
        let venues: Vec<_> = venues.collect();
        let (edition, map) = edition_with(&venues);
        prop_assert_eq!(editions(&story(&venues)).unwrap().remove(0), edition, "the same twice");
        prop_assert!(!map.pins.is_empty());
    }
}
