//! The order of the cards.

use fact_cards::{
    state::{Action, Choice, Sort, State, View},
    visible::visible,
};
use fact_cards_story::edition::{CardId, Edition, Facet, ValueId};
use proptest::prelude::*;

use crate::{
    page::{Element, page},
    random::a_choice,
    story::{card, cards, chosen, filter, ranked, real, search, small},
};

fn sorted(sort: Sort, choice: Choice) -> Choice {
    Choice { sort, ..choice }
}

fn order(edition: &Edition, choice: &Choice) -> Vec<String> {
    cards(edition, &visible(edition, choice)).into_iter().map(str::to_owned).collect()
}

/// The last day of anything on a card, computed naively; None if nothing has a date.
fn last_day(edition: &Edition, position: CardId) -> Option<&str> {
    let card = &edition.cards.get(usize::from(position)).unwrap();
    let facts = card.facts.iter().map(|fact| edition.facts.get(usize::from(*fact)).unwrap());
    let dates = facts.flat_map(|fact| [&fact.date, &fact.said_on]).flatten();
    dates.map(|date| date.split_once('/').map_or(date.as_str(), |(_, end)| end)).max()
}

#[test]
fn the_order_as_told_is_the_editors() {
    let all: Vec<&str> = real().cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(order(real(), &sorted(Sort::Story, Choice::default())), all);
    assert_eq!(order(real(), &Choice::default()), all);
}

#[test]
fn the_order_by_name_is_alphabetical() {
    assert_eq!(order(small(), &sorted(Sort::Name, Choice::default())), ["amina-souley", "cap-rouge", "relighting"]);
    let shown = visible(real(), &sorted(Sort::Name, Choice::default()));
    let names: Vec<String> = shown
        .cards
        .iter()
        .map(|shown| real().cards.get(usize::from(shown.card)).unwrap().name.folded().replace(['-', '\'', '’'], ""))
        .collect();
    assert!(names.is_sorted(), "{names:?}");
    assert_eq!(names.len(), real().cards.len());
}

#[test]
fn latest_first_goes_by_the_last_day_on_a_card_and_undated_cards_come_last() {
    assert_eq!(order(small(), &sorted(Sort::Date, Choice::default())), ["relighting", "amina-souley", "cap-rouge"]);
    let shown = visible(real(), &sorted(Sort::Date, Choice::default()));
    let days: Vec<Option<&str>> = shown.cards.iter().map(|shown| last_day(real(), shown.card)).collect();
    assert!(days.is_sorted_by(|one, next| one >= next), "{days:?}");
    assert!(days[0].is_some() && days.last() == Some(&None), "{days:?}");
    let same_day =
        shown.cards.windows(2).filter(|pair| last_day(real(), pair[0].card) == last_day(real(), pair[1].card));
    assert!(same_day.into_iter().all(|pair| pair[0].card < pair[1].card), "on one day the editor decides");
}

#[test]
fn the_best_matches_come_first_only_in_the_order_as_told() {
    let best = order(ranked(), &search("lamp"));
    assert_eq!(best[0], "just-name");
    let by_name = order(ranked(), &sorted(Sort::Name, search("lamp")));
    assert_eq!(by_name[0], "spelling-begun", "it is called Five");
    let mut of_both = [best, by_name];
    for ids in &mut of_both {
        ids.sort();
    }
    assert_eq!(of_both[0], of_both[1], "the same cards");

    let by_date = visible(real(), &sorted(Sort::Date, search("morocco")));
    let days: Vec<Option<&str>> = by_date.cards.iter().map(|shown| last_day(real(), shown.card)).collect();
    assert!(days.is_sorted_by(|one, next| one >= next), "{days:?}");
}

#[test]
fn the_order_stays_whatever_else_is_chosen_and_is_in_the_address() {
    let state = State::default().after(Action::Order(Sort::Name), real());
    assert_eq!(state.to_fragment(real()), "sort=name");
    assert_eq!(State::from_fragment("sort=name", real()), state);
    for action in [
        Action::Search("neptune".to_owned()),
        Action::Look(View::Map),
        Action::Toggle(Facet::Topic, ValueId::new(0)),
        Action::Clear,
        Action::Open(card(real(), "rabat")),
        Action::Close,
    ] {
        assert_eq!(state.after(action.clone(), real()).choice.sort, Sort::Name, "{action:?}");
    }
    let narrow = state.after(Action::Search("glasgow".to_owned()), real());
    let opened = narrow.after(Action::Open(card(real(), "operation-neptune")), real());
    assert!(opened.relaxed.is_some());
    assert_eq!(opened.choice.sort, Sort::Name, "what is relaxed is what hides the card");
}

#[test]
fn an_order_is_not_a_filter() {
    assert!(!sorted(Sort::Date, Choice::default()).is_set());
    assert!(!visible(real(), &sorted(Sort::Date, Choice::default())).narrowed);
    let page = page(small(), &chosen(sorted(Sort::Date, Choice::default())));
    assert_eq!(page.every(|element| element.is("clear")).len(), 0);
}

#[test]
fn the_sheet_offers_every_order_and_checks_the_one_that_is_chosen() {
    for (sort, name) in Sort::ALL.into_iter().zip(["As told", "By name", "Latest first"]) {
        let page = page(small(), &chosen(sorted(sort, Choice::default())));
        let sheet = page.one(|element| element.is("filters"));
        let radios = sheet.every(|element| element.get("name") == Some("sort"));
        assert_eq!(radios.iter().map(|radio| radio.need("value")).collect::<Vec<_>>(), Sort::ALL.map(Sort::key));
        let is_checked = |element: &Element| element.get("checked").is_some() && element.get("name") == Some("sort");
        let label = sheet.one(|element| element.name == "label" && !element.every(is_checked).is_empty());
        assert_eq!(label.text(), name);
    }
}

proptest! {
    #[test]
    fn an_order_changes_the_order_alone(choice in a_choice(real())) {
        let as_told = visible(real(), &sorted(Sort::Story, choice.clone()));
        for sort in [Sort::Name, Sort::Date] {
            let mut other = visible(real(), &sorted(sort, choice.clone()));
            other.order.sort_by_key(|card| as_told.order.iter().position(|told| told == card));
            other.cards.sort_by_key(|shown| as_told.cards.iter().position(|told| told.card == shown.card));
            prop_assert_eq!(&other, &as_told);
        }
    }

    #[test]
    fn filters_do_not_change_any_order(choice in a_choice(real())) {
        for sort in [Sort::Name, Sort::Date] {
            let place = |id: &String| {
                let all = order(real(), &sorted(sort, Choice::default()));
                all.iter().position(|other| other == id)
            };
            // Without a search, which decides between cards with the same day.
            let filtered = Choice { query: String::new(), ..sorted(sort, choice.clone()) };
            prop_assert!(order(real(), &filtered).iter().map(place).is_sorted());
        }
    }
}

#[test]
fn filtered_cards_keep_their_order() {
    let filtered = filter(real(), &[(Facet::Topic, "terrorism")]);
    let by_name = order(real(), &sorted(Sort::Name, filtered.clone()));
    let mut told = order(real(), &filtered);
    assert_ne!(by_name, told);
    told.sort_by_key(|id| real().by_name.iter().position(|at| *at == card(real(), id)));
    assert_eq!(by_name, told);
}
