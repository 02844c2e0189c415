//! The map: a pin for each place, its labels, and the same as a list.

use fact_cards::state::{Choice, State, View};
use fact_cards_story::edition::{Edition, Facet, Label, Map, Side};

use crate::{
    page::{Element, page, prerendered},
    story::{self, chosen, edition, filter, real, small, small_files},
};

fn rendered(edition: &Edition, choice: Choice) -> Element {
    page(edition, &State { view: View::Map, ..chosen(choice) })
}

/// The lighthouse, and a pub at the same place in only one of the articles.
fn with_two_venues() -> Edition {
    with_pub_at("{ latitude = 14.5, longitude = -17.25 }")
}

/// The lighthouse and a pub somewhere.
fn with_pub_at(coordinates: &str) -> Edition {
    let mut files = small_files();
    let venues = files.text("venues.toml").unwrap().to_owned();
    let of_pub = "[[venue]]\nid = \"pub\"\ntype = \"building\"\nname.en = \"The Anchor\"\nsummary.en = \"A pub.\"\n";
    files.insert("venues.toml", format!("{venues}{of_pub}coordinates = {coordinates}\n"));
    let facts = files.text("facts.toml").unwrap().to_owned();
    let opened = "[[fact]]\nid = \"opened\"\ncard = \"pub\"\nstatement.en = \"It opened.\"\nplace = \"pub\"\n\
                  sources = [{ article = \"storm\", paragraph = 3 }]\n";
    files.insert("facts.toml", facts + opened);
    edition(&files)
}

fn map(edition: &mut Edition) -> &mut Map {
    edition.map.as_mut().expect("there are venues")
}

fn pins(page: &Element) -> Vec<&Element> {
    page.every(|element| element.is("pin"))
}

/// The title of a pin, for screen readers and as a tooltip.
fn title(pin: &Element) -> String {
    pin.one(|element| element.name == "title").text()
}

fn names_at(page: &Element) -> Vec<String> {
    page.every(|element| element.is("pin-name")).iter().map(|name| name.text()).collect()
}

#[test]
fn a_pin_is_at_the_position_of_its_place() {
    let page = rendered(real(), Choice::default());
    let map = real().map.as_ref().unwrap();
    let drawn = page.one(|element| element.is("pins")).every(|element| element.name == "svg" && !element.is("pins"));
    assert_eq!(drawn.len(), map.pins.len());
    for (drawn, pin) in drawn.iter().zip(&map.pins) {
        let part = |units: u16, of: u16| u16::try_from(u32::from(units) * 1000 / u32::from(of)).unwrap();
        assert_eq!(drawn.thousandths("x"), part(pin.x, map.width));
        assert_eq!(drawn.thousandths("y"), part(pin.y, map.height));
        let first = &real().cards.get(usize::from(pin.cards[0])).unwrap();
        assert_eq!(drawn.one(|element| element.is("pin")).need("href"), format!("#card={}", first.id));
    }
    let land = page.one(|element| element.is("land"));
    assert_eq!(land.need("viewBox"), format!("0 0 {} {}", map.width, map.height));
    assert_eq!(land.one(|element| element.name == "path").need("d"), map.land);
}

#[test]
fn north_is_at_the_top_and_east_at_the_right_in_every_language() {
    let mirrored = Edition { right_to_left: true, ..real().clone() };
    let places = |edition: &Edition| {
        let page = rendered(edition, Choice::default());
        let map = page.one(|element| element.is("map"));
        assert_eq!(map.need("dir"), "ltr");
        map.shape() + &map.every(|element| element.get("x").is_some()).iter().map(|at| at.need("x")).collect::<String>()
    };
    assert_eq!(places(&mirrored), places(real()));
}

#[test]
fn a_pin_names_its_venues_and_counts_their_facts() {
    let edition = with_two_venues();
    let page = rendered(&edition, Choice::default());
    assert_eq!(pins(&page).len(), 1, "two venues at one place have one pin");
    let pin = pins(&page)[0];
    assert_eq!(title(pin), "Café-phare of Cap Rouge, The Anchor: 3 facts");
    assert_eq!(pin.one(|element| element.is("pin-count")).text(), "3");
    assert_eq!(pin.need("href"), "#card=cap-rouge");
}

#[test]
fn of_several_venues_at_one_place_only_the_visible_ones_are_named() {
    let edition = with_two_venues();
    let page = rendered(&edition, filter(&edition, &[(Facet::Source, "storm")]));
    let pin = pins(&page)[0];
    assert_eq!((title(pin).as_str(), pin.need("href")), ("The Anchor: 1 fact", "#card=pub"));
    assert_eq!(names_at(&page), ["The Anchor"]);
    let listed = page.every(|element| element.is("place"));
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].entries(), ["opened"]);
}

#[test]
fn before_the_engine_a_pin_stays_for_every_kind_that_has_something_there() {
    let edition = with_two_venues();
    let page = prerendered(&edition);
    assert_eq!(pins(&page)[0].need("data-kinds"), "operation venue");
    let listed = page.every(|element| element.is("place"));
    let kinds: Vec<&str> = listed.iter().map(|place| place.need("data-kinds")).collect();
    assert_eq!(kinds, ["operation venue", "venue"]);

    // In this order, an operation is related to the second venue at the pin.
    let mut turned = edition.clone();
    map(&mut turned).pins[0].cards.reverse();
    assert_eq!(pins(&prerendered(&turned))[0].need("data-kinds"), "operation venue");
}

#[test]
fn below_the_map_every_venue_is_listed_with_what_happened_there() {
    let edition = with_two_venues();
    let page = rendered(&edition, Choice::default());
    let listed = page.one(|element| element.is("places")).every(|element| element.is("place"));
    let told: Vec<(String, Vec<&str>)> =
        listed.iter().map(|place| (place.every(|part| part.is("whose"))[0].text(), place.entries())).collect();
    let expected =
        [("Café-phare of Cap Rouge".to_owned(), vec!["lit", "waves"]), ("The Anchor".to_owned(), vec!["opened"])];
    assert_eq!(told, expected);
    assert_eq!(listed[0].one(|element| element.name == "summary").text(), "2 facts");
}

#[test]
fn a_venue_found_only_by_its_name_has_a_pin_without_a_count() {
    let page = rendered(small(), story::search("served"));
    let pin = pins(&page)[0];
    assert_eq!(title(pin), "Café-phare of Cap Rouge: 0 facts");
    assert_eq!(page.every(|element| element.is("pin-count")).len(), 0);
    assert_eq!(page.one(|element| element.is("place")).entries(), <[&str; 0]>::default());
}

#[test]
fn pins_have_names_as_far_as_there_is_room() {
    let mut edition = with_two_venues();
    let mut labelled = |label: Option<Label>| {
        map(&mut edition).pins[0].label = label;
        names_at(&rendered(&edition, Choice::default()))
    };
    assert_eq!(labelled(None), <[&str; 0]>::default());
    assert_eq!(labelled(Some(Label { side: Side::East, names: 2 })), ["Café-phare of Cap Rouge", "The Anchor"]);
    assert_eq!(labelled(Some(Label { side: Side::East, names: 1 })), ["Café-phare of Cap Rouge +1"]);
}

#[test]
fn names_are_on_the_side_of_the_pin_where_room_was_reserved() {
    const WIDTH: f64 = 100.0;
    let line_height = f64::from(Map::LABEL_LINE);
    let mut edition = with_two_venues();
    for side in Side::ALL {
        for names in [1_u16, 2] {
            map(&mut edition).pins[0].label = Some(Label { side, names });
            let page = rendered(&edition, Choice::default());
            let [left, top, right, _] = side.label_box(WIDTH, line_height * f64::from(names));
            for (line, text) in (0_u16..).zip(page.every(|element| element.is("pin-name"))) {
                let number = |attribute| text.need(attribute).parse::<f64>().unwrap();
                let expected = match text.need("text-anchor") {
                    "start" => left,
                    "end" => right,
                    "middle" => f64::midpoint(left, right),
                    other => panic!("no such anchor: {other}"),
                };
                assert!((number("x") - expected).abs() < 0.01, "{side:?}: {text:?}");
                // The baseline of the letters is 12 below the top of a line.
                let foot = top + line_height * f64::from(line) + 12.0;
                assert!((number("y") - foot).abs() < 0.01, "{side:?}: {text:?}, {foot}");
            }
        }
    }
}

#[test]
fn a_story_without_venues_says_that_nothing_has_a_place() {
    let edition = Edition { map: None, ..small().clone() };
    let page = rendered(&edition, Choice::default());
    let nothing = page.view(View::Map).one(|element| element.is("nothing"));
    assert_eq!(nothing.text(), "Nothing of what is shown has a place.");
}

#[test]
fn a_venue_without_coordinates_is_said_to_be_not_on_the_map() {
    let page = rendered(&with_pub_at("\"unknown\""), Choice::default());
    assert_eq!(page.one(|element| element.is("elsewhere")).text(), "Not on the map: The Anchor");
    assert_eq!(pins(&page).len(), 1);
    assert!(rendered(small(), Choice::default()).every(|element| element.is("elsewhere")).is_empty());
}
