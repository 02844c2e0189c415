//! Link targets: a card or a fact on it, among the cards or beside another view.

use fact_cards::{
    Prerendered, Requested,
    state::{Action, Choice, State, View},
};
use fact_cards_story::{
    Kind,
    edition::{CardId, Edition, FactId},
};
use proptest::prelude::*;

use crate::{
    page::{Element, closed_page, html_of, page, parse},
    random::a_choice,
    story::{card, chosen, fact, hostile, real, search, small},
};

const OTHERS: [View; 4] = [View::Timeline, View::Map, View::Figures, View::Sources];

fn facts_in(element: &Element) -> Vec<&str> {
    element.every(|element| element.is("fact")).iter().map(|fact| fact.need("data-fact")).collect()
}

/// The card of that id on the page.
fn shown<'p>(page: &'p Element, id: &str) -> &'p Element {
    page.one(|element| element.get("data-card") == Some(id))
}

/// The folded facts of a card.
fn folded(card: &Element) -> Vec<&str> {
    card.every(|element| element.is("more")).into_iter().flat_map(facts_in).collect()
}

/// Checks that exactly that fact on that card is marked, and visible without opening a fold.
fn check(edition: &Edition, page: &Element, fact: FactId, card: CardId) {
    let (fact, card) =
        (&edition.facts.get(usize::from(fact)).unwrap().id, &edition.cards.get(usize::from(card)).unwrap().id);
    let marked = page.every(|element| element.is("fact") && element.get("data-link-target").is_some());
    assert_eq!(marked.iter().map(|fact| fact.need("data-fact")).collect::<Vec<_>>(), [fact], "on {card}");
    assert_eq!(marked[0].get("tabindex"), Some("-1"), "it takes the focus");
    let card = shown(page, card);
    assert!(card.get("data-link-target").is_some() && card.get("data-open").is_some());
    assert!(card.one(|element| element.is("facts-of")).get("open").is_some(), "the card is open");
    assert!(facts_in(card).contains(&fact.as_str()));
    assert!(!folded(card).contains(&fact.as_str()), "{fact} stands open");
}

#[test]
fn a_linked_fact_is_open_and_marked_on_every_card_that_has_it() {
    for edition in [real(), hostile()] {
        for (position, known) in CardId::all().zip(&edition.cards) {
            for number in &known.facts {
                let state = State::default().after(Action::OpenFact(*number, position), edition);
                check(edition, &page(edition, &state), *number, position);
            }
        }
    }
}

#[test]
fn a_linked_fact_that_was_folded_opens_in_its_place_and_the_others_stay_folded() {
    let (paid, relighting) = (fact(small(), "paid"), card(small(), "relighting"));
    let state = chosen(search("was"));
    assert_eq!(folded(shown(&page(small(), &state), "relighting")), ["lenses", "waited", "paid", "proud"]);
    let page = page(small(), &state.after(Action::OpenFact(paid, relighting), small()));
    let relighting = shown(&page, "relighting");
    assert_eq!(facts_in(relighting), ["lit", "paid", "painted", "cabled", "lenses", "waited", "proud"]);
    assert_eq!(folded(relighting), ["lenses", "waited", "proud"]);
    let more = relighting.one(|element| element.is("more")).every(|element| element.name == "summary")[0];
    assert_eq!(more.text(), "3 more facts");
}

#[test]
fn a_linked_fact_that_does_not_match_opens_too_and_the_filters_stay() {
    let (ship, neptune) = (fact(real(), "neptune-ship"), card(real(), "operation-neptune"));
    let state = chosen(search("neptune 135")).after(Action::OpenFact(ship, neptune), real());
    assert_eq!(state.relaxed, None);
    let page = page(real(), &state);
    check(real(), &page, ship, neptune);
    let open = |id| !folded(shown(&page, "operation-neptune")).contains(&id);
    assert!(open("neptune-arrests") && !open("neptune-fugitives"), "what matches stays open, the rest folded");
}

#[test]
fn a_fact_linked_on_another_card_is_marked_only_there() {
    let (lit, tower) = (fact(small(), "lit"), card(small(), "cap-rouge"));
    let page = page(small(), &State::default().after(Action::OpenFact(lit, tower), small()));
    check(small(), &page, lit, tower);
    let own = shown(&page, "relighting").one(|element| element.get("data-fact") == Some("lit"));
    assert_eq!((own.get("data-link-target"), own.get("id")), (None, Some("fact=lit")));
    let there = shown(&page, "cap-rouge").one(|element| element.get("data-fact") == Some("lit"));
    assert_eq!(there.get("id"), None, "the id is that of its own card");
}

#[test]
fn only_the_card_that_is_the_link_target_opens() {
    let (rabat, ship, neptune) =
        (card(real(), "rabat"), fact(real(), "neptune-ship"), card(real(), "operation-neptune"));
    for (action, id) in [(Action::Open(rabat), "rabat"), (Action::OpenFact(ship, neptune), "operation-neptune")] {
        let page = closed_page(real(), &State::default().after(action, real()));
        let open = page.every(|element| element.get("data-open").is_some());
        assert_eq!(open.iter().map(|card| card.need("data-card")).collect::<Vec<_>>(), [id]);
        let all = &real().cards.get(usize::from(card(real(), id))).unwrap().facts;
        assert_eq!(facts_in(open[0]).len(), all.len());
    }
}

#[test]
fn every_fact_has_its_id_exactly_once_on_its_own_card() {
    for edition in [real(), hostile()] {
        let page = page(edition, &State::default());
        for fact in &edition.facts {
            let id = format!("fact={}", fact.id);
            let element = page.one(|element| element.get("id") == Some(&id));
            assert_eq!(element.need("data-fact"), fact.id);
            let home = &edition.cards.get(usize::from(fact.home)).unwrap().id;
            assert_eq!(shown(&page, home).every(|element| element.get("id") == Some(&id)).len(), 1);
        }
    }
}

#[test]
fn in_another_view_a_card_opens_beside_it_with_a_close_button_whatever_the_filters_hide() {
    let glasgow = card(real(), "glasgow");
    let hidden = Choice { kind: Some(Kind::Member), ..search("dkhissi") };
    for view in OTHERS {
        for choice in [Choice::default(), hidden.clone(), search("nothing-has-this")] {
            let state = State { view, ..chosen(choice.clone()) }.after(Action::Open(glasgow), real());
            let page = page(real(), &state);
            let opened = page.view(view).one(|element| element.is("opened"));
            assert_eq!(opened.one(|element| element.is("card")).need("data-card"), "glasgow");
            let close = opened.one(|element| element.is("close"));
            assert_eq!((close.name.as_str(), close.text().as_str()), ("button", "Close"));
            assert_eq!(facts_in(opened).len(), real().cards.get(usize::from(glasgow)).unwrap().facts.len());
            assert_eq!(page.every(|element| element.is("card")).len(), 1);
            assert_eq!(opened.every(|element| element.is("relaxed-filters")).len(), 0, "nothing was relaxed");

            let closed = crate::page::page(real(), &state.after(Action::Close, real()));
            assert_eq!(closed.every(|element| element.is("opened")).len(), 0);
        }
    }
}

#[test]
fn beside_another_view_a_cards_matching_facts_are_open_or_else_all_of_them() {
    let state = |query| State { view: View::Map, ..chosen(search(query)) };
    let neptune = card(real(), "operation-neptune");
    let opened = |query| page(real(), &state(query).after(Action::Open(neptune), real()));
    let matching = opened("neptune 135");
    assert_eq!(folded(shown(&matching, "operation-neptune")).len(), 3);
    assert!(!folded(shown(&matching, "operation-neptune")).contains(&"neptune-arrests"));
    let other = opened("glasgow");
    let other = shown(&other, "operation-neptune");
    assert_eq!((facts_in(other).len(), folded(other).len()), (4, 0));
}

#[test]
fn in_another_view_a_fact_opens_with_its_card() {
    let (ship, neptune) = (fact(real(), "neptune-ship"), card(real(), "operation-neptune"));
    for view in OTHERS {
        let state = State { view, ..chosen(search("glasgow")) }.after(Action::OpenFact(ship, neptune), real());
        check(real(), &page(real(), &state), ship, neptune);
    }
}

#[test]
fn among_the_cards_none_opens_beside_them() {
    let state = State::default().after(Action::Open(card(real(), "glasgow")), real());
    assert_eq!(page(real(), &state).every(|element| element.is("opened")).len(), 0);
    let elsewhere = State { view: View::Map, ..State::default() }.after(Action::Open(card(real(), "glasgow")), real());
    let back = elsewhere.after(Action::Look(View::Cards), real());
    assert_eq!(page(real(), &back).every(|element| element.is("opened")).len(), 0);
}

#[test]
fn during_hydration_nothing_has_opened_yet() {
    let state = State { view: View::Map, ..State::default() }.after(Action::Open(card(real(), "glasgow")), real());
    let requested = Requested { state, hydrates: Some(Prerendered::Views), ..Requested::default() };
    let page = parse(&html_of(real(), requested, 1));
    assert_eq!(page.every(|element| element.is("opened") || element.get("data-link-target").is_some()).len(), 0);
    let checked = page.one(|element| element.get("name") == Some("view") && element.get("checked").is_some());
    assert_eq!(checked.need("value"), "map", "but the view stays the one that was chosen");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_linked_fact_is_visible_whatever_is_chosen(
        choice in a_choice(real()),
        view in proptest::sample::select(View::ALL.to_vec()),
        number in 0..u16::try_from(real().facts.len()).unwrap(),
        other in any::<proptest::sample::Index>(),
    ) {
        let number = FactId::new(number);
        let on: Vec<CardId> =
            CardId::all().zip(&real().cards).filter(|(_, card)| card.facts.contains(&number)).map(|(at, _)| at).collect();
        let on = on[other.index(on.len())];
        let state = State { view, ..chosen(choice) }.after(Action::OpenFact(number, on), real());
        check(real(), &page(real(), &state), number, on);
    }
}
