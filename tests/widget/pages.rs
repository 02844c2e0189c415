//! Stories of more than two hundred cards: pages of fifty, the index of words, and size limits.

use std::{rc::Rc, sync::OnceLock};

use fact_cards::{
    PageOptions, Prerendered, Requested, prerender,
    state::{Action, Choice, Sort, State, View},
    visible::{ON_A_PAGE, page_of, visible},
};
use fact_cards_author::indexed;
use fact_cards_story::{
    edition::{CardId, Edition, Facet, ValueId},
    section,
};
use proptest::prelude::*;

use crate::{
    page::{self, Element},
    random::a_choice,
    story::{real, scripts, search, with_cards},
};

/// The number of cards in the story, and of its pages.
const CARDS: usize = 230;
const PAGES: u16 = 5;

/// A story of several pages, encoded and decoded. Its first card has more than sixty facts.
fn many() -> &'static Edition {
    static MANY: OnceLock<Edition> = OnceLock::new();
    MANY.get_or_init(|| {
        let decoded = section::decode(&section::encode(&[with_cards(CARDS)]).unwrap(), "en").unwrap();
        Rc::into_inner(decoded).unwrap()
    })
}

fn on_page(page: u16) -> State {
    State { choice: Choice { page, ..Choice::default() }, ..State::default() }
}

fn shown(state: &State) -> Vec<CardId> {
    visible(many(), &state.choice).cards.iter().map(|shown| shown.card).collect()
}

fn prerendered(page: u16) -> Element {
    let edition = std::rc::Rc::new(many().clone());
    let html = prerender(
        &edition,
        Prerendered::Cards(page),
        PageOptions { heading_level: 1, pages: Some("../../".to_owned()), ..PageOptions::default() },
    );
    page::parse(&page::without_comments(&html))
}

fn links(page: &Element, class: &str) -> Vec<String> {
    let link = |element: &&Element| element.name == "a" && element.get("href").is_some();
    let pages = page.one(|element| element.is(class));
    pages.every(|_| true).into_iter().filter(link).map(|link| link.get("href").unwrap().to_owned()).collect()
}

#[test]
fn two_hundred_cards_fit_on_one_page_and_one_more_makes_pages_of_fifty() {
    let one = with_cards(200);
    assert!(!one.has_pages());
    assert_eq!(visible(&one, &Choice::default()).cards.len(), 200);
    assert!(with_cards(201).has_pages());
    assert_eq!(visible(many(), &Choice::default()).cards.len(), ON_A_PAGE);
}

#[test]
fn every_card_is_on_exactly_one_page_in_every_order() {
    for sort in Sort::ALL {
        let of_page = |page| State { choice: Choice { sort, page, ..Choice::default() }, ..State::default() };
        let all: Vec<CardId> = (0..PAGES).flat_map(|page| shown(&of_page(page))).collect();
        assert_eq!(all, visible(many(), &Choice { sort, ..Choice::default() }).order);
        assert_eq!(all.len(), CARDS);
    }
}

#[test]
fn a_search_decodes_only_the_cards_that_match() {
    for query in ["keeper 17", "step 201", "22"] {
        let edition = indexed(many().clone());
        let fresh = section::decode(&section::encode(&[edition]).unwrap(), "en").unwrap();
        assert_eq!(fresh.cards.decoded(), 0);
        let order = visible(&fresh, &search(query)).order;
        assert!((1..CARDS).contains(&order.len()), "{query}: {} cards answer", order.len());
        assert!(fresh.cards.decoded() <= order.len(), "{query}: {} cards are decoded", fresh.cards.decoded());
    }
}

#[test]
fn a_page_beyond_the_last_is_the_last() {
    assert_eq!(shown(&on_page(PAGES)), shown(&on_page(PAGES - 1)));
    assert_eq!(visible(many(), &on_page(9999).choice).page, PAGES - 1);
}

#[test]
fn any_other_choice_starts_at_its_first_page() {
    let state = on_page(3);
    let actions = [
        Action::ChooseKind(None),
        Action::Search("step".into()),
        Action::Order(Sort::Name),
        Action::Look(View::Map),
        Action::Clear,
    ];
    for action in actions {
        assert_eq!(state.after(action.clone(), many()).choice.page, 0, "{action:?}");
    }
    assert_eq!(state.after(Action::Close, many()).choice.page, 3);
    assert_eq!(state.after(Action::Turn(2), many()).choice.page, 2);
}

#[test]
fn a_link_to_a_card_leads_to_its_page() {
    let state = State::default().after(Action::Open(CardId::new(120)), many());
    assert_eq!((state.card, state.choice.page), (Some(CardId::new(120)), 2));
    let by_name = State { choice: Choice { sort: Sort::Name, ..Choice::default() }, ..State::default() };
    let opened = by_name.after(Action::Open(CardId::new(120)), many());
    assert!(shown(&opened).contains(&CardId::new(120)));
    assert_eq!(opened.choice.page, page_of(many(), &by_name.choice, CardId::new(120)));
}

#[test]
fn an_address_names_the_page_and_is_read_back() {
    let state = on_page(3);
    assert_eq!(state.to_fragment(many()), "page=4");
    assert_eq!(State::from_fragment("page=4", many()), state);
    for nothing in ["page=0", "page=x", "page=-1", "page=65537", "page="] {
        assert_eq!(State::from_fragment(nothing, many()), State::default(), "{nothing}");
    }
    // A story of one page has no others.
    assert_eq!(State::from_fragment("page=4", real()), State::default());
    // The page follows from the card.
    let card = state.after(Action::Open(CardId::new(120)), many());
    assert_eq!(card.to_fragment(many()), "card=card-120");
    assert_eq!(State::from_fragment("card=card-120", many()).showing_its_card(many()), card);
}

#[test]
fn a_prerendered_page_links_to_the_others_and_says_which_one_it_is() {
    let page = prerendered(2);
    assert_eq!(page.every(|element| element.name == "article").len(), ON_A_PAGE);
    let nav = page.one(|element| element.is("pages"));
    assert_eq!((nav.name.as_str(), nav.get("data-page")), ("nav", Some("2")));
    let current = nav.one(|element| element.get("aria-current").is_some());
    assert_eq!(current.text(), "3");
    let expected = ["../../page/2/", "../../", "../../page/2/", "../../page/4/", "../../page/5/", "../../page/4/"];
    assert_eq!(links(&page, "pages"), expected);
}

#[test]
fn a_prerendered_link_to_a_card_leads_to_its_page() {
    let page = prerendered(1);
    let all: Vec<&str> = page.every(|element| element.name == "a").iter().filter_map(|link| link.get("href")).collect();
    assert!(all.contains(&"../../#card=card-0"), "{all:?}");
    // Links within the page are fragments.
    assert!(all.contains(&"#card=card-50"), "{all:?}");
}

/// How many facts a card has, and the line that leads to more of them.
fn facts_of(page: &Element, id: &str) -> (usize, Vec<(String, String)>) {
    let card = page.card(id);
    let more = card.every(|element| element.is("more-facts")).into_iter();
    let more = more.map(|more| (more.text(), more.one(|link| link.name == "a").need("href").to_owned()));
    (card.facts().len(), more.collect())
}

#[test]
fn a_prerendered_card_has_an_excerpt_of_its_facts_and_an_opened_one_as_much_as_fits() {
    let all = many().card(CardId::new(0)).unwrap().facts.len();
    let excerpt = (2, vec![(format!("{} more facts", all - 2), "#card=card-0".to_owned())]);
    assert_eq!(facts_of(&prerendered(0), "card-0"), excerpt);
    let opened = State::default().after(Action::Open(CardId::new(0)), many());
    let to_all = "#q=%22Keeper%200%22&view=sources".to_owned();
    let as_much_as_fits = (60, vec![(format!("{} more facts", all - 60), to_all.clone())]);
    assert_eq!(facts_of(&page::closed_page(many(), &opened), "card-0"), as_much_as_fits);
    // The linked fact is among them, wherever it is in the order.
    let last = *many().card(CardId::new(0)).unwrap().facts.last().unwrap();
    let page = page::page(many(), &State::default().after(Action::OpenFact(last, CardId::new(0)), many()));
    let id = many().fact(last).unwrap().id.as_str();
    page.one(|element| element.get("data-fact") == Some(id) && element.get("data-link-target").is_some());
    let and_one_more = (61, vec![(format!("{} more facts", all - 61), to_all.clone())]);
    assert_eq!(facts_of(&page, "card-0"), and_one_more);
    // The list of all facts has each of them.
    let listed = State::from_fragment(&to_all, many());
    let found = visible(many(), &listed.choice).found;
    assert!(many().card(CardId::new(0)).unwrap().facts.iter().all(|fact| found.contains(fact)));
}

#[test]
fn what_is_folded_away_is_no_more_than_fits_and_leads_to_the_rest_too() {
    let page = page::page(many(), &State { choice: search("\"step 229\""), ..State::default() });
    let card = page.card("card-0");
    let all = many().card(CardId::new(0)).unwrap().facts.len();
    let folded = card.one(|element| element.is("more"));
    assert_eq!((card.facts().len(), folded.facts().len()), (61, 60));
    assert_eq!(folded.one(|element| element.name == "summary").text(), format!("{} more facts", all - 1));
    let rest = folded.one(|element| element.is("more-facts"));
    assert_eq!(rest.text(), format!("{} more facts", all - 61));
    assert_eq!(rest.one(|link| link.name == "a").need("href"), "#q=%22Keeper%200%22&view=sources");
}

#[test]
fn a_page_of_several_has_only_the_cards_that_show() {
    for state in [on_page(2), State { choice: search("keeper 17"), ..State::default() }] {
        let requested = Requested { state: state.clone(), ..Requested::default() };
        let page = page::parse_with_hidden(&page::html_of(many(), requested, 1));
        let cards = page.every(|element| element.is("card"));
        let ids: Vec<&str> = cards.iter().map(|card| card.need("data-card")).collect();
        let expected = shown(&state).into_iter().map(|card| &many().card(card).unwrap().id);
        assert_eq!(ids, expected.collect::<Vec<_>>());
    }
    let state = State { view: View::Map, ..State::default() };
    let page = page::parse_with_hidden(&page::html_of(many(), Requested { state, ..Requested::default() }, 1));
    assert_eq!(page.every(|element| element.is("card")).len(), 0);
}

#[test]
fn no_view_of_a_story_of_many_cards_has_more_than_three_thousand_elements() {
    for view in View::ALL {
        for choice in [Choice::default(), search("step"), search("keeper")] {
            let page = page::page(many(), &State { view, choice, ..State::default() });
            let elements = page.every(|_| true).len();
            assert!(elements <= 3000, "{view:?}: {elements}");
        }
    }
}

#[test]
fn each_view_has_everything_on_its_pages() {
    let entries = |view: View| -> Vec<String> {
        let of_page = |page| {
            let choice = Choice { page, ..Choice::default() };
            let page = page::page(many(), &State { view, choice, ..State::default() });
            let entries = page.every(|element| ["entry", "bar-of", "place"].iter().any(|class| element.is(class)));
            entries.iter().map(|entry| entry.text()).collect::<Vec<_>>()
        };
        (0..20).map(of_page).take_while(|entries| !entries.is_empty()).collect::<Vec<_>>().concat()
    };
    let dated = many().facts.iter().filter(|fact| fact.date.is_some()).count();
    assert!(entries(View::Timeline).len() >= dated && dated > 2 * ON_A_PAGE, "{dated}");
    assert!(entries(View::Sources).len() >= many().facts.len());
}

#[test]
fn where_there_are_too_many_moments_for_marks_columns_lead_to_the_pages() {
    let page = page::page(many(), &State { view: View::Timeline, ..State::default() });
    let scale = page.one(|element| element.is("scale"));
    assert!(scale.every(|element| element.is("mark")).is_empty());
    let columns = scale.every(|element| element.name == "a");
    assert!(columns.len() > 2 && columns.len() <= 60, "{}", columns.len());
    assert_eq!(columns[0].get("href"), Some("#view=timeline"));
    assert!(columns.last().unwrap().get("href").unwrap().starts_with("#view=timeline&page="));
    let counted = |column: &&Element| -> usize {
        let label = column.get("aria-label").unwrap();
        let count = label.rsplit(": ").next().unwrap().strip_suffix(" facts").or(label.strip_suffix(" fact"));
        count
            .and_then(|count| count.rsplit(' ').next()?.replace(',', "").parse().ok())
            .unwrap_or_else(|| panic!("{label}"))
    };
    let dated = |edition: &Edition| -> usize {
        edition.timeline.moments.iter().map(|moment| moment.facts.len() + moment.said.len()).sum()
    };
    assert_eq!(columns.iter().map(counted).sum::<usize>(), dated(many()));

    // A moment at the very end of the scale is included too.
    let mut late = many().clone();
    let last = late.timeline.moments.len() - 1;
    late.timeline.moments[last].start = 1000;
    late.timeline.moments[last - 1].start = 990;
    let page = page::page(&late, &State { view: View::Timeline, ..State::default() });
    let columns = page.one(|element| element.is("scale")).every(|element| element.name == "a");
    assert_eq!(columns.iter().map(counted).sum::<usize>(), dated(&late));
}

#[test]
fn the_scale_of_columns_spans_the_whole_story_whatever_is_found() {
    let ends = |choice: Choice| -> Vec<String> {
        let page = page::page(many(), &State { view: View::Timeline, choice, ..State::default() });
        ["scale-first", "scale-last"].map(|end| page.one(|element| element.is(end)).text()).to_vec()
    };
    // The first two years are filtered out.
    let later = Choice {
        facets: [vec![], vec![], vec![], vec![], (2..40).map(ValueId::new).collect(), vec![]],
        ..Choice::default()
    };
    let moments = &many().timeline.moments;
    let expected = [moments[0].when.clone(), moments.last().unwrap().when.clone()];
    assert_eq!((ends(Choice::default()), ends(later)), (expected.to_vec(), expected.to_vec()));
}

#[test]
fn a_story_of_one_page_offers_every_value_of_each_filter() {
    let one = with_cards(200);
    let page = page::page(&one, &State::default());
    let facet = page.one(|element| element.get("data-facet") == Some("year"));
    let offered = facet.every(|element| element.name == "input").len();
    assert_eq!(offered, one.value_count(Facet::Year));
    assert!(offered > 15, "{offered}");
}

#[test]
fn a_filter_with_very_many_values_offers_the_commonest_and_the_chosen_ones() {
    let offered = |choice: Choice| -> Vec<String> {
        let page = page::page(many(), &State { choice, ..State::default() });
        let facet =
            page.one(|element| element.get("data-facet") == Some("year")).every(|element| element.name == "input");
        facet.iter().map(|input| input.get("value").unwrap().to_owned()).collect()
    };
    let all = many().value_count(Facet::Year);
    let first = offered(Choice::default());
    assert!(first.len() <= 15 && all > 15, "{} of {all}", first.len());
    let rare = ValueId::first(all).find(|at| !first.contains(&many().value(Facet::Year, *at).unwrap().id)).unwrap();
    let mut choice = Choice::default();
    choice.facets[Facet::Year.index()].push(rare);
    assert!(offered(choice).contains(&many().value(Facet::Year, rare).unwrap().id));
    let page = page::page(many(), &State::default());
    let facet = page.one(|element| element.get("data-facet") == Some("year"));
    assert_eq!(
        facet.one(|element| element.is("rest")).text(),
        format!("With fewer cards, not listed: {}", all - first.len())
    );
}

proptest! {
    #[test]
    fn an_index_does_not_change_what_is_found(choice in a_choice(real()), typed in "(\\PC|[\"“’'/., a-c-]|[a-z]{1,5}|ال?[ا-ي]{1,4}){0,12}") {
        static INDEXED: OnceLock<[Edition; 2]> = OnceLock::new();
        let [real_indexed, scripts_indexed] = INDEXED.get_or_init(|| [real(), scripts()].map(|plain| indexed(plain.clone())));
        prop_assert_eq!(visible(real_indexed, &choice), visible(real(), &choice));
        for (indexed, plain) in [(real_indexed, real()), (scripts_indexed, scripts())] {
            let (with, without) = (visible(indexed, &search(&typed)), visible(plain, &search(&typed)));
            // Of equally near corrections any may be suggested.
            if without.query.corrected().is_none() {
                prop_assert_eq!(with, without);
            }
        }
    }
}

#[test]
fn a_card_that_opens_beside_a_view_leaves_the_page_in_the_address() {
    let timeline = State { view: View::Timeline, ..on_page(2) };
    let opened = timeline.after(Action::Open(CardId::new(7)), many());
    let address = opened.to_fragment(many());
    assert!(address.starts_with("view=timeline&page=3&card="), "{address}");
    assert_eq!(State::from_fragment(&address, many()).showing_its_card(many()), opened);
    // Among the cards, the page is that of the card.
    let among_cards = on_page(2).after(Action::Open(CardId::new(7)), many());
    assert!(!among_cards.to_fragment(many()).contains("page="));
}
