//! Which cards are on the page: those that show, those that stay hidden where they are, those behind the button for more.

use std::rc::Rc;

use fact_cards::{
    PageOptions, Prerendered, Requested, prerender,
    state::{Action, Choice, Sort, State, View},
    visible::{shows, visible},
};
use fact_cards_story::{
    Kind,
    edition::{Edition, Facet},
};
use proptest::prelude::*;

use crate::{
    page::{Element, html_of, html_with, parse, parse_with_hidden, prerendered, without_comments},
    random::a_state,
    story::{self, card, chosen, filter, real, search, small},
};

/// The id of a card on a page. One that does not show has no place of its own, and is known by its name.
fn id_of(edition: &Edition, element: &Element) -> String {
    let name = element.one(|element| element.is("name"));
    let mut named = edition.cards.iter().filter(|card| card.name.shown() == name.text());
    let id = named.next().expect("a card of the story").id.clone();
    assert!(named.next().is_none(), "two cards are named {}", name.text());
    let place = ["data-card", "id", "aria-labelledby"].map(|attribute| element.get(attribute));
    if element.get("hidden").is_some() {
        assert_eq!((place, name.get("id")), ([None; 3], None), "{id} cannot be linked to or found");
    } else {
        let heading = Some(format!("name={id}"));
        assert_eq!(place, [Some(id.as_str()), Some(&format!("card={id}")), heading.as_deref()]);
        assert_eq!(name.get("id"), heading.as_deref());
    }
    id
}

/// The cards that are in the markup, in order, each with whether it shows.
fn on_page(edition: &Edition, state: &State) -> Vec<(String, bool)> {
    let requested = Requested { state: state.clone(), ..Requested::default() };
    let page = parse_with_hidden(&html_of(edition, requested, 1));
    let cards = page.one(|element| element.is("cards")).elements();
    cards.map(|card| (id_of(edition, card), card.get("hidden").is_none())).collect()
}

#[test]
fn cards_that_do_not_show_stay_hidden_where_they_are_while_the_order_allows_it() {
    let all: Vec<&str> = real().cards.iter().map(|card| card.id.as_str()).collect();
    for choice in [
        Choice { kind: Some(Kind::Venue), ..Choice::default() },
        filter(real(), &[(Facet::Topic, "terrorism")]),
        search("summed it up"),
        search("nothing-has-this"),
    ] {
        let there = on_page(real(), &chosen(choice.clone()));
        assert_eq!(there.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), all, "{choice:?}");
        let seen = visible(real(), &choice);
        let shown: Vec<&str> = there.iter().filter(|(_, shows)| *shows).map(|(id, _)| id.as_str()).collect();
        assert_eq!(shown, story::cards(real(), &seen));
    }
    let by_name = Choice { sort: Sort::Name, kind: Some(Kind::Member), ..Choice::default() };
    let order = real().by_name.iter().map(|card| real().cards.get(usize::from(*card)).unwrap().id.clone());
    let there = on_page(real(), &chosen(by_name)).into_iter().map(|(id, _)| id);
    assert_eq!(there.collect::<Vec<_>>(), order.collect::<Vec<_>>(), "the order that the reader wants");
}

#[test]
fn where_the_best_match_comes_first_the_hidden_cards_come_last() {
    let choice = search("lamp");
    let there = on_page(story::ranked(), &chosen(choice.clone()));
    let (shown, hidden): (Vec<_>, Vec<_>) = there.iter().partition(|(_, shows)| *shows);
    let shown: Vec<&str> = shown.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(shown, story::cards(story::ranked(), &visible(story::ranked(), &choice)));
    assert!(!hidden.is_empty() && there[..shown.len()].iter().all(|(_, shows)| *shows));
}

#[test]
fn in_another_view_the_cards_are_hidden_together() {
    for view in View::ALL {
        let requested = Requested { state: State { view, ..State::default() }, ..Requested::default() };
        let page = parse_with_hidden(&html_of(small(), requested, 1));
        let list = page.one(|element| element.is("cards"));
        assert_eq!(list.get("hidden").is_some(), view != View::Cards, "{view:?}");
        assert_eq!(list.every(|element| element.is("card")).len(), small().cards.len());
        for card in list.elements() {
            assert_eq!(card.get("hidden").is_some(), view != View::Cards, "{}", id_of(small(), card));
        }
    }
}

#[test]
fn nothing_is_marked_on_a_card_that_does_not_show() {
    let state = chosen(Choice { kind: Some(Kind::Venue), ..search("interpol") });
    let page = parse_with_hidden(&html_of(real(), Requested { state, ..Requested::default() }, 1));
    let hidden = page.every(|element| element.is("card") && element.get("hidden").is_some());
    assert!(hidden.iter().any(|card| id_of(real(), card) == "interpol"), "its kind alone hides it");
    for card in hidden {
        assert_eq!(card.every(|element| element.name == "mark" || element.is("hits")).len(), 0);
    }
}

/// The cards of a page that stand behind the button, and the words on it.
fn rest(page: &Element) -> (Vec<&str>, Option<Vec<String>>) {
    let rest = page.every(|element| element.get("data-rest").is_some());
    let button = page.every(|element| element.is("show-all")).into_iter().next();
    let words = button.map(|button| {
        assert_eq!((button.name.as_str(), button.get("open")), ("details", None));
        button.every(|element| element.name == "span").iter().map(|words| words.text()).collect()
    });
    (rest.iter().map(|card| card.need("data-card")).collect(), words)
}

fn with_show(edition: &Edition, state: &State, show: usize) -> Element {
    let requested = Requested { state: state.clone(), ..Requested::default() };
    parse(&html_with(edition, requested, |props| props.show = show))
}

#[test]
fn cards_beyond_the_first_stand_behind_a_button_that_says_how_many_there_are() {
    let all: Vec<&str> = real().cards.iter().map(|card| card.id.as_str()).collect();
    let count = all.len();
    let options = PageOptions { heading_level: 2, show: 6, ..PageOptions::default() };
    let snippet = prerender(&Rc::new(real().clone()), Prerendered::Cards(0), options);
    for page in [with_show(real(), &State::default(), 6), parse(&without_comments(&snippet))] {
        let words = vec![format!("Show all {count} cards"), "Show fewer".to_owned()];
        assert_eq!(rest(&page), (all[6..].to_vec(), Some(words)));
        assert_eq!(page.every(|element| element.is("card")).len(), count, "they are there all the same");
    }
    assert_eq!(rest(&with_show(real(), &State::default(), count - 1)).0, all[count - 1..]);
    assert_eq!(rest(&with_show(real(), &State::default(), count)), (vec![], None), "there is room for all");
    assert_eq!(rest(&with_show(real(), &State::default(), 0)), (vec![], None), "all of them are wanted");
}

#[test]
fn of_the_cards_that_show_the_first_ones_stand_before_the_button() {
    let choice = Choice { kind: Some(Kind::Member), ..Choice::default() };
    let found = visible(real(), &choice);
    let members = story::cards(real(), &found);
    assert!(members.len() > 2);
    let page = with_show(real(), &chosen(choice), 2);
    let words = vec![format!("Show all {} cards", members.len()), "Show fewer".to_owned()];
    assert_eq!(rest(&page), (members[2..].to_vec(), Some(words)));
}

#[test]
fn the_link_target_does_not_stand_behind_the_button() {
    let last = real().cards.get(real().cards.len() - 1).unwrap();
    let state = State::default().after(Action::Open(card(real(), &last.id)), real());
    let page = with_show(real(), &state, 2);
    let (rest, button) = rest(&page);
    assert!(button.is_some());
    assert!(!rest.contains(&last.id.as_str()) && rest.len() == real().cards.len() - 3, "{rest:?}");
}

#[test]
fn another_view_has_no_button_for_more_cards() {
    for view in View::ALL {
        let page = with_show(real(), &State { view, ..State::default() }, 2);
        assert_eq!(page.every(|element| element.is("show-all")).len(), usize::from(view == View::Cards), "{view:?}");
    }
}

#[test]
fn the_cards_of_the_first_story_have_fewer_than_fifteen_hundred_elements() {
    let page = prerendered(real());
    let elements = page.one(|element| element.is("cards")).all().len();
    assert!(elements < 1500, "{elements}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn in_any_state_every_card_is_on_the_page_once_and_exactly_those_found_show(state in a_state(real())) {
        let there = on_page(real(), &state);
        let mut ids: Vec<&str> = there.iter().map(|(id, _)| id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!((ids.len(), there.len()), (real().cards.len(), real().cards.len()));
        for (id, is_shown) in &there {
            let is_found = shows(real(), &state.choice, card(real(), id));
            prop_assert_eq!(*is_shown, is_found && state.view == View::Cards, "{}", id);
        }
    }
}
