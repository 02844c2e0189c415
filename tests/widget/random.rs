//! Random actions of a reader.

use fact_cards::state::{Action, Choice, Sort, State, View};
use fact_cards_story::{
    Kind,
    edition::{Edition, Facet, ValueId},
};
use proptest::prelude::*;

/// One kind of card, or all.
pub fn a_kind() -> impl Strategy<Value = Option<Kind>> {
    proptest::option::of(proptest::sample::select(Kind::ALL.to_vec()))
}

/// A search: words of the story and what people type, or any characters.
pub fn a_query() -> impl Strategy<Value = String> {
    let words = [
        "",
        " ",
        "morocco",
        "MOROCCO ",
        "neptune 135",
        "Mohamed",
        "é",
        "lamp",
        "raisi crime",
        "summed it up",
        "childhood",
        "140+ countries",
        "moroco",
        "\"added val",
        "nothing-has-this",
        "أمينة",
        "👮🏽",
        "a",
    ];
    prop_oneof![
        3 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

/// Words of the story, some with a few letters changed.
pub fn a_mistyped_query() -> impl Strategy<Value = String> {
    let words =
        ["morocco", "neptune", "operation", "international", "I-24/7", "police", "crime", "2024", "\"added value\""];
    let change = (any::<prop::sample::Index>(), 0..5_u8, "[a-z0-9]");
    let word = (proptest::sample::select(words.to_vec()), proptest::collection::vec(change, 0..3));
    proptest::collection::vec(word, 1..3).prop_map(|words| {
        let words = words.into_iter().map(|(word, changes)| {
            let mut letters: Vec<char> = word.chars().collect();
            for (at, change, letter) in changes {
                let at = at.index(letters.len());
                match change {
                    0 => letters[at] = letter.chars().next().unwrap(),
                    1 => letters.insert(at, letter.chars().next().unwrap()),
                    2 if letters.len() > 1 => drop(letters.remove(at)),
                    3 if at > 0 => letters.swap(at - 1, at),
                    _ => {}
                }
            }
            letters.into_iter().collect::<String>()
        });
        words.collect::<Vec<_>>().join(" ")
    })
}

/// A value of a facet in the story.
pub fn a_value(edition: &'static Edition) -> impl Strategy<Value = (Facet, ValueId)> {
    let values: Vec<(Facet, ValueId)> = Facet::ALL
        .into_iter()
        .flat_map(|facet| ValueId::first(edition.facets[facet.index()].len()).map(move |value| (facet, value)))
        .collect();
    proptest::sample::select(values)
}

/// A choice that a reader can make.
pub fn a_choice(edition: &'static Edition) -> impl Strategy<Value = Choice> {
    (a_kind(), a_query(), proptest::collection::btree_set(0_usize..100, 0..4)).prop_map(move |(kind, query, picks)| {
        let mut choice = Choice { kind, query, ..Choice::default() };
        for pick in picks {
            let facet = Facet::ALL[pick % Facet::ALL.len()];
            let values = edition.facets[facet.index()].len();
            let value = ValueId::try_from((pick / Facet::ALL.len()) % values).unwrap();
            let chosen = &mut choice.facets[facet.index()];
            if let Err(at) = chosen.binary_search(&value) {
                chosen.insert(at, value);
            }
        }
        choice
    })
}

/// Any action of a reader, including a link to a card that does not exist.
pub fn an_action(edition: &'static Edition) -> impl Strategy<Value = Action> {
    let cards = u16::try_from(edition.cards.len()).unwrap();
    let facts = u16::try_from(edition.facts.len()).unwrap();
    prop_oneof![
        2 => a_kind().prop_map(Action::ChooseKind),
        6 => a_value(edition).prop_map(|(facet, value)| Action::Toggle(facet, value)),
        3 => a_query().prop_map(Action::Search),
        1 => Just(Action::Clear),
        4 => (0..cards + 3).prop_map(|card| Action::Open(card.into())),
        2 => Just(Action::PutBack),
        1 => Just(Action::Close),
        2 => proptest::sample::select(View::ALL.to_vec()).prop_map(Action::Look),
        1 => proptest::sample::select(Sort::ALL.to_vec()).prop_map(Action::Order),
        3 => (0..facts + 3, 0..cards + 3).prop_map(|(fact, card)| Action::OpenFact(fact.into(), card.into())),
    ]
}

/// A state that a reader can reach.
pub fn a_state(edition: &'static Edition) -> impl Strategy<Value = State> {
    proptest::collection::vec(an_action(edition), 0..12)
        .prop_map(|actions| actions.into_iter().fold(State::default(), |state, action| state.after(action, edition)))
}
