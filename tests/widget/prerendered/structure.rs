//! The structure of the page: ids, references, accessible names, headings, language.

use std::collections::BTreeSet;

use fact_cards::state::{State, View};
use fact_cards_story::edition::Edition;

use super::{relaxed, states, with_replaced};
use crate::{
    page::{Element, Node, html_with_heading, page, parse, prerendered},
    story::{card, edition, real, small},
};

/// The ids in attributes that refer to other elements.
fn named(element: &Element) -> Vec<&str> {
    let lists = ["for", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];
    let mut ids: Vec<&str> =
        lists.iter().filter_map(|attribute| element.get(attribute)).flat_map(|ids| ids.split(' ')).collect();
    ids.extend(element.get("href").and_then(|href| href.strip_prefix('#')));
    ids
}

#[test]
fn every_id_is_unique_whatever_is_chosen() {
    let in_views = states().into_iter().flat_map(|state| View::ALL.map(|view| State { view, ..state.clone() }));
    for page in in_views.map(|state| page(real(), &state)).chain([prerendered(real())]) {
        let ids: Vec<&str> = page.all().into_iter().filter_map(|element| element.get("id")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
        assert!(ids.iter().all(|id| !id.is_empty() && !id.contains(' ')));
    }
}

#[test]
fn every_reference_to_another_element_names_one_that_exists() {
    let page = prerendered(real());
    let ids: BTreeSet<&str> = page.all().into_iter().filter_map(|element| element.get("id")).collect();
    let (mut to_cards, mut to_facts) = (0, 0);
    for element in page.all() {
        for id in named(element) {
            assert!(ids.contains(id), "nothing has the id {id}");
        }
        if element.name == "a" {
            // The articles have no web address.
            let href = element.need("href");
            to_cards += usize::from(href.starts_with("#card="));
            to_facts += usize::from(href.starts_with("#fact="));
            assert!(href.starts_with("#card=") || href.starts_with("#fact="), "{href}");
        }
    }
    assert!(to_cards > 100 && to_facts > 100, "{to_cards}, {to_facts}");
}

/// Whether an element is interactive. Labels do not count, as they go with the control inside them.
fn is_interactive(element: &Element) -> bool {
    let names = ["a", "button", "summary", "input", "textarea", "select"];
    names.contains(&element.name.as_str())
}

#[test]
fn no_control_is_inside_another_control() {
    let opened = State { view: View::Map, card: Some(card(real(), "rabat")), ..State::default() };
    for page in [prerendered(real()), page(real(), &opened), page(small(), &relaxed())] {
        for outer in page.every(is_interactive) {
            assert_eq!(outer.every(is_interactive).len(), 1, "{outer:#?}");
        }
        for label in page.every(|element| element.name == "label") {
            assert!(label.every(is_interactive).len() <= 1, "{label:#?}");
        }
    }
}

/// The drawings that are not inside another drawing.
fn drawings(element: &Element) -> Vec<&Element> {
    if element.name == "svg" {
        return vec![element];
    }
    let mut inside = Vec::new();
    for child in &element.children {
        if let Node::Element(child) = child {
            inside.extend(drawings(child));
        }
    }
    inside
}

#[test]
fn a_drawing_is_hidden_from_screen_readers_or_every_link_in_it_has_a_name() {
    let page = prerendered(real());
    let (mut hidden, mut linked) = (0, 0);
    for drawing in drawings(&page) {
        let links = drawing.every(|element| element.name == "a");
        if drawing.get("aria-hidden") == Some("true") {
            assert_eq!(links.len(), 0, "what cannot be perceived cannot be followed");
            hidden += 1;
        } else {
            let titles = |link: &Element| {
                link.every(|element| element.name == "title").iter().map(|title| title.text()).collect()
            };
            let name = |link: &&Element| link.get("aria-label").map_or_else(|| titles(link), str::to_owned);
            assert!(links.iter().map(name).all(|name: String| !name.trim().is_empty()));
            assert!(drawing.get("role") == Some("group") || links.len() < 2, "many links have a name together");
            linked += usize::from(!links.is_empty());
        }
    }
    // The land and each bar that can be compared; the marks in the timeline and the pins on the map.
    let bars = page.every(|element| element.get("data-compares").is_some()).into_iter();
    let bars: usize = bars.map(|group| group.every(|element| element.is("bar-of")).len()).sum();
    assert_eq!(bars, 4);
    assert_eq!((hidden, linked), (bars + 1, 2));
}

#[test]
fn every_control_has_a_name() {
    for state in states() {
        let page = page(real(), &state);
        for element in page.all() {
            match element.name.as_str() {
                "a" | "button" | "summary" | "label" | "legend" | "h1" | "h2" => {
                    assert_ne!(element.text().trim(), "", "{element:?}");
                }
                _ => {}
            }
        }
        let search = page.one(|element| element.get("type") == Some("search"));
        assert_ne!(search.need("aria-label"), "");
        assert!(page.every(|element| element.name == "button").iter().all(|button| button.need("type") == "button"));
    }
}

#[test]
fn the_headings_follow_the_level_that_the_page_gives() {
    for level in 1..=5 {
        let page = parse(&html_with_heading(small(), &State::default(), level));
        let title = page.one(|element| element.is("title"));
        assert_eq!(title.name, format!("h{level}"));
        let names = page.every(|element| element.is("name"));
        assert!(names.iter().all(|name| name.name == format!("h{}", level + 1)));
    }
}

#[test]
fn the_widget_says_its_language_and_its_direction() {
    let page = |edition: &Edition| page(edition, &State::default());
    let english = page(small());
    assert_eq!((english.need("lang"), english.need("dir")), ("en-GB", "ltr"));
    let files = with_replaced(&["story.toml"], |text| text.replace("en-GB", "ar-MA"));
    let arabic = page(&edition(&files));
    assert_eq!((arabic.need("lang"), arabic.need("dir")), ("ar-MA", "rtl"));
}
