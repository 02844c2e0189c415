//! What of a story is visible for a choice.

mod any_choice;
mod searching;

use fact_cards::{
    search::Query,
    state::Choice,
    visible::{Offer, Visible, VisibleCard, shows, visible},
};
use fact_cards_story::{
    Kind,
    edition::{Edition, Facet, ValueId},
};

use crate::story::{card, cards, fact, facts, filter, real, search, small, value, with_facts};

fn of_kind(kind: Kind) -> Choice {
    Choice { kind: Some(kind), ..Choice::default() }
}

fn every_card(edition: &Edition) -> Vec<&str> {
    edition.cards.iter().map(|card| card.id.as_str()).collect()
}

fn shown<'v>(edition: &Edition, visible: &'v Visible, id: &str) -> &'v VisibleCard {
    let position = card(edition, id);
    visible.cards.iter().find(|shown| shown.card == position).unwrap_or_else(|| panic!("{id} is not shown"))
}

/// The number of cards for a choice.
fn count(edition: &Edition, choice: &Choice) -> usize {
    visible(edition, choice).cards.len()
}

/// Choices to test the counts with: each sort of filter alone, in combination, and some that leave nothing.
fn bases() -> Vec<Choice> {
    let edition = real();
    let mut bases = vec![
        Choice::default(),
        search("morocco"),
        search("secur police"),
        search("al raisi"),
        search("summed it up"),
        search("nothing-has-this"),
        filter(edition, &[(Facet::Source, "election-2024")]),
        filter(edition, &[(Facet::Source, "election-2024"), (Facet::Source, "marrakech-2025")]),
        filter(edition, &[(Facet::Topic, "organised-crime"), (Facet::Topic, "terrorism")]),
        filter(edition, &[(Facet::Place, "marrakech")]),
        filter(edition, &[(Facet::Type, "person")]),
        filter(edition, &[(Facet::Type, "person"), (Facet::Year, "2024")]),
        filter(edition, &[(Facet::Speaker, "dgsn"), (Facet::Type, "election"), (Facet::Type, "country")]),
        Choice { query: "morocco".to_owned(), ..filter(edition, &[(Facet::Type, "country")]) },
        filter(edition, &[(Facet::Source, "marrakech-2025"), (Facet::Topic, "general-assembly")]),
        filter(edition, &[(Facet::Source, "election-2024"), (Facet::Topic, "cybersecurity")]),
        Choice {
            query: "morocco".to_owned(),
            ..filter(edition, &[(Facet::Source, "marrakech-2025"), (Facet::Place, "ifrane")])
        },
    ];
    for kind in Kind::ALL {
        bases.push(of_kind(kind));
        bases.push(Choice { kind: Some(kind), ..search("interpol") });
        let facets = filter(edition, &[(Facet::Topic, "police-co-operation")]);
        bases.push(Choice { kind: Some(kind), query: "Marrakech".to_owned(), ..facets });
    }
    bases
}

#[test]
fn everything_shows_while_nothing_is_chosen() {
    let visible = visible(real(), &Choice::default());
    assert_eq!(cards(real(), &visible), every_card(real()));
    assert_eq!((visible.facts, visible.articles), (72, 2));
    assert_eq!(visible.kinds.iter().sum::<usize>(), real().cards.len());
    assert_eq!(visible.query, Query::default());
}

#[test]
fn the_cards_stand_in_the_order_of_the_editor() {
    let visible = visible(real(), &Choice::default());
    let first = cards(real(), &visible).into_iter().take(3).collect::<Vec<_>>();
    assert_eq!(first, ["vice-presidency-election", "operation-neptune", "mohammed-dkhissi"]);
    let choice = filter(real(), &[(Facet::Topic, "terrorism")]);
    let visible = fact_cards::visible::visible(real(), &choice);
    assert!(visible.cards.is_sorted_by_key(|shown| shown.card), "filters leave the order alone");
}

#[test]
fn a_kind_shows_the_cards_of_that_kind_and_no_other() {
    for kind in Kind::ALL {
        let visible = visible(real(), &of_kind(kind));
        let of_that_kind: Vec<&str> =
            real().cards.iter().filter(|card| card.kind == kind).map(|card| card.id.as_str()).collect();
        assert!(!of_that_kind.is_empty());
        assert_eq!(cards(real(), &visible), of_that_kind);
    }
}

#[test]
fn the_count_of_a_kind_is_what_choosing_it_shows_whichever_is_chosen_now() {
    for base in bases() {
        let kinds = visible(real(), &base).kinds;
        for kind in Kind::ALL {
            let chosen = Choice { kind: Some(kind), ..base.clone() };
            assert_eq!(kinds[kind as usize], count(real(), &chosen), "{chosen:?}");
            assert_eq!(visible(real(), &chosen).kinds, kinds, "a kind does not change the counts of the kinds");
        }
        let every = Choice { kind: None, ..base };
        assert_eq!(kinds.iter().sum::<usize>(), count(real(), &every), "{every:?}");
    }
}

/// Checks that the count of each value is what adding it would show, and that a value is offered exactly if it shows
/// anything alone.
fn check_offers(edition: &Edition, choice: &Choice) {
    let offers = visible(edition, choice).facets;
    for facet in Facet::ALL {
        let offers = &offers[facet.index()];
        assert_eq!(offers.len(), edition.facets[facet.index()].len());
        for (offer, value) in offers.iter().zip(ValueId::all()) {
            let mut added = choice.clone();
            let chosen = &mut added.facets[facet.index()];
            if let Err(at) = chosen.binary_search(&value) {
                chosen.insert(at, value);
            }
            assert_eq!(offer.cards, count(edition, &added), "{facet:?} {value:?} added to {choice:?}");
            added.facets[facet.index()] = vec![value];
            assert_eq!(offer.has_any, count(edition, &added) > 0, "{facet:?} {value:?} alone in {choice:?}");
        }
    }
}

#[test]
fn the_count_of_a_value_is_what_choosing_it_as_well_shows() {
    for base in bases() {
        check_offers(real(), &base);
    }
}

#[test]
fn a_value_that_never_shows_a_card_is_not_offered() {
    for (offers, values) in visible(real(), &Choice::default()).facets.iter().zip(&real().facets) {
        for (offer, value) in offers.iter().zip(values) {
            assert!(offer.cards > 0 && offer.has_any, "{}", value.id);
        }
    }
}

#[test]
fn a_second_value_of_the_same_facet_widens_what_shows() {
    let terrorism = visible(real(), &filter(real(), &[(Facet::Topic, "terrorism")]));
    let cyber = visible(real(), &filter(real(), &[(Facet::Topic, "cybersecurity")]));
    let either = visible(real(), &filter(real(), &[(Facet::Topic, "terrorism"), (Facet::Topic, "cybersecurity")]));
    let in_one_of_them = |id: &&str| cards(real(), &terrorism).contains(id) || cards(real(), &cyber).contains(id);
    let expected: Vec<&str> = every_card(real()).into_iter().filter(in_one_of_them).collect();
    assert_eq!(cards(real(), &either), expected);
    assert!(either.cards.len() > terrorism.cards.len().max(cyber.cards.len()));
    assert_eq!(either.facts, terrorism.facts + cyber.facts, "no fact has both of these topics");
}

#[test]
fn a_type_shows_the_cards_of_that_type_with_all_their_facts() {
    let persons = filter(real(), &[(Facet::Type, "person")]);
    let shown = visible(real(), &persons);
    let of_that_type: Vec<&str> = real()
        .cards
        .iter()
        .filter(|card| card.card_type == value(real(), Facet::Type, "person"))
        .map(|card| card.id.as_str())
        .collect();
    assert_eq!(of_that_type.len(), 6);
    assert_eq!(cards(real(), &shown), of_that_type);
    let as_before = visible(real(), &Choice::default());
    for card in &shown.cards {
        assert!(as_before.cards.contains(card), "a type folds no other facts away");
    }
}

#[test]
fn only_choices_about_facts_fold_facts_of_a_card() {
    let narrowed = |choice: Choice| visible(real(), &choice).narrowed;
    assert!(narrowed(search("glasgow")));
    assert!(narrowed(filter(real(), &[(Facet::Place, "glasgow")])));
    assert!(!narrowed(of_kind(Kind::Member)));
    assert!(!narrowed(filter(real(), &[(Facet::Type, "person")])));
    assert!(!narrowed(search("?! …")), "signs alone filter nothing");
    let as_before = visible(real(), &Choice::default()).cards;
    assert_eq!(visible(real(), &search("?! …")).cards, as_before);
}

#[test]
fn a_year_finds_what_happened_and_what_was_said_then() {
    let with = |id: &str| filter(real(), &[(Facet::Year, id)]);
    let found = |id: &str| visible(real(), &with(id)).facts;
    assert_eq!(cards(real(), &visible(real(), &with("1923"))), ["interpol"]);
    let of_2025 = real()
        .facts
        .iter()
        .filter(|fact| [&fact.date, &fact.said_on].into_iter().flatten().any(|date| date.starts_with("2025")));
    assert_eq!(found("2025"), of_2025.count());
    assert!(
        visible(real(), &with("2025")).cards.iter().any(|shown| shown.open.contains(&fact(real(), "neptune-arrests")))
    );
}

#[test]
fn a_speaker_finds_what_that_member_said() {
    let shown = visible(real(), &filter(real(), &[(Facet::Speaker, "bouabid-sebki")]));
    assert_eq!(shown.facts, 1);
    assert_eq!(cards(real(), &shown), ["ahmed-nasser-al-raisi", "morocco", "bouabid-sebki"]);
}

#[test]
fn a_value_of_another_facet_narrows_what_shows() {
    let choice = filter(real(), &[(Facet::Source, "marrakech-2025"), (Facet::Topic, "elections-and-posts")]);
    let visible = visible(real(), &choice);
    let expected = ["dkhissi-vice-president", "dkhissi-praised", "sebki-role", "raisi-president"];
    assert_eq!(visible.facts, expected.len());
    for shown in &visible.cards {
        assert!(facts(real(), &shown.open).iter().all(|fact| expected.contains(fact)), "{shown:?}");
    }
}

#[test]
fn a_source_and_a_topic_must_meet_in_one_fact() {
    let both = filter(small(), &[(Facet::Source, "lamp"), (Facet::Topic, "weather")]);
    let alone = |facet, id| cards(small(), &visible(small(), &filter(small(), &[(facet, id)])));
    assert!(alone(Facet::Source, "lamp").contains(&"relighting"));
    assert!(alone(Facet::Topic, "weather").contains(&"relighting"));
    let visible = visible(small(), &both);
    assert_eq!(cards(small(), &visible), ["cap-rouge"], "on the other card they stand in different facts");
    assert_eq!(facts(small(), &shown(small(), &visible, "cap-rouge").open), ["waves"]);
}

#[test]
fn words_and_a_filter_must_meet_in_one_fact_too() {
    let storm = |query: &str| Choice { query: query.to_owned(), ..filter(small(), &[(Facet::Source, "storm")]) };
    assert_eq!(cards(small(), &visible(small(), &storm("calm"))), ["relighting"]);
    assert_eq!(cards(small(), &visible(small(), &storm("cable"))), <[&str; 0]>::default());
    let by_name = visible(small(), &storm("relighting"));
    assert_eq!(
        facts(small(), &shown(small(), &by_name, "relighting").open),
        ["lenses", "waited"],
        "the name of the card does not stand in for its source"
    );
}

#[test]
fn where_nothing_matches_there_are_no_cards_and_no_facts() {
    let nothing = visible(real(), &search("nothing-has-this"));
    assert_eq!((nothing.cards.len(), nothing.facts, nothing.articles), (0, 0, 0));
    assert_eq!(nothing.kinds, [0, 0, 0]);
    assert!(nothing.facets.iter().flatten().all(|offer| *offer == Offer::default()));
    let cyber_in_glasgow = filter(real(), &[(Facet::Topic, "cybersecurity"), (Facet::Place, "glasgow")]);
    assert_eq!(visible(real(), &cyber_in_glasgow).cards, []);
}

#[test]
fn without_a_search_or_filter_no_fact_of_a_card_is_folded() {
    for edition in [real(), small(), &with_facts(12)] {
        for choice in [Choice::default()].into_iter().chain(Kind::ALL.map(of_kind)) {
            for shown in visible(edition, &choice).cards {
                let all = &edition.cards.get(usize::from(shown.card)).unwrap().facts;
                assert_eq!((&shown.open, shown.folded.as_slice()), (all, &[][..]), "{choice:?}");
            }
        }
    }
}

#[test]
fn a_single_fact_that_does_not_match_folds_too() {
    let edition = with_facts(2);
    let visible = visible(&edition, &search("step 1"));
    let shown = shown(&edition, &visible, "relighting");
    assert_eq!((facts(&edition, &shown.open), facts(&edition, &shown.folded)), (vec!["fact-1"], vec!["fact-0"]));
}

#[test]
fn a_fact_on_several_cards_and_an_article_of_several_facts_count_once() {
    let choice = filter(real(), &[(Facet::Place, "glasgow")]);
    let visible = visible(real(), &choice);
    let in_glasgow = value(real(), Facet::Place, "glasgow");
    let there = real().facts.iter().filter(|fact| fact.facets[Facet::Place.index()].contains(&in_glasgow)).count();
    assert_eq!((visible.facts, visible.articles), (there, 1));
    assert!(visible.cards.iter().map(|shown| shown.open.len()).sum::<usize>() > there);
}

#[test]
fn an_out_of_range_card_is_not_shown() {
    assert!(!shows(real(), &Choice::default(), u16::MAX.into()));
}

#[test]
fn a_fact_about_two_cards_is_found_on_both() {
    let visible = visible(real(), &search("beirut"));
    assert_eq!(cards(real(), &visible), ["operation-neptune", "ahmed-nasser-al-raisi"]);
    for shown in &visible.cards {
        assert_eq!(shown.open, [fact(real(), "neptune-ship")]);
    }
}
