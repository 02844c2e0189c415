//! Chips: the choice as shown outside the sheet.

use fact_cards::{
    state::{Choice, State},
    visible::visible,
};
use fact_cards_story::edition::{Edition, Facet};
use proptest::prelude::*;

use crate::{
    page::{Element, page},
    random::a_choice,
    story::{chosen, filter, hostile, real, search, small},
};

fn chips(page: &Element) -> Vec<(&str, String)> {
    let chips = page.every(|element| element.is("chip"));
    chips.into_iter().map(|chip| (chip.need("aria-label"), chip.text())).collect()
}

/// Checks that everything chosen is shown outside the sheet, and on it the number of cards left.
fn check(edition: &Edition, choice: &Choice) {
    let page = page(edition, &chosen(choice.clone()));
    let names = ["Type", "Source", "Topic", "Place", "Year", "Who says so"];
    let expected: Vec<(String, String)> = Facet::ALL
        .into_iter()
        .zip(names)
        .flat_map(|(facet, name)| choice.chosen(facet).iter().map(move |value| (facet, name, *value)))
        .map(|(facet, name, value)| {
            let value = edition.value(facet, value).unwrap().name.shown();
            (format!("Remove the filter {name} {value}"), format!("{name} {value}"))
        })
        .collect();
    let told = chips(&page);
    let told: Vec<(String, String)> = told.into_iter().map(|(label, text)| (label.to_owned(), text)).collect();
    assert_eq!(told, expected);
    assert_eq!(page.every(|element| element.is("chips")).len(), usize::from(!expected.is_empty()), "no empty list");

    let button = page.one(|element| element.is("filters-button"));
    // A number for those who see it, and words for screen readers.
    let number = expected.len();
    let chosen = if number == 0 { String::new() } else { format!(" {number}{number} chosen") };
    assert_eq!(button.text(), format!("Filters{chosen}"));
    let sheet = page.one(|element| element.is("filters"));
    let cards = edition.words.cards.for_count(visible(edition, choice).cards.len());
    assert_eq!(sheet.one(|element| element.is("main-button")).text(), format!("Show {cards}"));
}

#[test]
fn each_chosen_value_has_a_chip_that_says_what_it_removes() {
    let choice =
        filter(small(), &[(Facet::Topic, "light"), (Facet::Topic, "weather"), (Facet::Speaker, "amina-souley")]);
    assert_eq!(
        chips(&page(small(), &chosen(choice.clone()))),
        [
            ("Remove the filter Topic Light", "Topic Light".to_owned()),
            ("Remove the filter Topic Weather", "Topic Weather".to_owned()),
            ("Remove the filter Who says so Amina Souley", "Who says so Amina Souley".to_owned()),
        ]
    );
    check(small(), &choice);
}

#[test]
fn a_search_and_a_kind_have_no_chip_since_they_are_visible_anyway() {
    let choice = Choice { kind: Some(fact_cards_story::Kind::Venue), ..search("gallery") };
    assert_eq!(chips(&page(small(), &chosen(choice))), []);
}

#[test]
fn the_sheet_says_how_many_cards_are_left() {
    let shows = |choice| {
        let page = page(small(), &chosen(choice));
        page.one(|element| element.is("main-button")).text()
    };
    assert_eq!(shows(Choice::default()), "Show 3 cards");
    assert_eq!(shows(search("gallery")), "Show 1 card");
    assert_eq!(shows(search("nothing-has-this")), "Show 0 cards");
}

#[test]
fn the_browser_itself_closes_the_sheet() {
    let page = page(small(), &State::default());
    let sheet = page.one(|element| element.is("filters"));
    assert_eq!((sheet.name.as_str(), sheet.need("popover")), ("dialog", "auto"));
    let id = sheet.need("id");
    // What opens it does so as soon as there is an engine to fill it.
    assert_eq!(page.one(|element| element.is("filters-button")).get("popovertarget"), None);
    let buttons = page.every(|element| element.get("popovertarget").is_some());
    let actions: Vec<(String, Option<&str>)> = buttons
        .iter()
        .inspect(|button| assert_eq!((button.name.as_str(), button.need("popovertarget")), ("button", id)))
        .map(|button| (button.text(), button.get("popovertargetaction")))
        .collect();
    let expected = [("Close", Some("hide")), ("Show 3 cards", Some("hide"))];
    assert_eq!(actions, expected.map(|(text, action)| (text.to_owned(), action)));
    let title = page.one(|element| element.get("id") == Some(sheet.need("aria-labelledby")));
    assert_eq!(title.text(), "Filters");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_is_chosen_is_shown_outside_the_sheet(of_real in a_choice(real()), of_hostile in a_choice(hostile())) {
        check(real(), &of_real);
        check(hostile(), &of_hostile);
    }
}
