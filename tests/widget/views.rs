//! Five views of the same selection: each shows what it can of the matches, and counts what has no place in it.

use std::rc::Rc;

use fact_cards::{
    PageOptions, Prerendered, prerender,
    state::{Choice, State, View},
    visible::visible,
};
use fact_cards_story::{
    Kind,
    edition::{Edition, Facet, Fact, FactId},
};
use proptest::prelude::*;

use crate::{
    page::{Element, page, parse, prerendered, without_comments},
    random::{a_choice, a_state},
    story::{self, chosen, filter, hostile, real, search, small},
};

/// Every view but the cards.
const OTHERS: [View; 4] = [View::Timeline, View::Map, View::Figures, View::Sources];

fn in_view(view: View, choice: Choice) -> State {
    State { view, ..chosen(choice) }
}

/// The matching facts that a view should show, computed naively: in the order of the story, each as often as it occurs
/// there.
fn expected<'e>(edition: &'e Edition, choice: &Choice, view: View) -> Vec<&'e str> {
    let times = |number: FactId| {
        let fact = &edition.facts.get(usize::from(number)).unwrap();
        match view {
            View::Cards => unreachable!("cards are looked at elsewhere"),
            View::Timeline => usize::from(fact.date.is_some() || fact.said_on.is_some()),
            View::Map => venues_of(edition, number, fact),
            // A founding year is not an amount.
            View::Figures => usize::from(fact.figure.as_ref().is_some_and(|figure| figure.unit.shown() != "founded")),
            View::Sources => fact.sources.len(),
        }
    };
    let found = visible(edition, choice).found;
    found.iter().flat_map(|fact| std::iter::repeat_n(id(edition, *fact), times(*fact))).collect()
}

/// The number of venues of a fact: it is on their cards, or happened there.
fn venues_of(edition: &Edition, number: FactId, fact: &Fact) -> usize {
    let places: Vec<&str> = fact.facets[Facet::Place.index()]
        .iter()
        .map(|value| edition.value(Facet::Place, *value).unwrap().id.as_str())
        .collect();
    let venues = edition.cards.iter().filter(|card| card.kind == Kind::Venue);
    venues.filter(|card| card.facts.contains(&number) || places.contains(&card.id.as_str())).count()
}

fn id(edition: &Edition, fact: FactId) -> &str {
    &edition.facts.get(usize::from(fact)).unwrap().id
}

/// The facts that a view shows, in the order of the story.
fn shown<'p>(edition: &Edition, view: View, element: &'p Element) -> Vec<&'p str> {
    let mut facts: Vec<&str> = match view {
        View::Figures => element
            .every(|element| element.is("bar-of"))
            .into_iter()
            .map(|bar| bar.entry_fact().expect("a bar leads to its fact"))
            .collect(),
        // Facts that several articles report are listed once more, before the articles.
        View::Sources => {
            element.every(|element| element.is("paragraph")).into_iter().flat_map(Element::entries).collect()
        }
        _ => element.entries(),
    };
    facts.sort_by_key(|id| story::fact(edition, id));
    facts
}

/// Checks a view for a choice.
fn check(edition: &Edition, choice: &Choice, view: View, element: &Element) {
    let expected = expected(edition, choice, view);
    assert_eq!(shown(edition, view, element), expected, "{view:?} of {choice:?}");

    let seen = visible(edition, choice);
    let mut once = expected;
    once.dedup();
    let left_out = seen.found.len() - once.len();
    let facts = edition.words.facts.for_count(left_out);
    let counted = match view {
        View::Timeline => vec![format!("{facts} without a date")],
        View::Map => vec![format!("{facts} without a place")],
        _ => vec![],
    };
    let nothing: Vec<String> = element.every(|element| element.is("nothing")).iter().map(|said| said.text()).collect();
    let rest: Vec<String> = element.every(|element| element.is("rest")).iter().map(|said| said.text()).collect();
    // A visible venue is on the map even if none of its facts is.
    let venues = seen
        .cards
        .iter()
        .filter(|shown| edition.cards.get(usize::from(shown.card)).unwrap().kind == Kind::Venue)
        .count();
    if once.is_empty() && !(view == View::Map && venues > 0) {
        let sentence = match view {
            View::Cards => "",
            View::Timeline => "Nothing of what is shown has a date.",
            View::Map => "Nothing of what is shown has a place.",
            View::Figures => "Nothing of what is shown is counted.",
            View::Sources => "No single fact matches.",
        };
        // Where no card is visible either, the page says so already.
        let sentences = if seen.cards.is_empty() { vec![] } else { vec![sentence.to_owned()] };
        assert_eq!((nothing, rest), (sentences, vec![]), "{view:?} of {choice:?}");
    } else {
        assert_eq!(nothing, <[String; 0]>::default());
        let counted = if left_out == 0 { vec![] } else { counted };
        let how_to_read = (view == View::Figures).then(|| edition.words.about_figures.clone());
        assert_eq!(rest, how_to_read.into_iter().chain(counted).collect::<Vec<_>>(), "{view:?} of {choice:?}");
    }
}

#[test]
fn before_the_engine_every_view_is_there_and_shows_everything() {
    for edition in [real(), small(), hostile()] {
        let page = prerendered(edition);
        let views = page.every(|element| element.get("data-view").is_some());
        assert_eq!(views.iter().map(|view| view.need("data-view")).collect::<Vec<_>>(), OTHERS.map(View::key));
        for view in OTHERS {
            check(edition, &Choice::default(), view, page.view(view));
        }
        let cards = page.one(|element| element.is("cards")).every(|element| element.is("card"));
        assert_eq!(cards.len(), edition.cards.len());
    }
}

/// The parts of a view in words: its moments, places, paragraphs, figures and facts.
fn parts(view: &Element, is_left: impl Fn(&Element) -> bool) -> Vec<String> {
    fn left<'p>(element: &'p Element, is_left: &impl Fn(&Element) -> bool, into: &mut Vec<&'p Element>) {
        if is_left(element) {
            into.push(element);
            element.elements().for_each(|child| left(child, is_left, into));
        }
    }
    let mut all = Vec::new();
    left(view, &is_left, &mut all);
    let name = |element: &&Element| match () {
        () if element.is("moment-when") || element.is("paragraph-number") => Some(element.text()),
        () if element.is("place") => Some(format!("place {}", element.every(|child| child.name == "a")[0].text())),
        () if element.is("pin") => Some(format!("pin {}", element.need("href"))),
        () if element.is("mark") => Some("mark".to_owned()),
        () if element.is("entry") => {
            element.every(|child| child.name == "a").first().map(|link| link.need("href").into())
        }
        () if element.is("bar-of") => element.entry_fact().map(str::to_owned),
        () => None,
    };
    all.iter().filter_map(name).collect()
}

#[test]
fn for_a_kind_the_style_sheet_leaves_what_the_engine_shows() {
    for edition in [real(), small(), hostile()] {
        let before = prerendered(edition);
        for kind in Kind::ALL {
            let of_kind = |element: &Element| {
                element.get("data-kinds").is_none_or(|kinds| kinds.split(' ').any(|one| one == kind.key()))
            };
            for view in [View::Timeline, View::Map, View::Figures, View::Sources] {
                let choice = Choice { kind: Some(kind), ..Choice::default() };
                let after = page(edition, &in_view(view, choice));
                let shown = parts(after.view(view), |_| true);
                let left = parts(before.view(view), of_kind);
                // Until the engine is ready, the list of spellings covers every card.
                let facts = |parts: Vec<String>| {
                    parts.into_iter().filter(|part| !part.starts_with("#card=")).collect::<Vec<_>>()
                };
                assert_eq!(facts(left), facts(shown), "{view:?} of {kind:?}");
            }
        }
    }
}

#[test]
fn an_article_has_every_card_before_the_engine_and_no_other_view() {
    for edition in [real(), small(), hostile()] {
        let page = PageOptions { heading_level: 1, ..PageOptions::default() };
        let article = prerender(&Rc::new(edition.clone()), Prerendered::Cards(0), page);
        let article = parse(&without_comments(&article));
        assert_eq!(article.every(|element| element.get("data-view").is_some()).len(), 0);
        let cards = |page: &Element| {
            let all = page.one(|element| element.is("cards"));
            all.every(|element| element.is("card")).iter().map(|card| card.text()).collect::<Vec<_>>()
        };
        assert_eq!(cards(&article), cards(&prerendered(edition)));
        assert_eq!(cards(&article).len(), edition.cards.len());
    }
}

#[test]
fn with_the_engine_only_the_current_view_is_there() {
    for view in View::ALL {
        let page = page(small(), &in_view(view, Choice::default()));
        let views = page.every(|element| element.get("data-view").is_some());
        let expected: Vec<&str> = OTHERS.into_iter().filter(|other| *other == view).map(View::key).collect();
        assert_eq!(views.iter().map(|view| view.need("data-view")).collect::<Vec<_>>(), expected);
        let cards = page.every(|element| element.is("card")).len();
        assert_eq!(cards, if view == View::Cards { small().cards.len() } else { 0 });
        let radios = page.every(|element| element.get("name") == Some("view") && element.get("checked").is_some());
        assert_eq!(radios.iter().map(|radio| radio.need("value")).collect::<Vec<_>>(), [view.key()]);
    }
}

#[test]
fn the_views_are_a_group_of_radio_buttons_each_with_its_label() {
    let page = prerendered(small());
    let group = page.one(|element| element.is("view-names"));
    assert_eq!((group.need("role"), group.need("aria-label")), ("radiogroup", "View"));
    let radios: Vec<&str> = page
        .every(|element| element.get("name") == Some("view"))
        .iter()
        .inspect(|radio| assert_eq!(radio.get("type"), Some("radio")))
        .map(|radio| radio.need("id"))
        .collect();
    assert_eq!(radios, View::ALL.map(|view| format!("view-{}", view.key())));
    assert_eq!(group.need("aria-owns"), radios.join(" "));
    let labels = group.every(|element| element.name == "label");
    assert_eq!(labels.iter().map(|label| label.need("for")).collect::<Vec<_>>(), radios);
    let names: Vec<String> = labels.iter().map(|label| label.text()).collect();
    assert_eq!(names, ["Cards", "Timeline", "Map", "Figures", "Sources"]);
}

#[test]
fn facts_that_have_no_place_in_a_view_are_counted() {
    let rest = |view, choice| {
        let page = page(real(), &in_view(view, choice));
        page.view(view).every(|element| element.is("rest")).iter().map(|said| said.text()).collect::<Vec<_>>()
    };
    let undated = real().facts.iter().filter(|fact| fact.date.is_none() && fact.said_on.is_none()).count();
    assert_eq!(rest(View::Timeline, Choice::default()), [format!("{undated} facts without a date")]);
    let elsewhere =
        FactId::all().zip(&real().facts).filter(|(number, fact)| venues_of(real(), *number, fact) == 0).count();
    assert_eq!(rest(View::Map, Choice::default()), [format!("{elsewhere} facts without a place")]);
    assert_eq!(rest(View::Map, filter(real(), &[(Facet::Place, "glasgow")])), <[&str; 0]>::default());
}

#[test]
fn a_view_with_nothing_to_show_is_replaced_by_a_sentence() {
    // On that card nothing has a date, a number or a place; and "childhood" is only in the summary of a card.
    for choice in [filter(small(), &[(Facet::Source, "storm"), (Facet::Topic, "weather")]), search("childhood")] {
        for view in OTHERS {
            check(small(), &choice, view, page(small(), &in_view(view, choice.clone())).view(view));
        }
    }
    let nothing = page(small(), &in_view(View::Map, search("nothing-has-this")));
    assert_eq!(nothing.every(|element| element.is("nothing")).len(), 0, "one sentence is enough");
    assert_eq!(nothing.every(|element| element.is("nothing-found")).len(), 1);
}

/// The elements of a page that name the kinds of card with their fact.
fn with_kinds(page: &Element) -> Vec<&Element> {
    page.every(|element| element.get("data-kinds").is_some())
}

#[test]
fn the_style_sheet_gets_the_kinds_of_card_that_a_fact_is_on() {
    for edition in [real(), small(), hostile()] {
        let page = prerendered(edition);
        let mut seen = 0;
        for element in with_kinds(&page).into_iter().filter(|element| element.is("entry") || element.is("bar-of")) {
            let number = story::fact(edition, element.entry_fact().unwrap());
            let has = |kind: &Kind| edition.cards.iter().any(|card| card.kind == *kind && card.facts.contains(&number));
            let kinds: Vec<&str> = Kind::ALL.into_iter().filter(has).map(Kind::key).collect();
            assert_eq!(element.need("data-kinds"), kinds.join(" "), "{}", id(edition, number));
            seen += 1;
        }
        let entries = page.every(|element| element.is("entry") && element.entry_fact().is_some()).len();
        assert_eq!(seen, entries + page.every(|element| element.is("bar-of")).len());
    }
}

#[test]
fn what_the_engine_has_filtered_is_not_marked_for_the_style_sheet() {
    for view in OTHERS {
        assert_eq!(with_kinds(&page(real(), &in_view(view, Choice::default()))).len(), 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_view_shows_exactly_what_is_found(of_real in a_choice(real()), of_hostile in a_choice(hostile())) {
        for view in OTHERS {
            check(real(), &of_real, view, page(real(), &in_view(view, of_real.clone())).view(view));
            check(hostile(), &of_hostile, view, page(hostile(), &in_view(view, of_hostile.clone())).view(view));
        }
    }

    #[test]
    fn whatever_a_reader_does_the_page_shows_the_view_that_was_chosen(state in a_state(real())) {
        let page = page(real(), &state);
        let views: Vec<&str> =
            page.every(|element| element.get("data-view").is_some()).iter().map(|view| view.need("data-view")).collect();
        let expected: Vec<&str> = OTHERS.into_iter().filter(|view| *view == state.view).map(View::key).collect();
        prop_assert_eq!(views, expected);
        if state.view != View::Cards {
            check(real(), &state.choice, state.view, page.view(state.view).one(|element| element.is("view-inside")));
        }
    }
}
