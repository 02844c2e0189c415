//! The prerendered page.

mod hostile_text;
mod structure;

use std::{collections::BTreeSet, rc::Rc};

use fact_cards::{
    PageOptions, Pieces, Prerendered, Requested, prerender,
    state::{Action, Choice, State, View},
};
use fact_cards_author::StoryFiles;
use fact_cards_story::{Kind, Text, edition::Facet};
use proptest::prelude::*;
use yew::AttrValue;

use crate::{
    page::{
        self, Element, closed_page, every_fact_with_menu, html, html_with, page, prerendered, prerendered_html,
        without_comments,
    },
    random::a_state,
    story::{self, card, chosen, filter, real, search, small, value},
};

/// The lighthouse's filters hide the card of the relighting, which was linked to.
fn relaxed() -> State {
    chosen(search("childhood")).after(Action::Open(card(small(), "relighting")), small())
}

/// States of the real story in which the page looks different.
fn states() -> Vec<State> {
    let edition = real();
    vec![
        State::default(),
        chosen(search("neptune 135")),
        chosen(search("nothing-has-this")),
        chosen(search("summed it up")),
        chosen(Choice { kind: Some(Kind::Venue), ..Choice::default() }),
        chosen(filter(edition, &[(Facet::Source, "marrakech-2025"), (Facet::Topic, "cybersecurity")])),
        State::default().after(Action::Open(card(edition, "rabat")), edition),
        chosen(search("neptune")).after(Action::Open(card(edition, "rabat")), edition),
    ]
}

fn readable(state: &State) -> String {
    page::readable(&html(small(), state))
}

#[test]
fn the_page_shows_everything_at_first() {
    insta::assert_snapshot!("everything", readable(&State::default()));
}

#[test]
fn every_view_is_prerendered_with_everything_in_it() {
    insta::assert_snapshot!("every_view", page::readable(&prerendered_html(small())));
}

#[test]
fn the_page_marks_what_was_searched_for() {
    insta::assert_snapshot!("search", readable(&chosen(search("cafe lit"))));
    insta::assert_snapshot!("search_in_a_summary", readable(&chosen(search("childhood"))));
    insta::assert_snapshot!("search_in_one_fact", readable(&chosen(search("lenses 12+"))));
}

#[test]
fn the_page_shows_and_announces_what_a_mistyped_word_was_corrected_to() {
    let page = page(small(), &chosen(search("galery")));
    let status = page.one(|element| element.get("class") == Some("status"));
    assert_eq!(status.text(), "Showing results for “gallery”. 1 card, 1 fact from 1 article");
    assert_eq!(page.one(|element| element.name == "mark").text(), "gallery");
    assert_eq!(page.one(|element| element.get("type") == Some("search")).need("value"), "galery");
}

#[test]
fn before_the_engine_the_status_is_a_live_region() {
    let page = prerendered(small());
    let status = page.one(|element| element.get("role") == Some("status"));
    assert_eq!(status.get("aria-live"), None);
}

#[test]
fn the_page_shows_only_what_the_filters_leave() {
    let facets = filter(small(), &[(Facet::Source, "lamp"), (Facet::Topic, "weather")]);
    let choice = Choice { kind: Some(Kind::Venue), ..facets };
    insta::assert_snapshot!("filtered", readable(&chosen(choice)));
}

#[test]
fn the_page_repeats_the_query_where_nothing_matches() {
    let facets = filter(small(), &[(Facet::Source, "storm"), (Facet::Place, "cap-rouge")]);
    let choice = Choice { kind: Some(Kind::Member), query: " big waves ".to_owned(), ..facets };
    insta::assert_snapshot!("nothing_found", readable(&chosen(choice)));
}

#[test]
fn the_page_says_that_a_link_relaxed_the_filters() {
    insta::assert_snapshot!("relaxed_filters", readable(&relaxed()));
}

/// Stands for what the engine leaves as it was prerendered.
const KEPT: AttrValue = AttrValue::Static("kept");

/// What the widget renders when it hydrates a page of the lighthouse.
fn hydrating(state: State, of: Prerendered, page: &PageOptions) -> String {
    let requested = Requested { state, hydrates: Some(of), ..Requested::default() };
    html_with(small(), requested, |props| {
        props.heading_level = page.heading_level;
        props.show = page.show;
        props.hydrates = true;
        let views = vec![KEPT; View::ALL.len() - 1];
        props.pieces = Some(Rc::new(Pieces { bodies: vec![KEPT; small().cards.len()], views }));
    })
}

#[test]
fn the_prerendered_page_is_the_widget_with_nothing_chosen_but_for_what_the_engine_keeps() {
    let edition = Rc::new(small().clone());
    let (cards, views) = (small().cards.len(), View::ALL.len() - 1);
    for (heading_level, of, show, kept) in [
        (1, Prerendered::Views, 0, cards + views),
        (3, Prerendered::Views, 2, cards + views),
        (2, Prerendered::Cards(0), 0, cards),
        (2, Prerendered::Cards(0), 2, cards),
    ] {
        let page = PageOptions { heading_level, show, ..PageOptions::default() };
        let widget = hydrating(State::default(), of, &page);
        let prerendered = without_comments(&prerender(&edition, of, page));
        assert_eq!(widget.matches(KEPT.as_str()).count(), kept);
        // What is kept in one place may be several views.
        let mut parts = widget.split(KEPT.as_str()).filter(|part| !part.is_empty());
        let mut rest = prerendered.strip_prefix(parts.next().unwrap()).expect("it begins in the same way");
        for part in parts {
            let (before, after) = rest.split_once(part).unwrap_or_else(|| panic!("{part} comes next in {rest}"));
            let inside = page::parse(&format!("<div>{before}</div>"));
            assert!(!inside.text().is_empty(), "whole elements");
            rest = after;
        }
        assert_eq!(rest, "");
    }
}

#[test]
fn a_hydrating_widget_renders_the_prerendered_page_with_what_the_reader_has_set() {
    let facets = filter(small(), &[(Facet::Source, "storm")]);
    let state = chosen(Choice { kind: Some(Kind::Member), query: "big waves".to_owned(), ..facets });
    let page = PageOptions { heading_level: 1, ..PageOptions::default() };
    let set_by_reader = [
        (r#"<input value="all" checked"#, r#"<input value="all""#),
        (r#"<input value="member""#, r#"<input value="member" checked"#),
        (r#"<input value="" class="search""#, r#"<input value="big waves" class="search""#),
    ];
    let mut expected = hydrating(State::default(), Prerendered::Views, &page);
    for (prerendered, set) in set_by_reader {
        assert_eq!(expected.matches(prerendered).count(), 1, "{prerendered}");
        expected = expected.replace(prerendered, set);
    }
    assert_eq!(hydrating(state, Prerendered::Views, &page), expected);
}

#[test]
fn the_filters_are_on_the_page_only_while_their_sheet_is_open() {
    let facets = |page: &Element| page.one(|element| element.is("filters")).every(|element| element.is("facet")).len();
    assert_eq!(facets(&prerendered(small())), 0);
    assert_eq!(facets(&closed_page(small(), &State::default())), 0);
    assert_eq!(facets(&page(small(), &State::default())), Facet::ALL.len() + 1, "and the order");
}

#[test]
fn other_scripts_can_find_cards_facts_search_and_status_by_attributes() {
    let page = page(real(), &State::default());
    let cards = page.every(|element| element.get("data-card").is_some());
    let found: Vec<(&str, &str)> = cards.iter().map(|card| (card.need("data-card"), card.need("data-kind"))).collect();
    let expected: Vec<(&str, &str)> = real().cards.iter().map(|card| (card.id.as_str(), card.kind.key())).collect();
    assert_eq!(found, expected);

    for (card, element) in real().cards.iter().zip(cards) {
        let facts: Vec<&str> = element.every(is_fact).into_iter().map(|fact| fact.need("data-fact")).collect();
        assert_eq!(facts, story::facts(real(), &card.facts), "{}", card.id);
    }
    let search = page.one(|element| element.get("type") == Some("search"));
    assert_eq!((search.name.as_str(), search.need("name"), search.get("value")), ("input", "q", Some("")));
    let status = page.one(|element| element.get("class") == Some("status"));
    assert_eq!(status.text(), format!("{} cards, 72 facts from 2 articles", real().cards.len()));
}

fn is_fact(element: &Element) -> bool {
    element.get("data-fact").is_some()
}

fn is_kind_choice(element: &Element) -> bool {
    element.get("type") == Some("radio") && element.get("name") == Some("kind")
}

#[test]
fn the_kinds_are_a_group_of_radio_buttons_each_with_its_count() {
    let counts: [usize; 3] = Kind::ALL.map(|kind| real().cards.iter().filter(|card| card.kind == kind).count());
    let expected = [counts.iter().sum(), counts[0], counts[1], counts[2]];
    for chosen_kind in [None, Some(Kind::Operation)] {
        let page = page(real(), &chosen(Choice { kind: chosen_kind, ..Choice::default() }));
        let radios = page.every(is_kind_choice);
        let values: Vec<&str> = radios.iter().map(|radio| radio.need("value")).collect();
        assert_eq!(values, ["all", "member", "operation", "venue"]);
        let checked = radios.iter().filter(|radio| radio.get("checked").is_some()).map(|radio| radio.need("value"));
        assert_eq!(checked.collect::<Vec<_>>(), [chosen_kind.map_or("all", Kind::key)]);
        for (radio, count) in radios.into_iter().zip(expected) {
            let label = page.one(|element| element.get("for") == radio.get("id"));
            assert!(label.text().ends_with(&format!(" {count}")), "{}", label.text());
        }
    }
}

#[test]
fn a_box_is_checked_if_its_value_is_chosen_and_disabled_if_it_would_leave_nothing() {
    let choice = filter(real(), &[(Facet::Topic, "cybersecurity"), (Facet::Place, "glasgow")]);
    let visible = fact_cards::visible::visible(real(), &choice);
    let page = page(real(), &chosen(choice.clone()));
    for facet in Facet::ALL {
        let boxes =
            page.every(|element| element.get("type") == Some("checkbox") && element.get("name") == Some(facet.key()));
        assert_eq!(boxes.len(), real().facets[facet.index()].len());
        for (element, known) in boxes.into_iter().zip(&real().facets[facet.index()]) {
            let value = value(real(), facet, element.need("value"));
            assert_eq!(element.need("value"), known.id);
            assert_eq!(element.get("checked").is_some(), choice.has(facet, value), "{}", known.id);
            let leaves_nothing = !visible.facets[facet.index()][usize::from(value)].has_any;
            assert_eq!(element.get("disabled").is_some(), leaves_nothing && !choice.has(facet, value), "{}", known.id);
        }
    }
    assert!(page.one(|element| element.is("chosen")).text() == "2");
}

#[test]
fn every_figure_is_set_large_on_its_card_and_can_be_read_out() {
    let page = page(real(), &State::default());
    let figures = [
        ("operation-neptune", "135"),
        ("operation-neptune", "325"),
        ("interpol-modernisation", "104 → 140+"),
        ("interpol-modernisation", "300+"),
        ("interpol", "196"),
        ("interpol", "1923"),
    ];
    for (id, number) in figures {
        let figures = page.card(id).every(|element| element.is("figure"));
        let large = |figure: &&Element| figure.one(|element| element.name == "b").text() == number;
        let figure = figures.into_iter().find(large).unwrap();
        let signs = !number.bytes().all(|byte| byte.is_ascii_digit());
        let number = figure.one(|element| element.name == "b");
        assert_eq!(number.get("aria-hidden"), signs.then_some("true"), "signs are not read out: {}", number.text());
        assert_eq!(figure.texts("spoken").len(), usize::from(signs));
    }
    let in_story = real().facts.iter().filter(|fact| fact.figure.is_some()).count();
    let shown = page.every(|element| element.is("figure")).len();
    assert_eq!(shown, in_story, "each stands on the card of its own only");
}

#[test]
fn every_card_of_the_story_is_there_with_its_name_and_other_spellings() {
    let page = page(real(), &State::default());
    for card in &real().cards {
        let element = page.one(|element| element.get("data-card") == Some(&card.id));
        let name = element.one(|element| element.is("name"));
        assert_eq!((name.name.as_str(), name.text().as_str()), ("h2", card.name.shown()));
        for spelling in &card.spellings {
            assert!(element.text().contains(spelling.name.shown()), "{}", spelling.name.shown());
        }
        assert!(element.text().contains(card.summary.shown()));
    }
}

#[test]
fn every_fact_says_when_by_whom_and_in_which_paragraphs_it_is_reported() {
    for page in [page(real(), &State::default()), prerendered(real())] {
        let mut told = BTreeSet::new();
        for element in page.one(|element| element.is("cards")).every(is_fact) {
            let fact = &real().facts.get(usize::from(story::fact(real(), element.need("data-fact")))).unwrap();
            assert!(element.one(|element| element.is("statement")).text().starts_with(fact.statement.shown()));
            let meta = element.one(|element| element.is("meta"));
            let markers: Vec<&str> = fact.sources.iter().map(|source| source.marker.shown()).collect();
            assert_eq!(meta.texts("source"), markers);
            assert!(!markers.is_empty());
            assert_eq!(meta.texts("when"), fact.when.iter().map(Text::shown).collect::<Vec<_>>());
            assert_eq!(meta.texts("agreement"), fact.agreement.iter().map(String::as_str).collect::<Vec<_>>());
            let says = meta.texts("says");
            assert_eq!(says.len(), usize::from(fact.speaker.is_some()), "{}", fact.id);
            for (says, speaker) in says.iter().zip(fact.speaker) {
                assert!(says.contains(real().cards.get(usize::from(speaker)).unwrap().name.shown()), "{says}");
                assert!(fact.said.iter().all(|said| says.contains(said)), "{says}");
            }
            told.insert(fact.id.as_str());
        }
        assert_eq!(told.len(), 72);
    }
}

#[test]
fn the_menu_of_a_fact_tells_each_source_with_article_date_and_paragraph() {
    let mut seen = 0;
    for (fact, element) in every_fact_with_menu(real()) {
        let told = element.one(|element| element.is("fact-more")).every(|element| element.is("source-details"));
        assert_eq!(told.len(), fact.sources.len());
        for (element, source) in told.into_iter().zip(&fact.sources) {
            let article = &real().articles[usize::from(source.article)];
            assert_eq!(element.one(|element| element.name == "cite").text(), article.title.shown());
            assert!(element.text().contains(&article.published) && element.text().contains(&source.paragraph));
        }
        seen += 1;
    }
    assert_eq!(seen, 72);
}

#[test]
fn a_fact_on_another_card_says_whose_it_is() {
    let page = page(real(), &State::default());
    for card in &real().cards {
        let element = page.one(|element| element.get("data-card") == Some(&card.id));
        for (at, fact) in element.every(is_fact).into_iter().enumerate() {
            let home = fact.every(|element| element.is("home"));
            if at < usize::from(card.own) {
                assert_eq!(home.len(), 0, "{}", card.id);
            } else {
                assert_eq!(home.len(), 1, "{}", card.id);
                assert_ne!(home[0].text(), card.name.shown());
            }
        }
    }
}

#[test]
fn a_link_to_a_hidden_card_is_an_address_in_which_it_shows() {
    for state in states() {
        for link in page(real(), &state).every(|element| element.name == "a" && !element.is("export")) {
            let state = State::from_fragment(link.need("href"), real());
            assert!(state.card.is_some() && !state.choice.is_set(), "{}", link.need("href"));
        }
    }
}

#[test]
fn an_article_with_an_address_is_a_link_and_one_without_is_only_named() {
    let (mut linked, mut named) = (0, 0);
    for (_, element) in every_fact_with_menu(small()) {
        for source in element.every(|element| element.is("source-details")) {
            let links = source.every(|element| element.name == "a");
            if source.text().contains("The lamp is lit") {
                assert_eq!(
                    links.iter().map(|link| link.need("href")).collect::<Vec<_>>(),
                    ["https://example.org/lamp?a=1&b=2"]
                );
                linked += 1;
            } else {
                assert_eq!(links.len(), 0, "{}", source.text());
                named += 1;
            }
        }
    }
    assert!(linked > 0 && named > 0);
}

#[test]
fn only_the_link_target_is_marked_as_such() {
    for state in states() {
        let link_targets = page(real(), &state)
            .every(|element| element.get("data-link-target").is_some())
            .iter()
            .map(|card| card.need("data-card").to_owned())
            .collect::<Vec<_>>();
        let expected: Vec<String> =
            state.card.iter().map(|card| real().cards.get(usize::from(*card)).unwrap().id.clone()).collect();
        assert_eq!(link_targets, expected);
    }
}

#[test]
fn clear_appears_once_something_is_set_and_restore_once_filters_were_relaxed() {
    for state in states() {
        let page = page(real(), &state);
        let [in_sheet, everywhere] = [page.one(|element| element.is("filters")), &page]
            .map(|part| part.every(|element| element.is("clear")).len());
        let set = usize::from(state.choice.is_set());
        assert_eq!((in_sheet, everywhere), (set, 2 * set), "on the sheet, and in sight: {state:?}");
        assert_eq!(page.every(|element| element.is("put-back")).len(), usize::from(state.relaxed.is_some()));
        assert_eq!(page.every(|element| element.is("relaxed-filters")).len(), usize::from(state.relaxed.is_some()));
    }
}

#[test]
fn nothing_is_marked_without_a_search_and_every_mark_is_a_match() {
    assert!(page(real(), &State::default()).every(|element| element.name == "mark").is_empty());
    let page = page(real(), &chosen(search("MOROCCO")));
    let marks = page.every(|element| element.name == "mark");
    assert!(marks.len() > 10);
    assert!(marks.iter().all(|mark| mark.text().eq_ignore_ascii_case("morocco")));
}

#[test]
fn the_figures_of_a_card_stay_whatever_is_searched_for() {
    let everything = closed_page(real(), &State::default());
    for state in [chosen(search("neptune 135")), chosen(search("neptune ship")), chosen(search("interpol"))] {
        for page in [page(real(), &state), closed_page(real(), &state)] {
            let cards = page.every(|element| element.is("card"));
            assert!(cards.iter().any(|card| !card.texts("figure").is_empty()), "{state:?}");
            for card in cards {
                assert_eq!(card.texts("figure"), everything.card(card.need("data-card")).texts("figure"));
            }
        }
    }
}

/// The story of the lighthouse with some of its files rewritten.
fn with_replaced(names: &[&str], rewrite: impl Fn(&str) -> String) -> StoryFiles {
    let mut files = story::small_files();
    for name in names {
        let text = rewrite(files.text(name).expect("the file is there"));
        files.insert(name, text);
    }
    files
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn in_any_state_the_page_is_well_formed_and_agrees_with_the_story(state in a_state(real())) {
        let page = page(real(), &state);
        let visible = fact_cards::visible::visible(real(), &state.choice);
        let lists = page.every(|element| element.is("cards"));
        prop_assert_eq!(lists.len(), usize::from(state.view == View::Cards), "in other views they are hidden");
        let cards: Vec<&Element> = lists.iter().flat_map(|list| list.every(|element| element.is("card"))).collect();
        let shown: Vec<&str> = cards.iter().map(|card| card.need("data-card")).collect();
        // The other views are tested in `views`.
        let expected = if state.view == View::Cards { story::cards(real(), &visible) } else { Vec::new() };
        prop_assert_eq!(shown, expected);
        for (card, seen) in cards.into_iter().zip(&visible.cards) {
            let facts: Vec<&str> = card.every(is_fact).iter().map(|fact| fact.need("data-fact")).collect();
            let mut seen = seen.clone();
            if let Some(fact) = state.fact.filter(|_| state.card == Some(seen.card)) {
                seen = seen.with_open(real(), fact);
            }
            prop_assert_eq!(facts, story::facts(real(), &[seen.open.as_slice(), &seen.folded].concat()));
            let known = &real().cards.get(usize::from(seen.card)).unwrap();
            prop_assert_eq!(card.one(|element| element.is("name")).text(), known.name.shown());
            prop_assert_eq!(card.one(|element| element.is("summary")).text(), known.summary.shown());
        }
        prop_assert_eq!(page.every(|element| element.is("nothing-found")).len(), usize::from(visible.cards.is_empty()));
        prop_assert_eq!(page.one(|element| element.get("type") == Some("search")).need("value"), &state.choice.query);
    }
}
