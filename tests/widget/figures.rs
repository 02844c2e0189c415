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
    assert_eq!(page.one(|element| element.is("all-bars")).elements().collect::<Vec<_>>().len(), groups.len());
    // One length alone says nothing, so that it has no bar and no ends.
    let ends: Vec<Vec<String>> = groups.iter().map(|group| group.texts("bar-ends")).collect();
    assert_eq!(ends, [vec!["0196"], vec![], vec![], vec!["0325"]]);
    let compared: Vec<bool> = groups.iter().map(|group| group.get("data-compares").is_some()).collect();
    assert_eq!(compared, [true, false, false, true]);
    let bars: Vec<usize> = groups.iter().map(|group| group.every(|element| element.is("bar")).len()).collect();
    assert_eq!(bars, [2, 0, 0, 2]);
    let sizes: Vec<usize> = groups.iter().map(|group| group.every(|element| element.is("bar-of")).len()).collect();
    assert_eq!(sizes, [2, 1, 1, 2]);
    let some = rendered(real(), search("neptune 135"));
    let group = some.one(|element| element.is("bars"));
    assert_eq!(group.every(|element| element.is("bar-of")).len(), 1, "none is empty");
    assert_eq!(group.texts("bar-ends"), ["0325"], "it is compared with what does not show");
}

#[test]
fn a_figure_of_more_than_has_an_arrow_at_its_end_and_words_for_screen_readers() {
    let page = rendered(real(), Choice::default());
    let compared = page.every(|element| element.get("data-compares").is_some());
    let compared: Vec<&str> = compared
        .into_iter()
        .flat_map(|group| group.every(|element| element.is("bar-of")))
        .filter_map(Element::entry_fact)
        .collect();
    let mut seen = 0;
    for group in page.every(|element| element.is("bar-of")) {
        let id = group.entry_fact().unwrap();
        let fact = &real().facts.get(usize::from(crate::story::fact(real(), id))).unwrap();
        let figure = fact.figure.as_ref().unwrap();
        let arrows = group.every(|element| element.is("bar-more"));
        let has_bar = compared.contains(&id);
        assert_eq!(arrows.len(), usize::from(figure.more_than && has_bar), "{id}");
        for arrow in arrows {
            let [start, width] = length(group, "bar-value");
            assert_eq!(arrow.thousandths("x"), start + width);
            seen += 1;
        }
        let spoken: Vec<String> = group.every(|element| element.is("spoken")).iter().map(|said| said.text()).collect();
        assert_eq!(spoken, figure.spoken.iter().cloned().collect::<Vec<_>>(), "{id}");
        let number = group.one(|element| element.is("bar-number")).one(|element| element.is("number"));
        assert_eq!(number.get("aria-hidden").is_some(), !spoken.is_empty(), "it is said once: {id}");
        let bars = group.every(|element| element.is("bar"));
        assert_eq!(bars.len(), usize::from(has_bar), "{id}");
        assert!(bars.iter().all(|bar| bar.get("aria-hidden") == Some("true")));
    }
    assert!(seen > 0, "one of the bars has an arrow");
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
    let page = with_figure("from = 12, to = 0");
    let bar = bar(&page, "lenses");
    assert_eq!(length(bar, "bar-value"), [0, 0]);
    assert_eq!(length(bar, "bar-from"), [0, 1000]);
}

#[test]
fn a_figure_that_is_compared_with_nothing_has_no_bar() {
    for figure in ["value = 0", "value = 12, more-than = true"] {
        let page = with_figure(figure);
        assert!(page.every(|element| element.is("bars")).iter().all(|group| group.get("data-compares").is_none()));
        let bar = bar(&page, "lenses");
        assert!(!bar.one(|element| element.is("number")).text().is_empty(), "it is told all the same");
        assert_eq!(page.every(|element| element.is("bar") || element.is("bar-ends")).len(), 0, "{figure}");
    }
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
