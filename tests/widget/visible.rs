//! What of a story is seen for what the reader asks for.

use fact_cards::{
    search::Query,
    state::Choice,
    visible::{Offer, Visible, VisibleCard, shows, visible},
};
use fact_cards_story::{
    Kind, Text,
    edition::{Card, CardId, Edition, Facet, Fact, FactId, List, ValueId},
};
use proptest::prelude::*;

use crate::{
    random::{a_choice, a_mistyped_query},
    story::{card, cards, fact, facts, filter, of_cards, ranked, real, search, small, value, with_facts},
};

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

/// How many cards there are for a choice.
fn count(edition: &Edition, choice: &Choice) -> usize {
    visible(edition, choice).cards.len()
}

/// Choices from which to look at the counts: each sort of filter alone, with the others, and those that leave nothing.
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
fn the_counts_of_the_kinds_are_what_shows_when_one_is_chosen_whichever_is_chosen_now() {
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

/// Whether each value's offer is what shows when it is chosen too, and whether it alone shows anything.
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
fn the_count_of_a_value_is_what_shows_when_it_is_chosen_too() {
    for base in bases() {
        check_offers(real(), &base);
    }
}

#[test]
fn no_value_is_offered_that_never_shows_a_card() {
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
fn only_what_asks_for_facts_lets_facts_of_a_card_fold() {
    let narrowed = |choice: Choice| visible(real(), &choice).narrowed;
    assert!(narrowed(search("glasgow")));
    assert!(narrowed(filter(real(), &[(Facet::Place, "glasgow")])));
    assert!(!narrowed(of_kind(Kind::Member)));
    assert!(!narrowed(filter(real(), &[(Facet::Type, "person")])));
    assert!(!narrowed(search("?! …")), "signs alone ask for nothing");
    let as_before = visible(real(), &Choice::default()).cards;
    assert_eq!(visible(real(), &search("?! …")).cards, as_before);
}

#[test]
fn a_year_finds_what_was_so_then_and_what_was_said_then() {
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
fn every_word_of_a_search_must_stand_on_the_card_in_any_order() {
    let cards = |query| cards(small(), &visible(small(), &search(query)));
    assert_eq!(cards("gallery waves"), ["cap-rouge"]);
    assert_eq!(cards("  gallery \t waves "), ["cap-rouge"]);
    assert_eq!(cards("gallery cable"), <[&str; 0]>::default());
    assert_eq!(cards("harbour painted"), <[&str; 0]>::default(), "these stand in different facts of one card");
}

#[test]
fn a_number_and_the_name_of_its_card_find_the_fact_wherever_it_stands() {
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
fn a_summary_answers_no_filter() {
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
fn where_nothing_matches_there_are_no_cards_and_no_facts() {
    let nothing = visible(real(), &search("nothing-has-this"));
    assert_eq!((nothing.cards.len(), nothing.facts, nothing.articles), (0, 0, 0));
    assert_eq!(nothing.kinds, [0, 0, 0]);
    assert!(nothing.facets.iter().flatten().all(|offer| *offer == Offer::default()));
    let cyber_in_glasgow = filter(real(), &[(Facet::Topic, "cybersecurity"), (Facet::Place, "glasgow")]);
    assert_eq!(visible(real(), &cyber_in_glasgow).cards, []);
}

#[test]
fn a_search_of_spaces_is_no_search() {
    for spaces in ["", " ", " \t\r\n ", "\u{a0}\u{2003}\u{3000}"] {
        assert_eq!(visible(real(), &search(spaces)), visible(real(), &Choice::default()), "{spaces:?}");
    }
}

#[test]
fn in_the_overview_four_facts_stand_open_and_never_is_one_alone_folded() {
    for count in 1..=12 {
        let edition = with_facts(count);
        let visible = visible(&edition, &Choice::default());
        let shown = shown(&edition, &visible, "relighting");
        let open = if count <= 5 { count } else { 4 };
        assert_eq!((shown.open.len(), shown.folded.len()), (open, count - open));
    }
    for shown in visible(real(), &Choice::default()).cards {
        let all = &real().cards.get(usize::from(shown.card)).unwrap().facts;
        assert!(shown.open.len() <= 5 && shown.folded.len() != 1 && all.starts_with(&shown.open), "{shown:?}");
    }
}

#[test]
fn a_kind_alone_leaves_the_overview_of_its_cards_as_it_is() {
    let all = visible(real(), &Choice::default());
    for kind in Kind::ALL {
        for shown in visible(real(), &of_kind(kind)).cards {
            assert!(all.cards.contains(&shown), "{shown:?}");
        }
    }
}

#[test]
fn a_single_fact_that_does_not_match_folds_all_the_same() {
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
fn a_card_beyond_the_list_does_not_show() {
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

/// Whether a fact on a card answers a choice, read slowly from the rules.
fn answers(edition: &Edition, card: &Card, fact: &Fact, choice: &Choice, query: &Query) -> bool {
    let in_facets = Facet::ALL.iter().all(|facet| {
        let chosen = choice.chosen(*facet);
        let values =
            if *facet == Facet::Type { std::slice::from_ref(&card.card_type) } else { &fact.facets[facet.index()] };
        chosen.is_empty() || values.iter().any(|value| chosen.contains(value))
    });
    let mut texts = heading(card);
    texts.push(&fact.statement);
    texts.extend(&fact.when);
    let named = [Some(fact.home), fact.speaker].into_iter().flatten();
    texts.extend(named.map(|card| &edition.cards.get(usize::from(card)).unwrap().name));
    texts.extend(fact.figure.iter().flat_map(|figure| [&figure.number, &figure.unit]));
    in_facets && all_words_in(&texts, query)
}

fn heading(card: &Card) -> Vec<&Text> {
    let mut texts = vec![&card.kicker, &card.name];
    texts.extend(card.spellings.iter().map(|spelling| &spelling.name));
    texts.extend(&card.other_names);
    texts
}

fn all_words_in(texts: &[&Text], query: &Query) -> bool {
    query.terms().iter().all(|term| texts.iter().any(|text| text.find(term).is_some()))
}

proptest! {
    #[test]
    fn what_shows_is_what_a_slow_reading_of_the_rules_finds(choice in a_choice(real())) {
        let visible = visible(real(), &choice);
        let mut expected = Vec::new();
        for (card, position) in real().cards.iter().zip(CardId::all()) {
            let found: Vec<FactId> = card
                .facts
                .iter()
                .copied()
                .filter(|fact| answers(real(), card, real().facts.get(usize::from(*fact)).unwrap(), &choice, &visible.query))
                .collect();
            let mut own_texts = heading(card);
            own_texts.push(&card.summary);
            let types = choice.chosen(Facet::Type);
            let is_of_type = types.is_empty() || types.contains(&card.card_type);
            let mut others = Facet::ALL.iter().filter(|facet| **facet != Facet::Type);
            let itself = is_of_type && others.all(|facet| choice.chosen(*facet).is_empty()) && all_words_in(&own_texts, &visible.query);
            if (itself || !found.is_empty()) && choice.kind.is_none_or(|kind| kind == card.kind) {
                expected.push((position, found));
            }
        }
        let mut by_card = visible.cards.clone();
        by_card.sort_unstable_by_key(|shown| shown.card);
        let shown: Vec<CardId> = by_card.iter().map(|shown| shown.card).collect();
        prop_assert_eq!(shown, expected.iter().map(|(card, _)| *card).collect::<Vec<_>>());
        let mut numbers: Vec<FactId> = expected.iter().flat_map(|(_, facts)| facts.clone()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        prop_assert_eq!(visible.facts, numbers.len());
        if visible.narrowed {
            for (shown, (_, found)) in by_card.iter().zip(&expected) {
                prop_assert_eq!(&shown.open, found);
            }
        }
    }

    #[test]
    fn open_and_folded_are_the_facts_of_the_card_in_order_each_once(choice in a_choice(real())) {
        for shown in visible(real(), &choice).cards {
            let all = &real().cards.get(usize::from(shown.card)).unwrap().facts;
            for part in [&shown.open, &shown.folded] {
                let in_order: Vec<FactId> = all.iter().copied().filter(|fact| part.contains(fact)).collect();
                prop_assert_eq!(part, &in_order);
            }
            prop_assert_eq!(shown.open.len() + shown.folded.len(), all.len());
            prop_assert!(all.iter().all(|fact| shown.open.contains(fact) != shown.folded.contains(fact)));
        }
    }

    #[test]
    fn the_counts_are_true_for_any_choice(choice in a_choice(real())) {
        check_offers(real(), &choice);
        let visible = visible(real(), &choice);
        for kind in Kind::ALL {
            prop_assert_eq!(visible.kinds[kind as usize], count(real(), &Choice { kind: Some(kind), ..choice.clone() }));
        }
    }

    #[test]
    fn a_card_shows_by_itself_when_it_shows_among_all(choice in a_choice(real())) {
        let visible = visible(real(), &choice);
        for card in [0, 5, real().cards.len() - 1].map(|at| CardId::try_from(at).unwrap()) {
            prop_assert_eq!(shows(real(), &choice, card), visible.cards.iter().any(|shown| shown.card == card));
        }
    }

    #[test]
    fn more_letters_of_a_word_never_show_more_unless_it_is_mistyped(choice in a_choice(real()), letter in "[a-z]") {
        let more = Choice { query: format!("{}{letter}", choice.query.trim_end()), ..choice.clone() };
        let (less, more) = (visible(real(), &choice), visible(real(), &more));
        if !choice.query.trim().is_empty() && more.query.corrected().is_none() {
            let less: Vec<CardId> = less.cards.iter().map(|shown| shown.card).collect();
            prop_assert!(more.cards.iter().all(|shown| less.contains(&shown.card)));
        }
    }

    #[test]
    fn what_is_found_as_it_was_typed_is_never_corrected(typed in a_mistyped_query()) {
        let query = Query::new(real(), &typed);
        let as_typed = Query::new(&without_words(real()), &typed);
        prop_assert_eq!(as_typed.corrected(), None, "nothing is near where there is nothing");
        let finds = |query: &Query| real().cards.iter().any(|card| {
            let mut own = heading(card);
            own.push(&card.summary);
            let facts = || card.facts.iter().map(|fact| real().facts.get(usize::from(*fact)).unwrap());
            all_words_in(&own, query) || facts().any(|fact| answers(real(), card, fact, &Choice::default(), query))
        });
        if query.corrected().is_some() {
            prop_assert!(!finds(&as_typed), "{query:?}");
            prop_assert!(finds(&query), "{query:?}");
        } else {
            prop_assert_eq!(query, as_typed);
        }
    }

    #[test]
    fn whatever_is_typed_is_fine(typed in "(\\PC|[\"“”«»‘’'/., a-c-]|\\s|[a-z]{4,9}){0,30}") {
        let query = Query::new(real(), &typed);
        prop_assert!(query.terms().len() <= typed.chars().count());
        for text in real().facts.iter().map(|fact| &fact.statement).chain([&Text::new(&typed)]) {
            for right_to_left in [false, true] {
                let parts = text.parts(query.terms(), right_to_left);
                let pieces = parts.iter().flat_map(|part| &part.pieces);
                prop_assert_eq!(pieces.map(|(piece, _)| *piece).collect::<String>(), text.shown());
            }
        }
    }
}

/// The story without anything to find.
fn without_words(edition: &Edition) -> Edition {
    Edition { cards: List::default(), facts: List::default(), ..edition.clone() }
}

#[test]
fn filters_leave_the_order_of_what_is_found_alone() {
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
fn filters_that_leave_nothing_do_not_make_a_word_mistyped() {
    let choice = Choice { query: "beirut".to_owned(), ..filter(real(), &[(Facet::Place, "glasgow")]) };
    let visible = visible(real(), &choice);
    assert_eq!((visible.cards.len(), visible.query.corrected()), (0, None));
}

#[test]
fn what_is_mistyped_is_filtered_as_what_it_was_taken_for() {
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
fn of_the_words_that_may_be_meant_the_nearest_is_taken_then_a_whole_one_then_a_name_then_the_most_frequent() {
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
