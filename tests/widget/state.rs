//! How each action of the reader changes the state.

use fact_cards::{
    state::{Action, Choice, Sort, State, View},
    visible::{shows, visible},
};
use fact_cards_story::{
    Kind,
    edition::{CardId, Facet, FactId},
};
use proptest::prelude::*;

use crate::{
    random::{a_choice, a_kind, a_query, a_state, a_value, an_action},
    story::{card, chosen, fact, filter, real, search, small, value},
};

/// A choice with every part set, which shows NEPTUNE and hides Glasgow.
fn busy() -> Choice {
    let edition = real();
    let facets = filter(edition, &[(Facet::Source, "marrakech-2025"), (Facet::Topic, "organised-crime")]);
    Choice { kind: Some(Kind::Operation), query: "135".to_owned(), ..facets }
}

#[test]
fn nothing_is_set_at_first() {
    let state = State::default();
    assert!(!state.choice.is_set());
    assert_eq!((state.card, state.relaxed), (None, None));
}

#[test]
fn choosing_a_kind_keeps_every_other_choice() {
    let state = chosen(busy()).after(Action::ChooseKind(Some(Kind::Venue)), real());
    assert_eq!(state, chosen(Choice { kind: Some(Kind::Venue), ..busy() }));
    let state = state.after(Action::ChooseKind(None), real());
    assert_eq!(state, chosen(Choice { kind: None, ..busy() }));
}

#[test]
fn typing_replaces_what_was_typed_and_keeps_it_letter_for_letter() {
    let state = chosen(busy()).after(Action::Search("  Neptune ".to_owned()), real());
    assert_eq!(state, chosen(Choice { query: "  Neptune ".to_owned(), ..busy() }));
}

#[test]
fn toggled_values_are_the_same_choice_in_any_order() {
    let edition = real();
    let [first, last] = ["elections-and-posts", "information-exchange"].map(|id| value(edition, Facet::Topic, id));
    let touch = |state: State, value| state.after(Action::Toggle(Facet::Topic, value), edition);
    let one_way = touch(touch(State::default(), first), last);
    let other_way = touch(touch(State::default(), last), first);
    assert_eq!(one_way, other_way);
    assert_eq!(one_way.choice.chosen(Facet::Topic), [first, last]);
    assert!(one_way.choice.has(Facet::Topic, last));
    assert!(!one_way.choice.has(Facet::Source, first));
}

#[test]
fn clearing_removes_filters_search_and_link_target() {
    let state =
        State { card: Some(CardId::new(3)), fact: Some(FactId::new(1)), relaxed: Some(search("x")), ..chosen(busy()) };
    assert_eq!(state.after(Action::Clear, real()), State::default());
}

#[test]
fn a_choice_that_leaves_nothing_out_does_not_count_as_set() {
    assert!(Choice { kind: Some(Kind::Member), ..Choice::default() }.is_set());
    assert!(filter(real(), &[(Facet::Type, "person")]).is_set());
    assert!(search("x").is_set());
    assert!(!search(" \t\u{a0}").is_set(), "spaces are no search");
    assert!(!Choice { sort: Sort::Name, ..Choice::default() }.is_set(), "an order leaves nothing out");
}

#[test]
fn a_link_to_a_card_that_shows_keeps_the_filters() {
    let neptune = card(real(), "operation-neptune");
    let state = chosen(busy()).after(Action::Open(neptune), real());
    assert_eq!(state, State { card: Some(neptune), ..chosen(busy()) });
}

#[test]
fn a_link_to_a_hidden_card_relaxes_the_filters_and_remembers_them() {
    let glasgow = card(real(), "glasgow");
    let state = chosen(busy()).after(Action::Open(glasgow), real());
    assert_eq!(state, State { card: Some(glasgow), relaxed: Some(busy()), ..State::default() });
}

#[test]
fn another_view_keeps_filters_search_and_order_and_drops_the_link_target() {
    let choice = Choice { sort: Sort::Name, ..busy() };
    let state = chosen(choice.clone()).after(Action::Open(card(real(), "operation-neptune")), real());
    let state = state.after(Action::Look(View::Map), real());
    assert_eq!(state, State { view: View::Map, ..chosen(choice.clone()) });
    let state = state.after(Action::Search("x".to_owned()), real()).after(Action::Order(Sort::Date), real());
    assert_eq!(
        state,
        State { view: View::Map, ..chosen(Choice { query: "x".to_owned(), sort: Sort::Date, ..choice }) }
    );
}

#[test]
fn clearing_leaves_the_view_and_the_order() {
    let state = State { view: View::Sources, ..chosen(Choice { sort: Sort::Name, ..busy() }) };
    let cleared = chosen(Choice { sort: Sort::Name, ..Choice::default() });
    assert_eq!(state.after(Action::Clear, real()), State { view: View::Sources, ..cleared });
}

#[test]
fn in_another_view_a_card_opens_beside_it_and_no_filter_is_relaxed() {
    let glasgow = card(real(), "glasgow");
    let state = State { view: View::Timeline, ..chosen(busy()) };
    let opened = state.after(Action::Open(glasgow), real());
    assert_eq!(opened, State { card: Some(glasgow), ..state.clone() });
    assert_eq!(opened.after(Action::Close, real()), state);
}

#[test]
fn a_link_to_a_fact_opens_its_card_with_it() {
    let (ship, neptune) = (fact(real(), "neptune-ship"), card(real(), "operation-neptune"));
    let state = chosen(search("glasgow")).after(Action::OpenFact(ship, neptune), real());
    assert_eq!((state.card, state.fact), (Some(neptune), Some(ship)));
    assert_eq!(state.relaxed, Some(search("glasgow")));
    let elsewhere = State::default().after(Action::OpenFact(ship, card(real(), "rabat")), real());
    assert_eq!(elsewhere.fact, None, "it does not stand there");
}

#[test]
fn a_card_of_another_kind_is_hidden_however_well_its_facts_match() {
    let kind = Choice { kind: Some(Kind::Venue), ..Choice::default() };
    let neptune = card(real(), "operation-neptune");
    assert!(!shows(real(), &kind, neptune));
    assert_eq!(chosen(kind.clone()).after(Action::Open(neptune), real()).relaxed, Some(kind));
}

#[test]
fn relaxed_filters_can_be_restored() {
    let state = chosen(busy()).after(Action::Open(card(real(), "glasgow")), real()).after(Action::PutBack, real());
    assert_eq!(state, chosen(busy()));
}

#[test]
fn restoring_when_nothing_was_relaxed_keeps_the_choice() {
    assert_eq!(chosen(busy()).after(Action::PutBack, real()), chosen(busy()));
}

#[test]
fn after_a_second_link_there_are_no_relaxed_filters_to_restore() {
    let state = chosen(busy())
        .after(Action::Open(card(real(), "glasgow")), real())
        .after(Action::Open(card(real(), "rabat")), real());
    assert_eq!(state, State { card: Some(card(real(), "rabat")), ..State::default() });
}

#[test]
fn a_link_beyond_the_list_of_cards_changes_nothing() {
    for beyond in [u16::try_from(real().cards.len()).unwrap(), u16::MAX].map(CardId::new) {
        assert_eq!(chosen(busy()).after(Action::Open(beyond), real()), chosen(busy()));
    }
}

#[test]
fn a_value_unknown_to_the_story_is_not_in_the_address_and_can_be_removed() {
    let nowhere = Action::Toggle(Facet::Place, u16::MAX.into());
    let state = State::default().after(nowhere.clone(), real());
    assert_eq!(state.to_fragment(real()), "");
    let _ = visible(real(), &state.choice);
    assert_eq!(state.after(nowhere, real()), State::default());
}

proptest! {
    #[test]
    fn toggling_twice_changes_nothing(choice in a_choice(real()), (facet, value) in a_value(real())) {
        let state = chosen(choice);
        let toggle = Action::Toggle(facet, value);
        let once = state.after(toggle.clone(), real());
        prop_assert_ne!(once.choice.has(facet, value), state.choice.has(facet, value));
        prop_assert_eq!(once.after(toggle, real()), state);
    }

    #[test]
    fn whatever_the_reader_chooses_next_drops_the_link_target(
        state in a_state(real()),
        opened in 0..u16::try_from(real().cards.len()).unwrap(),
        kind in a_kind(),
        query in a_query(),
        (facet, value) in a_value(real()),
    ) {
        let opened = CardId::new(opened);
        let state = state.after(Action::Open(opened), real());
        prop_assert_eq!(state.card, Some(opened));
        let next = [Action::ChooseKind(kind), Action::Search(query), Action::Toggle(facet, value), Action::Clear, Action::PutBack];
        for action in next {
            let after = state.after(action, real());
            prop_assert_eq!((after.card, after.relaxed), (None, None));
        }
    }

    #[test]
    fn the_link_target_always_shows_and_no_choice_is_lost_for_it(
        choice in a_choice(real()),
        opened in 0..u16::try_from(real().cards.len()).unwrap(),
    ) {
        let opened = CardId::new(opened);
        let state = chosen(choice.clone()).after(Action::Open(opened), real());
        prop_assert!(shows(real(), &state.choice, opened));
        prop_assert_eq!(state.relaxed.is_some(), !shows(real(), &choice, opened));
        prop_assert_eq!(state.relaxed.unwrap_or(state.choice), choice);
    }

    #[test]
    fn after_any_action_chosen_values_are_sorted_unique_and_in_the_story(
        real_actions in proptest::collection::vec(an_action(real()), 0..30),
        small_actions in proptest::collection::vec(an_action(small()), 0..30),
    ) {
        for (edition, actions) in [(real(), real_actions), (small(), small_actions)] {
            let mut state = State::default();
            for action in actions {
                state = state.after(action, edition);
                for choice in [&state.choice].into_iter().chain(&state.relaxed) {
                    for facet in Facet::ALL {
                        let chosen = choice.chosen(facet);
                        prop_assert!(chosen.is_sorted_by(|one, next| one < next), "{:?}", chosen);
                        let values = edition.facets[facet.index()].len();
                        prop_assert!(chosen.iter().all(|value| usize::from(*value) < values), "{:?}", chosen);
                    }
                }
                prop_assert!(state.card.is_none_or(|card| usize::from(card) < edition.cards.len()));
            }
            let _ = visible(edition, &state.choice);
        }
    }
}
