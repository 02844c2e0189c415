//! `story.bin`: the data of a story, which a page may fetch from anywhere.

use std::rc::Rc;

use fact_cards::{
    PageOptions, Prerendered,
    export::{self, Selection},
    prerender,
    state::{Choice, Sort, State, View},
    visible::visible,
};
use fact_cards_story::{
    edition::{CardId, Edition, Facet, FactId, List, ValueId},
    section,
    wire::{self, Wire},
};

/// The requested languages: one that most stories have, and another.
const LANGUAGES: [&str; 2] = ["en", "ar"];

/// Reads bytes as they are, and as story data with a valid header: random bytes would never have the right checksum.
pub fn story_bin(bytes: &[u8]) {
    for bytes in [bytes, &section::sealed(bytes)] {
        for language in LANGUAGES {
            match section::decode(bytes, language) {
                Ok(edition) => is_story(&edition),
                Err(error) => assert!(!error.to_string().is_empty(), "{error:?} does not say what is wrong"),
            }
        }
    }
}

/// What was decoded can be written and read again, and be shown.
fn is_story(edition: &Rc<Edition>) {
    // Checked before anything is derived from it that would be written too.
    if is_whole(edition) {
        let written = wire::to_bytes(&**edition);
        let again: Edition = wire::from_bytes(&written).expect("what was written is read again");
        assert!(wire::to_bytes(&again) == written, "what is read again is not what was written");
    }
    for state in states(edition) {
        let visible = visible(edition, &state.choice);
        let address = state.to_fragment(edition);
        let _ = State::from_fragment(&address, edition).showing_its_card(edition);
        drop(export::csv(edition, &Selection::from_visible(&visible).facts));
    }
    drop(export::json(edition, &Selection::everything(edition)));
    drop(prerender(edition, Prerendered::Views, PageOptions { heading_level: 1, ..PageOptions::default() }));
}

/// Whether every entry of every list can be decoded. Entries of long lists are decoded on demand, so some may be
/// damaged.
fn is_whole(edition: &Edition) -> bool {
    fn has_all<T: Wire>(list: &List<T>) -> bool {
        list.iter().count() == list.len()
    }
    has_all(&edition.cards) && has_all(&edition.facts) && edition.facets.iter().all(has_all)
}

/// Some states of a reader.
fn states(edition: &Edition) -> Vec<State> {
    let mut choices = vec![Choice { sort: Sort::Date, page: u16::MAX, ..Choice::default() }];
    choices.extend(
        ["e", "\"the ", "المغرب", "lamb 12"].map(|query| Choice { query: query.to_owned(), ..Choice::default() }),
    );
    for facet in Facet::ALL {
        let last = edition.value_count(facet).saturating_sub(1);
        let mut choice = Choice { sort: Sort::Name, ..Choice::default() };
        if let Some(chosen) = choice.facets.get_mut(facet.index()) {
            *chosen = vec![ValueId::new(0), last.try_into().unwrap_or(ValueId::new(u16::MAX))];
        }
        choices.push(choice);
    }
    let (card, fact) = (Some(CardId::new(0)), Some(FactId::new(0)));
    let of = |(choice, view)| State { choice, view, card, fact, ..State::default() };
    choices.into_iter().zip(View::ALL.into_iter().cycle()).map(of).collect()
}
