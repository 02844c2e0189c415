//! Addresses: the fragment of a page's URL, which anybody may have written.

use std::rc::Rc;

use fact_cards::{
    state::{State, View},
    visible::visible,
};
use fact_cards_story::edition::{Edition, Facet};

use crate::stories::shown;

/// The length to which a search in an address is cut, in characters.
const MAX_QUERY: usize = 200 * 9;

thread_local! {
    static SHOWN: Vec<Rc<Edition>> = shown();
}

/// Reads bytes as the address of a page, and as the value of each attribute.
pub fn address(bytes: &[u8]) {
    // Browsers only pass on valid text.
    let text = String::from_utf8_lossy(bytes);
    SHOWN.with(|editions| {
        for edition in editions {
            let requested = State::from_fragment(&text, edition);
            leads_back(&requested, edition);
            shows_its_card(requested.showing_its_card(edition), edition);
            for name in State::NAMES {
                leads_back(&State::default().with(edition, name, &text), edition);
            }
        }
    });
}

/// The address of a state leads back to it.
fn leads_back(state: &State, edition: &Edition) {
    is_of_story(state, edition);
    let fragment = state.to_fragment(edition);
    assert!(fragment.bytes().all(may_stand_in_address), "{fragment:?} is no address");
    // Among the cards, the page follows from the card: see `showing_its_card`.
    let mut expected = State { relaxed: None, ..state.clone() };
    if expected.card.is_some() && expected.view == View::Cards {
        expected.choice.page = 0;
    }
    assert_eq!(State::from_fragment(&fragment, edition), expected, "{fragment}");
}

/// A state in which a card has relaxed the filters can be shown with that card, and so can the state of its address.
fn shows_its_card(state: State, edition: &Edition) {
    is_of_story(&state, edition);
    let visible = visible(edition, &state.choice);
    if let Some(card) = state.card.filter(|_| state.view == View::Cards) {
        assert!(visible.cards.iter().any(|shown| shown.card == card), "the card {card:?} does not show");
    }
    let fragment = state.to_fragment(edition);
    let again = State::from_fragment(&fragment, edition).showing_its_card(edition);
    assert_eq!(again, State { relaxed: None, ..state }, "{fragment}");
}

/// Everything that is chosen exists in the story, sorted and without duplicates.
fn is_of_story(state: &State, edition: &Edition) {
    for facet in Facet::ALL {
        let chosen = state.choice.chosen(facet);
        assert!(chosen.is_sorted_by(|one, next| one < next), "{chosen:?} are not in order");
        assert!(chosen.iter().all(|value| usize::from(*value) < edition.value_count(facet)), "{chosen:?}");
    }
    assert!(state.choice.query.chars().count() <= MAX_QUERY, "the search is too long");
    assert!(state.card.is_none_or(|card| edition.card(card).is_some()), "there is no card {:?}", state.card);
    assert!(state.fact.is_none_or(|fact| edition.fact(fact).is_some()), "there is no fact {:?}", state.fact);
}

/// The characters that RFC 3986 allows in a fragment, as far as they are used here.
fn may_stand_in_address(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~%=&,".contains(&byte)
}
