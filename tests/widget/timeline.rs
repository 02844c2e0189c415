//! The timeline: a scale with marks, and a chronological list below it.

use fact_cards::state::{Choice, State, View};
use fact_cards_story::edition::{Edition, FactId, Moment, Shape};

use crate::{
    page::{Element, page},
    story::{chosen, facts, real, search, small},
};

fn rendered(edition: &Edition, choice: Choice) -> Element {
    page(edition, &State { view: View::Timeline, ..chosen(choice) })
}

fn mirrored() -> Edition {
    Edition { right_to_left: true, ..real().clone() }
}

/// The marks on a page, each with the id of the fact it links to.
fn marks(page: &Element) -> Vec<(&str, &Element)> {
    let links = page.one(|element| element.is("scale")).every(|element| element.name == "a");
    let mark = |link: &'_ Element| link.need("href").strip_prefix("#fact=").map(str::len);
    assert!(links.iter().all(|link| mark(link).is_some()));
    links
        .into_iter()
        .map(|link| (link.need("href").trim_start_matches("#fact="), link.one(|element| element.is("mark"))))
        .collect()
}

/// The facts of a moment; those that were only said then come last.
fn of(moment: &Moment) -> Vec<FactId> {
    [moment.facts.as_slice(), &moment.said].concat()
}

fn lengths(page: &Element, class: &str, attributes: [&str; 2]) -> Vec<[u16; 2]> {
    page.every(|element| element.is(class)).iter().map(|line| attributes.map(|name| line.thousandths(name))).collect()
}

#[test]
fn every_moment_has_a_mark_in_its_place_that_links_to_its_first_fact() {
    let page = rendered(real(), Choice::default());
    let marks = marks(&page);
    let moments = &real().timeline.moments;
    assert_eq!(marks.len(), moments.len());
    let place = |mark: &Element| ["x", "width", "y", "height"].map(|attribute| mark.need(attribute).to_owned());
    let links = page.one(|element| element.is("scale")).every(|element| element.name == "a");
    let mut hollow = 0;
    for (((id, mark), link), moment) in marks.iter().zip(links).zip(moments) {
        assert_eq!(*id, facts(real(), &of(moment))[0]);
        // What has no length at all would not be drawn.
        let width = (moment.end - moment.start).max(1);
        assert_eq!([mark.thousandths("x"), mark.thousandths("width")], [moment.start, width]);
        assert_eq!((mark.name.as_str(), mark.need("height")), ("rect", "0.2em"));
        let inside = link.every(|element| element.is("mark-inside"));
        assert_eq!(inside.len(), usize::from(moment.shape == Shape::Vague), "what is known vaguely is hollow: {id}");
        assert!(inside.iter().all(|inside| place(inside) == place(mark)), "{id}");
        hollow += inside.len();
    }
    assert!(hollow > 0);
    let shapes: Vec<&str> =
        page.every(|element| element.is("moment")).iter().map(|moment| moment.need("data-shape")).collect();
    let expected = moments.iter().map(|moment| match moment.shape {
        Shape::Day => "day",
        Shape::Period => "period",
        Shape::Vague => "vague",
    });
    assert_eq!(shapes, expected.collect::<Vec<_>>());
}

#[test]
fn from_right_to_left_the_scale_runs_the_other_way() {
    let edition = mirrored();
    let page = rendered(&edition, Choice::default());
    for ((_, mark), moment) in marks(&page).iter().zip(&edition.timeline.moments) {
        assert_eq!(
            [mark.thousandths("x"), mark.thousandths("width")],
            [1000 - moment.end.max(moment.start + 1), (moment.end - moment.start).max(1)]
        );
    }
    let stretches = edition.timeline.stretches.iter();
    let expected: Vec<[u16; 2]> = stretches.map(|stretch| [1000 - stretch.start, 1000 - stretch.end]).collect();
    assert_eq!(lengths(&page, "scale-line", ["x1", "x2"]), expected);
}

#[test]
fn the_scale_has_a_line_and_years_for_each_stretch_and_states_the_gaps_between_them() {
    let page = rendered(real(), Choice::default());
    let stretches = &real().timeline.stretches;
    let expected: Vec<[u16; 2]> = stretches.iter().map(|stretch| [stretch.start, stretch.end]).collect();
    assert_eq!(lengths(&page, "scale-line", ["x1", "x2"]), expected);
    let gaps: Vec<[u16; 2]> = stretches.windows(2).map(|pair| [pair[0].end, pair[1].start]).collect();
    assert_eq!(lengths(&page, "scale-gap", ["x1", "x2"]), gaps);
    let texts =
        |class: &str| page.every(|element| element.is(class)).iter().map(|text| text.text()).collect::<Vec<_>>();
    assert_eq!(texts("scale-years"), ["1923", "2024", "2025"]);
    assert_eq!(texts("scale-pause"), ["100 years", "1 year"]);
    for (years, stretch) in page.every(|element| element.is("scale-years")).iter().zip(stretches) {
        assert_eq!(years.thousandths("x"), u16::midpoint(stretch.start, stretch.end), "in its middle");
    }
}

#[test]
fn a_mark_says_when_and_whose_fact_it_leads_to() {
    let page = rendered(small(), Choice::default());
    let links = page.one(|element| element.is("scale")).every(|element| element.name == "a");
    let names: Vec<&str> = links.iter().map(|link| link.need("aria-label")).collect();
    assert_eq!(names, ["3 May 2023: The relighting", "4 May 2023: Amina Souley"]);
    let kinds: Vec<&str> = marks(&page).iter().map(|(_, mark)| mark.need("data-kind")).collect();
    assert_eq!(kinds, ["operation", "member"]);
}

#[test]
fn where_its_name_has_room_on_a_scale_of_one_line_the_card_of_a_mark_stands_below_it() {
    let page = rendered(real(), Choice::default());
    let names = page.every(|element| element.is("scale-what"));
    let names: Vec<String> = names.iter().map(|name| name.text()).collect();
    assert_eq!(names, ["INTERPOL", "Election of the Vice-President for Africa", "Marrakech", "Marrakech"]);

    let labels =
        |edition: &Edition| rendered(edition, Choice::default()).every(|element| element.is("scale-what")).len();
    let mut long = real().clone();
    let card = long.cards.iter().position(|card| card.id == "interpol").unwrap();
    long.cards = long
        .cards
        .iter()
        .cloned()
        .enumerate()
        .map(|(at, mut other)| {
            if at == card {
                other.name = "A name of as many letters as no scale has room for".into();
            }
            other
        })
        .collect();
    assert_eq!(labels(&long), 3);
    let mut crowded = real().clone();
    crowded.timeline.moments[1].lane = 1;
    assert_eq!(labels(&crowded), 0);
}

#[test]
fn below_the_scale_every_moment_is_listed_in_order_of_time() {
    let page = rendered(real(), Choice::default());
    let told = page.every(|element| element.is("moment"));
    assert_eq!(told.len(), real().timeline.moments.len());
    for (element, moment) in told.iter().zip(&real().timeline.moments) {
        assert_eq!(element.one(|element| element.is("moment-when")).text(), moment.when);
        assert_eq!(element.entries(), facts(real(), &of(moment)));
    }
    assert_eq!(page.one(|element| element.is("moments")).name, "ol");
}

#[test]
fn a_fact_dated_only_by_when_it_was_said_says_so() {
    let page = rendered(small(), Choice::default());
    let notes: Vec<String> = page
        .every(|element| element.is("entry"))
        .iter()
        .map(|entry| entry.one(|part| part.is("meta")).text())
        .collect();
    assert_eq!(notes, ["Lamp ¶1", "Amina Souley, 4 May 2023 · said · Lamp ¶4"]);
}

#[test]
fn a_moment_has_a_mark_only_if_something_matches_and_links_to_the_first_match() {
    let page = rendered(small(), search("everybody"));
    assert_eq!(marks(&page).iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["proud"]);
    assert_eq!(page.every(|element| element.is("moment")).len(), 1);

    let all = rendered(real(), Choice::default());
    let first = marks(&all)[3].0.to_owned();
    let other = real().timeline.moments[3].facts[1];
    let statement = real().facts.get(usize::from(other)).unwrap().statement.shown();
    let page = rendered(real(), search(&format!("\"{}\"", statement.trim_end_matches('.'))));
    let shown: Vec<&str> = marks(&page).iter().map(|(id, _)| *id).collect();
    assert_eq!(shown, facts(real(), &[other]));
    assert_ne!(shown[0], first);
}

#[test]
fn simultaneous_moments_are_drawn_on_separate_lines_and_any_excess_on_the_last() {
    let heights = |lanes: [u8; 2]| {
        let mut edition = small().clone();
        for (moment, lane) in edition.timeline.moments.iter_mut().zip(lanes) {
            moment.lane = lane;
        }
        let page = rendered(&edition, Choice::default());
        let y: Vec<String> = marks(&page).iter().map(|(_, mark)| mark.need("y").to_owned()).collect();
        (y, page.one(|element| element.is("scale")).need("height").to_owned())
    };
    assert_eq!(heights([0, 0]), (vec!["1.9em".to_owned(), "1.9em".to_owned()], "4.8em".to_owned()));
    assert_eq!(heights([0, 1]), (vec!["1.9em".to_owned(), "3.5em".to_owned()], "6.4em".to_owned()));
    assert_eq!(heights([4, 9]), (vec!["8.3em".to_owned(), "8.3em".to_owned()], "11.2em".to_owned()));
}
