//! The exports: they hold everything, other programs can read them, and spreadsheets compute nothing in them.

mod csv;
mod documented;
mod json;

use fact_cards::{export::Selection, state::Choice, visible::visible};
use fact_cards_author::{Story, StoryFiles};
use fact_cards_story::edition::{Edition, Facet, FactId};
use proptest::prelude::*;

use crate::{
    random::a_choice,
    story::{
        card, corrected, corrected_story, edition, fact, facts, filter, harbour_files, hostile_files, real, real_files,
        search, small, small_files,
    },
};

/// Each story as its editor wrote it, with its edition.
fn stories() -> Vec<(Story, Edition)> {
    let read = |files: StoryFiles| {
        (fact_cards_author::read(&files).unwrap_or_else(|report| panic!("{report}")), edition(&files))
    };
    let mut stories: Vec<_> = [real_files(), small_files(), hostile_files(), harbour_files()].map(read).into();
    stories.push((corrected_story().story, corrected().clone()));
    stories
}

/// What a reader with that choice sees.
fn shown(edition: &Edition, choice: &Choice) -> Selection {
    Selection::from_visible(&visible(edition, choice))
}

/// The ids of the references, in order.
fn ids<'i>(references: impl IntoIterator<Item = &'i fact_cards_author::Reference>) -> Vec<&'i str> {
    references.into_iter().map(|reference| reference.id.as_str()).collect()
}

/// Texts that an editor or an attacker might write anywhere.
fn a_text() -> impl Strategy<Value = String> {
    let hostile =
        ["", "=1+1", "\t=1", "a;=1", "a; b\r\n=1", "\"=1", "'=1", "\u{feff}＝1", "-", "\0", "\\\"", "\u{2028}"];
    prop_oneof![
        1 => proptest::sample::select(hostile.to_vec()).prop_map(str::to_owned),
        2 => any::<String>(),
        2 => proptest::collection::vec(proptest::sample::select("=+-@'\"; ,\t\r\n\0\u{200b}＝a1\\".chars().collect::<Vec<_>>()), 0..8)
            .prop_map(|characters| characters.into_iter().collect()),
    ]
}

#[test]
fn a_choice_selects_the_cards_and_facts_that_match() {
    let found = shown(real(), &search("neptune 135"));
    // It is on the card of its speaker too.
    assert_eq!(found.cards, ["operation-neptune", "ahmed-nasser-al-raisi"].map(|id| card(real(), id)));
    assert_eq!(facts(real(), &found.facts), ["neptune-arrests"]);

    let glasgow = shown(real(), &filter(real(), &[(Facet::Place, "glasgow")]));
    let in_glasgow =
        |number: &FactId| real().facts.get(usize::from(*number)).unwrap().facets[Facet::Place.index()].len() == 1;
    assert!(!glasgow.facts.is_empty() && glasgow.facts.iter().all(in_glasgow));

    // The summary of that card matches but none of its facts.
    let found = shown(small(), &search("childhood"));
    assert_eq!((found.cards.len(), found.facts.len()), (1, 0));
}

#[test]
fn facts_folded_in_the_overview_are_selected() {
    for edition in [real(), small()] {
        assert_eq!(shown(edition, &search("")), Selection::everything(edition));
        assert_eq!(shown(edition, &search(" ")), Selection::everything(edition));
    }
    assert!(Selection::everything(real()).facts.contains(&fact(real(), "neptune-arrests")));
}

proptest! {
    #[test]
    fn a_selection_agrees_with_the_counts(choice in a_choice(real())) {
        let visible = visible(real(), &choice);
        let selection = Selection::from_visible(&visible);
        prop_assert_eq!(selection.cards.len(), visible.cards.len());
        prop_assert_eq!(selection.facts.len(), visible.facts);
        prop_assert!(selection.facts.is_sorted_by(|one, two| one < two));
    }
}
