//! Figures, drawn as bars.

use fact_cards::state::{Choice, State, View};
use fact_cards_story::edition::Edition;

use crate::{
    page::{Element, page},
    story::{chosen, real, search, small, small_with},
};

fn rendered(edition: &Edition, choice: Choice) -> Element {
    page(edition, &State { view: View::Figures, ..chosen(choice) })
}

/// The bar of a fact.
fn bar<'p>(page: &'p Element, fact: &str) -> &'p Element {
    page.one(|element| element.is("bar-of") && element.entry_fact() == Some(fact))
}

/// The start and length of a part of a bar.
fn length(bar: &Element, class: &str) -> [u16; 2] {
    ["x", "width"].map(|attribute| bar.one(|element| element.is(class)).thousandths(attribute))
}

/// The lighthouse with another figure for its lenses.
fn with_figure(figure: &str) -> Element {
    let edition = small_with("facts.toml", "from = 3, to = 12, more-than = true", figure);
    rendered(&edition, Choice::default())
}

#[test]
fn bars_are_proportional_to_the_numbers() {
    let page = rendered(real(), Choice::default());
    let width = |fact| f64::from(length(bar(&page, fact), "bar-value")[1]);
    let ratio = width("neptune-arrests") / width("neptune-fugitives");
    assert!((ratio - 135.0 / 325.0).abs() < 0.001, "{ratio}");
    let ratio = width("modernisation-officers") / width("interpol-members");
    assert!((ratio - 140.0 / 196.0).abs() < 0.001, "{ratio}");
    let before = f64::from(length(bar(&page, "modernisation-officers"), "bar-from")[1]);
    assert!((before / width("interpol-members") - 104.0 / 196.0).abs() < 0.001, "{before}");
}

#[test]
fn figures_of_one_scale_are_grouped_under_its_ends() {
    let page = rendered(real(), Choice::default());
    let groups = page.every(|element| element.is("bars"));
    let ends: Vec<String> = groups.iter().map(|group| group.one(|element| element.is("bar-ends")).text()).collect();
    assert_eq!(ends, ["0196", "04", "0300", "0325"]);
    let sizes: Vec<usize> = groups.iter().map(|group| group.every(|element| element.is("bar-of")).len()).collect();
    assert_eq!(sizes, [2, 1, 1, 2]);
    let some = rendered(real(), search("neptune 135"));
    assert_eq!(some.one(|element| element.is("bars")).every(|element| element.is("bar-of")).len(), 1, "none is empty");
}

#[test]
fn a_figure_of_more_than_has_an_arrow_at_its_end_and_words_for_screen_readers() {
    let page = rendered(real(), Choice::default());
    for group in page.every(|element| element.is("bar-of")) {
        let id = group.entry_fact().unwrap();
        let fact = &real().facts.get(usize::from(crate::story::fact(real(), id))).unwrap();
        let figure = fact.figure.as_ref().unwrap();
        let arrows = group.every(|element| element.is("bar-more"));
        assert_eq!(arrows.len(), usize::from(figure.more_than), "{id}");
        let [start, width] = length(group, "bar-value");
        assert!(arrows.iter().all(|arrow| arrow.thousandths("x") == start + width));
        let spoken: Vec<String> = group.every(|element| element.is("spoken")).iter().map(|said| said.text()).collect();
        assert_eq!(spoken, figure.spoken.iter().cloned().collect::<Vec<_>>(), "{id}");
        let number = group.one(|element| element.is("bar-number")).one(|element| element.is("number"));
        assert_eq!(number.get("aria-hidden").is_some(), !spoken.is_empty(), "it is said once: {id}");
        assert_eq!(group.one(|element| element.is("bar")).get("aria-hidden"), Some("true"));
    }
    let officers = bar(&page, "modernisation-officers").one(|element| element.is("bar-number"));
    assert_eq!(officers.text(), "104 → 140+from 104 to more than 140 countries with seconded officers");
    assert_eq!(
        bar(&page, "neptune-arrests").one(|element| element.is("bar-number")).text(),
        "135 wanted people arrested"
    );
}

#[test]
fn a_negative_number_extends_the_other_way_from_zero() {
    let page = with_figure("from = -10, to = 30");
    let bar = bar(&page, "lenses");
    assert_eq!(length(bar, "bar-value"), [250, 750]);
    assert_eq!(length(bar, "bar-from"), [0, 250]);
    let zero = bar.one(|element| element.is("bar-zero"));
    assert_eq!([zero.thousandths("x1"), zero.thousandths("x2")], [250, 250]);
}

#[test]
fn zero_has_no_length() {
    let page = with_figure("value = 0");
    assert_eq!(length(bar(&page, "lenses"), "bar-value"), [0, 0]);
}

#[test]
fn a_bar_says_whose_when_by_whom_and_where_its_number_is_reported() {
    let page = rendered(real(), Choice::default());
    let neptune = bar(&page, "neptune-arrests");
    assert_eq!(neptune.one(|element| element.is("whose")).text(), "Operation NEPTUNE");
    assert!(neptune.one(|element| element.is("says")).text().ends_with(", 21 November 2025"));
    let told = neptune.one(|element| element.is("meta")).text();
    assert!(told.contains(" · Marrakech ¶"), "{told}");
    let lenses = rendered(small(), Choice::default());
    let lenses = bar(&lenses, "lenses");
    assert_eq!(
        lenses.every(|element| element.is("when") || element.is("says")).len(),
        0,
        "nothing stands for what is not known"
    );
    assert_eq!(lenses.one(|element| element.is("meta")).text(), "Lamp ¶2 · Storm ¶1 · in both articles");
}
