//! Properties of any choice, compared with a naive implementation of the rules.

use fact_cards::{
    search::Query,
    state::Choice,
    visible::{shows, visible},
};
use fact_cards_story::{
    Kind, Text,
    edition::{Card, CardId, Edition, Facet, Fact, FactId},
};
use proptest::prelude::*;

use super::{check_offers, count, searching::without_words};
use crate::{
    random::{a_choice, a_mistyped_query},
    story::real,
};

/// Whether a fact on a card matches a choice, implemented naively.
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
    fn what_shows_is_what_a_naive_implementation_of_the_rules_finds(choice in a_choice(real())) {
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
    fn the_counts_hold_for_any_choice(choice in a_choice(real())) {
        check_offers(real(), &choice);
        let visible = visible(real(), &choice);
        for kind in Kind::ALL {
            prop_assert_eq!(visible.kinds[kind as usize], count(real(), &Choice { kind: Some(kind), ..choice.clone() }));
        }
    }

    #[test]
    fn a_card_shows_when_looked_up_alone_exactly_if_it_shows_among_all(choice in a_choice(real())) {
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
    fn a_query_that_finds_something_is_never_corrected(typed in a_mistyped_query()) {
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
    fn any_input_can_be_searched_for(typed in "(\\PC|[\"“”«»‘’'/., a-c-]|\\s|[a-z]{4,9}){0,30}") {
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
