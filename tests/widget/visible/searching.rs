//! What a search finds, and in which order.

use fact_cards::{
    search::Query,
    state::Choice,
    visible::{Offer, shows, visible},
};
use fact_cards_story::{
    Kind,
    edition::{Edition, Facet, FactId, List},
};

use super::{of_kind, shown};
use crate::story::{cards, facts, filter, of_cards, ranked, real, search, small};

#[test]
fn a_search_ignores_case_and_accents_on_either_side() {
    for query in ["cafe-phare", "CAFÉ-PHARE", "Cafe\u{301}", "ｃａｆé", "café‑phare"] {
        assert_eq!(cards(small(), &visible(small(), &search(query))), ["cap-rouge"], "{query}");
    }
    for query in ["neptune", "NEPTUNE", "Néptüne"] {
        assert!(cards(real(), &visible(real(), &search(query))).contains(&"operation-neptune"), "{query}");
    }
    assert_eq!(cards(small(), &visible(small(), &search("أمينة"))), ["amina-souley"]);
}

#[test]
fn every_word_of_a_search_must_be_on_the_card_in_any_order() {
    let cards = |query| cards(small(), &visible(small(), &search(query)));
    assert_eq!(cards("gallery waves"), ["cap-rouge"]);
    assert_eq!(cards("  gallery \t waves "), ["cap-rouge"]);
    assert_eq!(cards("gallery cable"), <[&str; 0]>::default());
    assert_eq!(cards("harbour painted"), <[&str; 0]>::default(), "these stand in different facts of one card");
}

#[test]
fn a_number_and_the_name_of_its_card_find_the_fact_on_every_card() {
    let visible = visible(real(), &search("neptune 135"));
    assert_eq!(cards(real(), &visible), ["operation-neptune", "ahmed-nasser-al-raisi"]);
    for shown in &visible.cards {
        assert_eq!(facts(real(), &shown.open), ["neptune-arrests"]);
    }
    assert_eq!(
        facts(real(), &shown(real(), &visible, "operation-neptune").folded),
        ["neptune-contribution", "neptune-fugitives", "neptune-ship"],
        "what does not match folds, in order"
    );
    assert_eq!((visible.facts, visible.articles), (1, 1), "one fact on two cards is one fact");
}

#[test]
fn on_another_card_a_fact_is_found_by_the_name_of_its_own() {
    let visible = visible(small(), &search("relighting lit"));
    assert_eq!(cards(small(), &visible), ["relighting", "cap-rouge"]);
    assert_eq!(facts(small(), &shown(small(), &visible, "cap-rouge").open), ["lit"]);
    let by_kicker = fact_cards::visible::visible(small(), &search("works lit"));
    assert_eq!(cards(small(), &by_kicker), ["relighting"], "what its own card is besides is not said there");
}

#[test]
fn a_number_is_found_as_it_is_written_and_so_is_its_unit() {
    for (query, id) in [
        ("140+", "modernisation-officers"),
        ("seconded 104", "modernisation-officers"),
        ("300", "modernisation-visits"),
    ] {
        let visible = visible(real(), &search(query));
        let open: Vec<&str> = visible.cards.iter().flat_map(|shown| facts(real(), &shown.open)).collect();
        assert!(open.contains(&id), "{query}: {open:?}");
    }
    assert_eq!(cards(small(), &visible(small(), &search("12+"))), ["relighting"]);
}

#[test]
fn a_date_is_found_as_it_is_written() {
    let visible = visible(small(), &search("3 may 2023"));
    assert_eq!(cards(small(), &visible), ["relighting", "cap-rouge"]);
    assert_eq!(facts(small(), &shown(small(), &visible, "cap-rouge").open), ["lit"]);
    assert_eq!((visible.facts, visible.articles), (1, 1), "one fact on two cards is one fact");
}

#[test]
fn a_match_in_the_summary_alone_shows_the_card_with_every_fact_folded() {
    let visible = visible(small(), &search("childhood"));
    assert_eq!(cards(small(), &visible), ["amina-souley"]);
    let shown = shown(small(), &visible, "amina-souley");
    assert_eq!((facts(small(), &shown.open), facts(small(), &shown.folded)), (vec![], vec!["proud"]));
    assert_eq!((visible.facts, visible.articles), (0, 0));

    let real_visible = fact_cards::visible::visible(real(), &search("summed it up"));
    let shown = self::shown(real(), &real_visible, "interpol-modernisation");
    assert_eq!(shown.open, []);
    assert_eq!(shown.folded, real().cards.get(usize::from(shown.card)).unwrap().facts);
}

#[test]
fn a_summary_matches_no_filter() {
    let choice = Choice { query: "childhood".to_owned(), ..filter(small(), &[(Facet::Topic, "light")]) };
    assert_eq!(visible(small(), &choice).cards, []);
    assert_eq!(visible(small(), &search("childhood")).facets[Facet::Topic.index()], [Offer::default(); 2]);
}

#[test]
fn a_word_in_the_name_of_a_card_finds_all_of_its_facts() {
    let visible = visible(small(), &search("relighting"));
    let shown = shown(small(), &visible, "relighting");
    assert_eq!(shown.open, small().cards.get(usize::from(shown.card)).unwrap().facts);
    assert_eq!(shown.folded, []);
}

#[test]
fn the_kind_and_the_type_of_a_card_find_it() {
    let visible = visible(real(), &search("training centre venue"));
    assert_eq!(cards(real(), &visible), ["ifrane"]);
}

#[test]
fn the_name_of_a_speaker_finds_what_was_said() {
    let visible = visible(real(), &search("al raisi"));
    let said = FactId::all().zip(&real().facts).filter(|(_, fact)| {
        fact.speaker
            .is_some_and(|speaker| real().cards.get(usize::from(speaker)).unwrap().id == "ahmed-nasser-al-raisi")
    });
    let mut checked = 0;
    for (number, fact) in said {
        let home = &real().cards.get(usize::from(fact.home)).unwrap().id;
        assert!(shown(real(), &visible, home).open.contains(&number), "{}", fact.id);
        checked += 1;
    }
    assert!(checked > 10, "he says much of what is said: {checked}");
    assert_eq!(
        cards(small(), &fact_cards::visible::visible(small(), &search("souley everybody"))),
        ["amina-souley", "relighting"]
    );
}

#[test]
fn another_spelling_of_a_name_finds_its_card() {
    assert_eq!(cards(real(), &visible(real(), &search("Mohamed"))), ["mohammed-dkhissi"]);
    assert!(cards(real(), &visible(real(), &search("mohamed dkhissi"))).contains(&"mohammed-dkhissi"));
    assert_eq!(cards(real(), &visible(real(), &search("ocn-rabat"))), ["rabat-national-central-office"]);
    assert_eq!(cards(small(), &visible(small(), &search("aminata"))), ["amina-souley"]);
}

#[test]
fn a_search_of_spaces_does_not_count() {
    for spaces in ["", " ", " \t\r\n ", "\u{a0}\u{2003}\u{3000}"] {
        assert_eq!(visible(real(), &search(spaces)), visible(real(), &Choice::default()), "{spaces:?}");
    }
}

/// The story without its searchable words.
pub(super) fn without_words(edition: &Edition) -> Edition {
    Edition { cards: List::default(), facts: List::default(), ..edition.clone() }
}

#[test]
fn filters_do_not_change_the_order_of_what_is_found() {
    let all = visible(real(), &search("morocco"));
    for (facet, id) in [(Facet::Source, "marrakech-2025"), (Facet::Topic, "police-co-operation")] {
        let choice = Choice { query: "morocco".to_owned(), ..filter(real(), &[(facet, id)]) };
        let some = cards(real(), &visible(real(), &choice)).into_iter().map(str::to_owned).collect::<Vec<_>>();
        let expected = cards(real(), &all).into_iter().filter(|id| some.iter().any(|some| some == id));
        assert_eq!(some, expected.collect::<Vec<_>>());
        assert!(some.len() > 3);
    }
}

#[test]
fn a_word_does_not_count_as_mistyped_because_filters_leave_nothing() {
    let choice = Choice { query: "beirut".to_owned(), ..filter(real(), &[(Facet::Place, "glasgow")]) };
    let visible = visible(real(), &choice);
    assert_eq!((visible.cards.len(), visible.query.corrected()), (0, None));
}

#[test]
fn filters_apply_to_what_a_mistyped_word_was_corrected_to() {
    let choice = Choice { query: "moroco".to_owned(), ..of_kind(Kind::Venue) };
    let meant = Choice { query: "Morocco".to_owned(), ..of_kind(Kind::Venue) };
    let found = visible(real(), &choice);
    assert_eq!(found.query.corrected(), Some("Morocco"));
    assert_eq!(found.cards, visible(real(), &meant).cards);
    assert!(!found.cards.is_empty() && found.cards.iter().all(|shown| shows(real(), &choice, shown.card)));
}

#[test]
fn a_match_nearer_to_the_name_comes_first_and_a_whole_word_before_its_beginning() {
    let order = |query| cards(ranked(), &visible(ranked(), &search(query)));
    let lamp = ["just-name", "name", "both-in-name", "name-begun", "spelling-begun", "summary", "summary-begun"];
    assert_eq!(order("lamp"), [&lamp[..], &["fact", "fact-begun"]].concat());
    assert_eq!(order("lamp oil"), ["both-in-name", "name", "fact"]);
    assert_eq!(order("tin wick glass"), ["in-summary", "in-name-and-fact"], "what stands farthest counts first");
}

#[test]
fn a_correction_prefers_the_nearest_word_then_a_whole_one_then_a_name_then_the_most_frequent() {
    let edition = of_cards(&[
        ("one", "Pranemas", "Tarns, operation.", "Marlow and Marlow met at a crane."),
        ("two", "Operators", "Barns by barns.", "Of Marlow."),
        ("three", "Harlow", "Nothing.", "Nothing."),
    ]);
    let corrected = |typed| Query::new(&edition, typed).corrected().map(str::to_owned);
    assert_eq!(corrected("operatoin").as_deref(), Some("Operation"), "one mistake, not two in a name");
    assert_eq!(corrected("krane").as_deref(), Some("crane"), "not the beginning of a name");
    assert_eq!(corrected("darlow").as_deref(), Some("Harlow"), "a name, though others are more frequent");
    assert_eq!(corrected("farns").as_deref(), Some("Barns"), "the most frequent");
    assert_eq!(corrected("kran").as_deref(), Some("Pranemas"), "the beginning of a word, while it is typed");
    assert_eq!(corrected("kran met"), None, "not when the next word follows");
    assert_eq!(corrected("farns nothing"), None, "what it would be taken for must be found");
}
