//! Some cards by themselves, as an article has them between two paragraphs.

use std::rc::Rc;

use fact_cards::{
    PageOptions, Prerendered, Requested, prerender,
    state::{Action, Choice, Sort, State, View},
    visible::visible,
};
use fact_cards_story::edition::Edition;

use crate::{
    page::{self, Element, html_with},
    story::{card, cards, chosen, real, search, small, with_cards, with_facts},
};

const SITE: &str = "https://cards.example/";

fn only(edition: &Edition, ids: &str) -> Edition {
    let mut edition = edition.clone();
    edition.keep_only(ids);
    edition
}

/// What the site prerenders of it: by itself, or with everything around.
fn page(edition: &Edition, bare: bool, permalinks: &str) -> Element {
    let options = PageOptions {
        heading_level: 2,
        site: SITE.to_owned(),
        permalinks: permalinks.to_owned(),
        bare,
        ..PageOptions::default()
    };
    let html = prerender(&Rc::new(edition.clone()), Prerendered::Cards(0), options);
    page::parse(&page::without_comments(&html))
}

fn shown(edition: &Edition, choice: &Choice) -> Vec<String> {
    cards(edition, &visible(edition, choice)).into_iter().map(str::to_owned).collect()
}

#[test]
fn just_the_named_cards_show_in_the_order_in_which_they_are_named() {
    let edition = only(real(), "rabat, operation-neptune,rabat");
    assert_eq!(shown(&edition, &Choice::default()), ["rabat", "operation-neptune"]);
    let by_name = Choice { sort: Sort::Name, ..Choice::default() };
    assert_eq!(shown(&edition, &by_name), ["operation-neptune", "rabat"]);
    let visible = visible(&edition, &Choice::default());
    assert_eq!((visible.facts, visible.articles), (5, 2), "only their facts are counted");
    assert_eq!(visible.kinds, [0, 1, 1]);
}

#[test]
fn an_id_that_no_card_has_is_left_out_and_where_none_is_known_everything_shows() {
    let edition = only(real(), "nobody,rabat");
    assert_eq!(shown(&edition, &Choice::default()), ["rabat"]);
    let known: Vec<bool> = edition.named("nobody, rabat").map(|card| card.is_some()).collect();
    assert_eq!(known, [false, true]);
    for ids in ["", "nobody", ",", " "] {
        let edition = only(real(), ids);
        assert!(!edition.is_narrowed(), "{ids:?}");
        assert_eq!(shown(&edition, &Choice::default()).len(), 22, "{ids:?}");
    }
}

#[test]
fn a_search_looks_at_the_named_cards_alone() {
    let edition = only(real(), "rabat,operation-neptune");
    assert_eq!(shown(&edition, &search("neptune")), ["operation-neptune"]);
    assert_eq!(shown(&edition, &search("glasgow")), Vec::<String>::new());
}

#[test]
fn a_card_that_is_not_among_them_cannot_be_opened() {
    let edition = only(real(), "operation-neptune");
    let opened = State::default().after(Action::Open(card(real(), "rabat")), &edition);
    assert_eq!(opened, State::default());
    let choice = Choice { kind: Some(fact_cards_story::Kind::Venue), ..Choice::default() };
    let opened = chosen(choice.clone()).after(Action::Open(card(real(), "rabat")), &edition);
    assert_eq!(opened.choice, choice, "no filter is lifted for it");
}

#[test]
fn by_itself_a_card_has_no_title_controls_or_status() {
    let edition = only(real(), "operation-neptune");
    let page = page(&edition, true, SITE);
    assert_eq!(page.every(|element| element.get("data-card").is_some()).len(), 1);
    for class in ["masthead", "controls", "one-choice", "views-line", "status", "show-all", "foot", "changes"] {
        assert!(page.every(|element| element.is(class)).is_empty(), "{class}");
    }
    let section = page.one(|element| element.is("fact-cards"));
    assert_eq!(section.get("data-bare"), Some(""));
    assert_eq!(section.get("aria-labelledby"), None, "the card has the name");
    assert_eq!(page.one(|element| element.is("name")).name, "h2", "there is no title that it is below");
    assert_eq!(page.one(|element| element.is("about")).elements().next().unwrap().text(), "4 facts from 1 article");
    let key = page.one(|element| element.is("key"));
    assert_eq!(
        key.every(|element| element.name == "dt").len(),
        1,
        "only the article that they are taken from is named"
    );
    let whole = page.one(|element| element.is("whole")).one(|element| element.name == "a");
    assert_eq!((whole.need("href"), whole.text().as_str()), (SITE, real().title.shown()));
}

#[test]
fn with_controls_the_named_cards_have_everything_around_them() {
    let page = page(&only(real(), "operation-neptune,rabat"), false, SITE);
    assert_eq!(page.every(|element| element.get("data-card").is_some()).len(), 2);
    assert_eq!(page.one(|element| element.is("status")).text(), "2 cards, 5 facts from 2 articles");
    assert_eq!(page.texts("title"), [real().title.shown()]);
}

#[test]
fn who_says_so_is_named_though_their_card_is_elsewhere_and_one_press_away() {
    let edition = only(real(), "operation-neptune");
    let speaker = |page: &Element| {
        let says = page.every(|element| element.is("says"));
        let link = says[0].one(|element| element.name == "a");
        (link.text(), link.need("href").to_owned(), link.get("data-fact-card").map(str::to_owned))
    };
    let (name, address, beside) = speaker(&page(&edition, true, SITE));
    assert_eq!(name, "Ahmed Nasser Al Raisi");
    assert_eq!(address, "https://cards.example/card/ahmed-nasser-al-raisi/");
    assert_eq!(beside.as_deref(), Some("ahmed-nasser-al-raisi"));
    let (_, address, _) = speaker(&page(&edition, true, ""));
    assert_eq!(address, "https://cards.example/#card=ahmed-nasser-al-raisi", "where cards have no pages of their own");
}

#[test]
fn where_no_site_is_known_a_card_elsewhere_is_a_name() {
    let edition = Rc::new(only(real(), "operation-neptune"));
    let options = PageOptions { heading_level: 2, bare: true, ..PageOptions::default() };
    let page = page::parse(&page::without_comments(&prerender(&edition, Prerendered::Cards(0), options)));
    assert!(page.every(|element| element.name == "a" && element.need("href").starts_with('#')).is_empty());
    assert_eq!(page.texts("says")[0], "Ahmed Nasser Al Raisi, 21 November 2025");
    assert_eq!(page.texts("whole"), [real().title.shown()]);
}

#[test]
fn a_card_by_itself_has_twelve_facts_and_the_way_to_the_others() {
    let edition = only(&with_facts(27), "relighting");
    let page = page(&edition, true, SITE);
    assert_eq!(page.facts().len(), 12);
    let more = page.one(|element| element.is("more-facts")).one(|element| element.name == "a");
    assert_eq!(more.need("href"), "https://cards.example/card/relighting/");
    assert_eq!(more.get("data-fact-card"), None, "not to itself");
    // The engine shows the same, so that nothing moves when it comes.
    let requested = Requested { disclosed: Some(page::everything_open(&edition)), ..Requested::default() };
    let opened = page::parse(&html_with(&edition, requested, |props| props.bare = true));
    assert_eq!(opened.facts().len(), 12);
}

#[test]
fn a_card_of_a_story_of_several_pages_stands_on_no_page_by_itself() {
    let large = with_cards(230);
    assert!(large.has_pages());
    let edition = only(&large, "card-229");
    assert!(edition.is_large() && !edition.has_pages());
    assert_eq!(shown(&edition, &Choice::default()), ["card-229"]);
    let page = page(&edition, true, SITE);
    assert!(page.every(|element| element.is("pages")).is_empty());
    assert_eq!(page.every(|element| element.get("data-card").is_some()).len(), 1);
}

#[test]
fn the_menu_of_a_card_leads_to_the_code_that_embeds_it() {
    let requested = Requested { disclosed: Some(page::everything_open(small())), ..Requested::default() };
    let page = page::parse(&html_with(small(), requested.clone(), |props| props.site = SITE.to_owned()));
    let card = page.card("cap-rouge");
    let link = card.one(|element| element.is("export") && element.name == "a");
    assert_eq!(link.need("href"), "https://cards.example/embed/?only=cap-rouge&amp;lang=en".replace("&amp;", "&"));
    assert_eq!(link.text(), "Embed this card");
    let page = page::parse(&html_with(small(), requested, |props| props.site.clear()));
    assert!(page.every(|element| element.is("export") && element.name == "a").is_empty(), "no site is known");
}

#[test]
fn the_views_of_named_cards_have_only_their_facts() {
    let edition = only(real(), "operation-neptune");
    let state = State { view: View::Sources, ..State::default() };
    let all = page::page(real(), &state).entries().len();
    let some = page::page(&edition, &state).entries().len();
    assert!(some == 4 && all > 4, "{some} of {all}");
}
