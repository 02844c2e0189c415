//! The state in the fragment of a URL: how it is written, and what is read from fragments that anybody may have
//! written.

use fact_cards::{
    state::{Action, Choice, Sort, State, View},
    visible::visible,
};
use fact_cards_story::{
    Kind,
    edition::{Facet, ValueId},
};
use proptest::prelude::*;

use crate::{
    random::a_state,
    story::{card, chosen, fact, filter, real, search, small},
};

fn from(fragment: &str) -> State {
    State::from_fragment(fragment, real())
}

/// A state in which every part is set.
fn everything() -> State {
    let facets = filter(
        real(),
        &[
            (Facet::Type, "person"),
            (Facet::Source, "marrakech-2025"),
            (Facet::Topic, "police-co-operation"),
            (Facet::Topic, "organised-crime"),
            (Facet::Place, "marrakech"),
            (Facet::Year, "2025"),
            (Facet::Speaker, "ahmed-nasser-al-raisi"),
        ],
    );
    State {
        choice: Choice { kind: Some(Kind::Operation), query: " neptune 135 ".to_owned(), sort: Sort::Date, ..facets },
        view: View::Timeline,
        card: Some(card(real(), "ahmed-nasser-al-raisi")),
        fact: Some(fact(real(), "neptune-arrests")),
        relaxed: Some(search("gone")),
    }
}

#[test]
fn the_default_state_is_an_empty_fragment() {
    assert_eq!(State::default().to_fragment(real()), "");
    assert_eq!(chosen(search(" \n ")).to_fragment(real()), "");
    for nothing in ["", "#", "##", "&", "&&=&", "#&"] {
        assert_eq!(from(nothing), State::default(), "{nothing}");
    }
}

#[test]
fn everything_that_is_set_is_in_the_fragment_by_name_and_id() {
    assert_eq!(
        everything().to_fragment(real()),
        "kind=operation&type=person&source=marrakech-2025&topic=police-co-operation,organised-crime&place=marrakech\
         &year=2025&speaker=ahmed-nasser-al-raisi&q=neptune%20135&sort=date&view=timeline&card=ahmed-nasser-al-raisi\
         &fact=neptune-arrests"
    );
}

#[test]
fn each_part_can_be_in_the_fragment_alone() {
    let of = |choice: Choice| chosen(choice).to_fragment(real());
    assert_eq!(of(Choice { kind: Some(Kind::Venue), ..Choice::default() }), "kind=venue");
    assert_eq!(of(Choice { kind: Some(Kind::Member), ..Choice::default() }), "kind=member");
    assert_eq!(of(filter(real(), &[(Facet::Place, "rabat")])), "place=rabat");
    assert_eq!(of(search("ÉTÉ & <b>#%+")), "q=%C3%89T%C3%89%20%26%20%3Cb%3E%23%25%2B");
    let card = State { card: Some(card(real(), "i-24-7")), ..State::default() };
    assert_eq!(card.to_fragment(real()), "card=i-24-7");
}

#[test]
fn relaxed_filters_are_not_in_the_fragment() {
    let state = State { relaxed: Some(search("gone")), ..State::default() };
    assert_eq!(state.to_fragment(real()), "");
}

#[test]
fn the_order_of_the_parts_does_not_matter_nor_that_of_the_values() {
    let expected = State {
        relaxed: None,
        choice: Choice { query: "neptune 135".to_owned(), ..everything().choice },
        ..everything()
    };
    assert_eq!(from(&everything().to_fragment(real())), expected);
    let other = "#fact=neptune-arrests&card=ahmed-nasser-al-raisi&view=timeline&sort=date&q=neptune%20135\
                 &speaker=ahmed-nasser-al-raisi&year=2025&place=marrakech&topic=organised-crime,police-co-operation\
                 &source=marrakech-2025&type=person&kind=operation";
    assert_eq!(from(other), expected);
}

#[test]
fn names_and_ids_that_the_story_does_not_have_are_ignored() {
    let ignored = [
        "colour=red",
        "kind=person",
        "kind=Member",
        "kind=",
        "source=nobody",
        "source=",
        "topic=,,,",
        "topic=elections and posts",
        "card=nobody",
        "card=",
        "card=0",
        "fact=nothing",
        "fact=operation-neptune",
        "view=everything",
        "view=cards",
        "sort=size",
        "year=1066",
        "year=",
        "speaker=glasgow",
        "type=member",
        "facets=1",
        "SOURCE=election-2024",
        "relaxed=q",
        "kind",
        "=member",
    ];
    for fragment in ignored {
        assert_eq!(from(fragment), State::default(), "{fragment}");
        assert_eq!(from(&format!("#{fragment}&place=rabat")), from("place=rabat"), "{fragment}");
    }
    assert_eq!(from("topic=nobody,terrorism,"), from("topic=terrorism"));
    assert_eq!(from("source=glasgow"), State::default(), "an id of another facet is not one of this");
    assert_eq!(from("card=marrakech-2025"), State::default(), "an article is not a card");
}

#[test]
fn values_that_are_repeated_count_once() {
    let once = chosen(filter(real(), &[(Facet::Topic, "terrorism"), (Facet::Topic, "cybersecurity")]));
    assert_eq!(from("topic=terrorism,cybersecurity,terrorism"), once);
    assert_eq!(from("topic=terrorism,cybersecurity&topic=terrorism"), once);
    assert_eq!(from("topic=cybersecurity&topic=terrorism"), once, "a facet that is named twice has the values of both");
}

#[test]
fn where_only_one_value_is_possible_the_last_counts() {
    assert_eq!(from("kind=member&kind=venue").choice.kind, Some(Kind::Venue));
    assert_eq!(from("q=one&q=two").choice.query, "two");
    assert_eq!(from("card=rabat&card=glasgow").card, Some(card(real(), "glasgow")));
}

#[test]
fn broken_percent_signs_and_invalid_utf_8_do_no_harm() {
    assert_eq!(from("q=100%").choice.query, "100%");
    assert_eq!(from("q=%zz%2").choice.query, "%zz%2");
    assert_eq!(from("q=%ff%fe").choice.query, "\u{fffd}\u{fffd}");
    assert_eq!(from("q=%E2%82").choice.query, "\u{fffd}");
    assert_eq!(from("kind=%ff&card=%"), State::default());
    assert_eq!(from("%6bind=member"), State::default(), "names are written as they are");
    assert_eq!(from("kind=%6dember").choice.kind, Some(Kind::Member));
}

#[test]
fn hostile_text_is_only_ever_a_search_for_that_text() {
    let script = "<script>alert(1)</script>";
    for field in State::NAMES.into_iter().filter(|name| *name != "q").chain([script]) {
        assert_eq!(from(&format!("{field}={script}")), State::default(), "{field}");
    }
    assert_eq!(from(&format!("q={script}")), chosen(search(script)));
    assert_eq!(
        chosen(search(script)).to_fragment(real()),
        "q=%3Cscript%3Ealert%281%29%3C%2Fscript%3E",
        "nothing of it is left to mean something in a URL"
    );
}

#[test]
fn a_very_long_search_is_cut_to_200_characters_not_bytes() {
    for letter in ["a", "é", "👮"] {
        let query = from(&format!("q={}", letter.repeat(100_000))).choice.query;
        assert_eq!(query, letter.repeat(200));
        assert_eq!(from(&chosen(search(&query)).to_fragment(real())), chosen(search(&query)));
    }
    assert_eq!(from(&format!("q={}", "%20".repeat(300))), State::default());
    assert_eq!(from(&format!("q={}x", "%20".repeat(300))).choice.query, "x", "spaces before it do not count");
}

#[test]
fn arabic_and_emoji_survive_escaped_or_not() {
    for query in ["مراكش", "الأمن الوطني 2025", "👮🏽‍♀️ 🇲🇦", "Café Zürich ﬁn"] {
        let state = chosen(search(query));
        let fragment = state.to_fragment(real());
        assert!(fragment.is_ascii(), "{fragment}");
        assert_eq!(from(&fragment), state);
        assert_eq!(from(&format!("#q={query}")), state, "as some programs pass it on");
    }
}

#[test]
fn a_plus_sign_is_a_plus_sign() {
    assert_eq!(from("q=140+").choice.query, "140+");
}

#[test]
fn an_address_of_one_story_does_no_harm_to_another() {
    let of_any_story = Choice { kind: Some(Kind::Operation), sort: Sort::Date, ..search("neptune 135") };
    let elsewhere = State::from_fragment(&everything().to_fragment(real()), small());
    let person = filter(small(), &[(Facet::Type, "person")]).facets;
    assert_eq!(elsewhere, State { view: View::Timeline, ..chosen(Choice { facets: person, ..of_any_story }) });
    let elsewhere = State {
        card: Some(u16::MAX.into()),
        ..chosen(Choice { facets: Facet::ALL.map(|_| [7, 900].map(ValueId::new).to_vec()), ..search("x") })
    };
    assert_eq!(elsewhere.to_fragment(small()), "q=x", "what the story does not have has no name");
}

proptest! {
    #[test]
    fn every_reachable_state_can_be_restored_from_its_fragment(state in a_state(real())) {
        let fragment = state.to_fragment(real());
        let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%=&,".contains(&byte);
        prop_assert!(fragment.bytes().all(unreserved), "{}", fragment);
        let query = state.choice.query.trim().to_owned();
        let expected = State { choice: Choice { query, ..state.choice }, relaxed: None, ..state };
        prop_assert_eq!(&from(&fragment), &expected);
        prop_assert_eq!(from(&format!("#{fragment}")), expected);
    }

    #[test]
    fn any_fragment_leads_to_a_state_that_can_be_shown_and_written_again(
        parts in proptest::collection::vec(
            (
                prop_oneof![
                    4 => proptest::sample::select(State::NAMES.to_vec()).prop_map(str::to_owned),
                    1 => any::<String>(),
                ],
                prop_oneof![
                    4 => proptest::sample::select(vec![
                        "member", "venue", "election-2024", "glasgow", "terrorism,glasgow,cybersecurity", "%", "%C3", "rabat,",
                        "person", "2025,1923", "dgsn", "name", "date", "map", "timeline", "neptune-arrests", "dkhissi-praised",
                        "operation-neptune", "ahmed-nasser-al-raisi",
                    ]).prop_map(str::to_owned),
                    1 => any::<String>(),
                ],
            ),
            0..8,
        ),
    ) {
        let parts: Vec<String> = parts.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let fragment = parts.join("&");
        let state = from(&fragment);
        let _ = visible(real(), &state.choice);
        for facet in Facet::ALL {
            let chosen = state.choice.chosen(facet);
            prop_assert!(chosen.is_sorted_by(|one, next| one < next));
            prop_assert!(chosen.iter().all(|value| usize::from(*value) < real().facets[facet.index()].len()));
        }
        prop_assert_eq!(from(&state.to_fragment(real())), state);
    }

    #[test]
    fn a_shared_address_shows_what_its_sender_saw(state in a_state(real())) {
        let arrived = from(&state.to_fragment(real()));
        prop_assert_eq!(visible(real(), &arrived.choice), visible(real(), &state.choice));
    }
}

#[test]
fn an_attribute_replaces_its_part_of_the_state_and_leaves_the_rest() {
    let set = |name: &str, value: &str| everything().with(real(), name, value).to_fragment(real());
    let before = everything().to_fragment(real());
    let replaced = |part: &str, by: &str| {
        assert_eq!(before.matches(part).count(), 1, "{part}");
        before.replace(part, by)
    };
    for (name, value, part, by) in [
        ("kind", "venue", "kind=operation", "kind=venue"),
        ("type", "country,election", "type=person", "type=country,election"),
        ("source", "election-2024,marrakech-2025", "source=marrakech-2025", "source=election-2024,marrakech-2025"),
        ("topic", "terrorism", "topic=police-co-operation,organised-crime", "topic=terrorism"),
        ("place", "", "&place=marrakech", ""),
        ("year", "1923", "year=2025", "year=1923"),
        ("speaker", "dgsn", "speaker=ahmed-nasser-al-raisi", "speaker=dgsn"),
        ("q", "a & b", "q=neptune%20135", "q=a%20%26%20b"),
        ("sort", "name", "sort=date", "sort=name"),
        ("view", "map", "view=timeline", "view=map"),
        ("card", "rabat", "card=ahmed-nasser-al-raisi&fact=neptune-arrests", "card=rabat"),
        ("fact", "neptune-ship", "card=ahmed-nasser-al-raisi&fact=neptune-arrests", "fact=neptune-ship"),
    ] {
        assert_eq!(set(name, value), replaced(part, by), "{name}={value}");
    }
}

#[test]
fn an_attribute_with_no_value_or_an_unknown_one_sets_nothing() {
    for name in State::NAMES {
        for value in ["", "all", "nobody-knows"].into_iter().filter(|value| name != "q" || value.is_empty()) {
            let state = State { card: None, fact: None, ..everything() }.with(real(), name, value);
            assert!(state.to_pairs(real()).iter().all(|(set, _)| *set != name), "{name}={value}");
        }
    }
    let state = State { relaxed: None, ..everything() };
    assert_eq!(state.clone().with(real(), "colour", "red"), state);
}

#[test]
fn an_attribute_that_names_a_hidden_card_relaxes_the_filters() {
    let state = chosen(Choice { kind: Some(Kind::Venue), ..Choice::default() });
    let shown = state.clone().with(real(), "card", "dgsn");
    assert_eq!((shown.card, shown.relaxed), (Some(card(real(), "dgsn")), Some(state.choice)));
}

#[test]
fn a_fact_without_a_card_means_the_fact_on_its_own_card() {
    let arrests = fact(real(), "neptune-arrests");
    let on = |id: &str| State::default().after(Action::OpenFact(arrests, card(real(), id)), real());
    assert_eq!(on("operation-neptune").to_fragment(real()), "fact=neptune-arrests");
    assert_eq!(on("ahmed-nasser-al-raisi").to_fragment(real()), "card=ahmed-nasser-al-raisi&fact=neptune-arrests");
    assert_eq!(from("fact=neptune-arrests"), on("operation-neptune"));
    assert_eq!(from("fact=neptune-arrests").showing_its_card(real()), on("operation-neptune"));
    assert_eq!(
        from("card=ahmed-nasser-al-raisi&fact=neptune-arrests").showing_its_card(real()),
        on("ahmed-nasser-al-raisi")
    );
}

#[test]
fn a_fact_that_is_not_on_the_card_named_with_it_is_ignored() {
    let state = from("card=rabat&fact=neptune-arrests").showing_its_card(real());
    assert_eq!(state, State { card: Some(card(real(), "rabat")), ..State::default() });
}

#[test]
fn another_card_by_attribute_drops_the_fact_of_the_previous_one() {
    let state = everything().with(real(), "card", "rabat");
    assert_eq!((state.card, state.fact), (Some(card(real(), "rabat")), None));
    let state = everything().with(real(), "fact", "dkhissi-praised");
    assert_eq!(state.card, Some(card(real(), "mohammed-dkhissi")));
}

#[test]
fn every_name_that_can_be_set_is_in_the_list_of_names() {
    let pairs = everything().to_pairs(real());
    // A story of one page never has a page number.
    let names: Vec<&str> = State::NAMES.into_iter().filter(|name| *name != "page").collect();
    assert_eq!(pairs.iter().map(|(name, _)| *name).collect::<Vec<_>>(), names);
}
