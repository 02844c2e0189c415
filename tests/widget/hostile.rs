//! A story that is hostile in every text an editor can write: all of it is shown, and only ever as text.

use std::{
    collections::BTreeSet,
    sync::{LazyLock, OnceLock},
};

use fact_cards::state::{Action, Choice, State, View};
use fact_cards_author::{Story, file_names};
use fact_cards_story::{
    Kind,
    edition::{CardId, Edition, Facet},
    section,
};

use crate::{
    page::{Element, every_fact_with_menu, page, prerendered},
    story::{self, chosen, filter, hostile_files, search},
};

static STORY: LazyLock<Story> =
    LazyLock::new(|| fact_cards_author::read(&hostile_files()).unwrap_or_else(|report| panic!("{report}")));

/// The story as its editor wrote it.
fn hostile() -> &'static Edition {
    static HOSTILE: OnceLock<Edition> = OnceLock::new();
    HOSTILE.get_or_init(|| edition(&STORY))
}

/// The same story with a harmless word in place of each text.
fn harmless() -> &'static Edition {
    static HARMLESS: OnceLock<Edition> = OnceLock::new();
    HARMLESS.get_or_init(|| {
        let mut story = STORY.clone();
        for (number, text) in texts_in(&mut story).into_iter().enumerate() {
            *text = format!("harmless{number}");
        }
        for (number, url) in addresses_in(&mut story).into_iter().enumerate() {
            *url = format!("https://example.org/{number}");
        }
        edition(&story)
    })
}

fn edition(story: &Story) -> Edition {
    fact_cards_author::editions(story).unwrap_or_else(|report| panic!("{report}")).remove(0)
}

/// Every text that an editor writes freely, except addresses.
fn texts_in(story: &mut Story) -> Vec<&mut String> {
    let mut localised = vec![&mut story.title, &mut story.lead];
    let mut plain = Vec::new();
    for article in &mut story.articles {
        localised.extend([&mut article.title, &mut article.short]);
        plain.extend(&mut article.publisher);
    }
    localised.extend(story.types.iter_mut().map(|card_type| &mut card_type.name));
    localised.extend(story.topics.iter_mut().map(|topic| &mut topic.name));
    for relation in &mut story.relations {
        localised.extend([&mut relation.name, &mut relation.inverse]);
    }
    for card in &mut story.cards {
        localised.extend([&mut card.name, &mut card.summary]);
        plain.extend(card.spellings.iter_mut().map(|spelling| &mut spelling.name));
    }
    for fact in &mut story.facts {
        localised.push(&mut fact.statement);
        localised.extend(fact.figure.as_mut().map(|figure| &mut figure.unit));
    }
    plain.extend(localised.into_iter().flat_map(|localised| localised.0.iter_mut().map(|wording| &mut wording.text)));
    plain
}

/// The addresses of the articles.
fn addresses_in(story: &mut Story) -> Vec<&mut String> {
    story.articles.iter_mut().filter_map(|article| article.url.as_mut()).collect()
}

fn texts() -> Vec<String> {
    texts_in(&mut STORY.clone()).into_iter().map(|text| text.clone()).collect()
}

fn addresses() -> Vec<String> {
    addresses_in(&mut STORY.clone()).into_iter().map(|url| url.clone()).collect()
}

/// States in which the page looks different, independent of the texts.
fn states() -> Vec<State> {
    let of_kind = |kind| chosen(Choice { kind: Some(kind), ..Choice::default() });
    let filtered = filter(hostile(), &[(Facet::Source, "rtl"), (Facet::Topic, "rtl"), (Facet::Place, "rtl-venue")]);
    let nothing = filter(hostile(), &[(Facet::Topic, "rtl"), (Facet::Place, "odd-venue")]);
    let relaxed = CardId::all()
        .zip(&hostile().cards)
        .map(|(card, _)| chosen(nothing.clone()).after(Action::Open(card), hostile()));
    Kind::ALL
        .map(of_kind)
        .into_iter()
        .chain([State::default(), chosen(filtered), chosen(nothing.clone())])
        .chain(relaxed)
        .collect()
}

/// The elements of a page, each with the names of its attributes.
fn elements(page: &Element) -> BTreeSet<String> {
    page.shape().lines().map(str::to_owned).collect()
}

/// The elements of harmless pages: one that shows everything, one with a search, and one where nothing is found.
fn harmless_elements() -> BTreeSet<String> {
    // A statement is found, and the other facts of its card fold.
    let statement = harmless().facts.get(0).unwrap().statement.shown();
    let searches = ["", "harmless", "harmless1", "nothing-has-this", statement].map(|words| chosen(search(words)));
    searches.iter().flat_map(|state| elements(&page(harmless(), state))).collect()
}

fn expect_good_links(page: &Element) {
    let addresses = addresses();
    for link in page.every(|element| element.get("href").is_some()) {
        let href = link.need("href");
        let is_card = |id: &str| hostile().cards.iter().any(|card| card.id == id);
        let is_fact = |id: &str| hostile().facts.iter().any(|fact| fact.id == id);
        let to_a_card =
            href.strip_prefix("#card=").is_some_and(is_card) || href.strip_prefix("#fact=").is_some_and(is_fact);
        let to_code =
            href.strip_prefix("https://cards.example/embed/?only=").and_then(|rest| rest.strip_suffix("&lang=en"));
        let is_ours = to_a_card || to_code.is_some_and(is_card);
        assert!(is_ours || addresses.iter().any(|url| url == href), "{href}");
        assert!(to_a_card || href.starts_with("https://") || href.starts_with("http://"), "{href}");
    }
}

/// The card at that position in a page.
fn shown_card(page: &Element, position: CardId) -> &Element {
    let id = &hostile().cards.get(usize::from(position)).unwrap().id;
    page.one(|element| element.get("data-card") == Some(id))
}

fn marks(element: &Element) -> usize {
    element.every(|element| element.name == "mark").len()
}

#[test]
fn every_text_of_the_story_is_hostile_and_unique() {
    let texts = [texts(), addresses()].concat();
    let signs = ['<', '>', '&', '"', '\'', '`', '{', '$', '(', '\\', '%', '\u{2019}'];
    for (at, text) in texts.iter().enumerate() {
        let is_long = text.split(' ').any(|word| word.chars().count() > 200);
        assert!(!text.is_ascii() || text.contains(signs) || is_long, "{text} is harmless");
        let others = texts.iter().enumerate().filter(|(other, _)| *other != at);
        assert!(others.into_iter().all(|(_, other)| !other.contains(text.as_str())), "{text} is part of another");
    }
    // A field that is new to the format is missing here until the hostile story uses it.
    let count = |file: &str, fields: &[&str]| -> usize {
        let files = hostile_files();
        fields.iter().map(|field| files.text(file).unwrap().matches(field).count()).sum()
    };
    let localised: usize = file_names().iter().map(|file| count(file, &[".en = "])).sum();
    let cards = ["members.toml", "operations.toml", "venues.toml"];
    let spellings: usize = cards.iter().map(|file| count(file, &["{ name = "])).sum();
    assert_eq!(texts.len(), localised + spellings + count("articles.toml", &["publisher = ", "url = "]));
}

#[test]
fn every_text_shows_as_it_was_written() {
    let facts: Vec<Element> = every_fact_with_menu(hostile()).map(|(_, told)| told).collect();
    let shown = page(hostile(), &State::default()).text() + &facts.iter().map(Element::text).collect::<String>();
    for text in texts() {
        assert!(shown.contains(&text), "{text} is not on the page");
    }
    let links = facts.iter().flat_map(|told| told.every(|element| element.name == "a"));
    let links: Vec<&str> = links.map(|link| link.need("href")).collect();
    for url in addresses() {
        assert!(links.contains(&url.as_str()), "nothing leads to {url}");
    }
    facts.iter().for_each(expect_good_links);
}

#[test]
fn every_text_survives_encoding_and_decoding() {
    let bytes = section::encode(&[hostile().clone()]).unwrap();
    assert_eq!(section::decode(&bytes, "en").as_deref(), Ok(hostile()));
}

/// The structure of a page without the isolation of text in the other direction, which a harmless page does not need.
fn shape(page: &Element) -> Vec<String> {
    let apart = |line: &&str| !matches!(line.trim(), "bdi" | "span");
    page.shape().lines().filter(apart).map(str::to_owned).collect()
}

#[test]
fn the_page_has_the_same_structure_as_that_of_a_harmless_story() {
    for state in states() {
        assert_eq!(shape(&page(hostile(), &state)), shape(&page(harmless(), &state)), "{state:?}");
    }
    let with_menu = |edition| every_fact_with_menu(edition).map(|(_, told)| shape(&told)).collect::<Vec<_>>();
    assert_eq!(with_menu(hostile()), with_menu(harmless()));
    let mut page = page(hostile(), &State::default());
    // The only drawings are coasts, in which nothing is of the editor.
    let is_coast = |element: &Element| element.is("face") && element.get("data-coast").is_some();
    for path in page.every(is_coast).iter().flat_map(|face| face.every(|element| element.name == "path")) {
        assert!(path.need("d").bytes().all(|byte| matches!(byte, b'm' | b'z' | b'-' | b' ' | b'0'..=b'9')), "{path:?}");
    }
    page.leave_out(&is_coast);
    for element in page.all() {
        assert!(
            !["script", "img", "iframe", "style", "svg", "template"].contains(&element.name.as_str()),
            "{element:?}"
        );
        assert!(element.attributes.iter().all(|(name, _)| !name.starts_with("on")), "{element:?}");
    }
}

#[test]
fn every_view_has_only_the_elements_that_a_harmless_story_has() {
    let page = prerendered(hostile());
    // Labels take different amounts of room on the map, so that not every pin has the same ones.
    let (found, known) = (elements(&page), elements(&prerendered(harmless())));
    let other: Vec<&String> = found.symmetric_difference(&known).collect();
    assert!(other.is_empty() || other == ["text class x y text-anchor"], "{other:?}");
    expect_good_links(&page);
    for view in [View::Timeline, View::Figures, View::Sources] {
        let of_view = |edition| shape(prerendered(edition).view(view));
        assert_eq!(of_view(hostile()), of_view(harmless()), "{view:?}");
    }
}

#[test]
fn every_link_leads_to_a_card_or_to_the_address_of_an_article() {
    for state in states() {
        expect_good_links(&page(hostile(), &state));
    }
}

#[test]
fn the_notice_about_a_hostile_link_target_is_text() {
    for (position, card) in CardId::all().zip(&hostile().cards) {
        let nothing = chosen(search("nothing-has-this")).after(Action::Open(position), hostile());
        let page = page(hostile(), &nothing);
        let sentence = format!("Filters and search were cleared to show {}.", card.name.shown());
        assert_eq!(page.one(|element| element.is("spoken") && element.text().starts_with("Filters")).text(), sentence);
        let notice = shown_card(&page, position).one(|element| element.is("relaxed-filters"));
        assert!(notice.text().starts_with(&sentence), "{}", notice.text());
    }
}

#[test]
fn a_hostile_search_is_text_whatever_it_finds() {
    let known = harmless_elements();
    for query in [texts(), addresses()].concat() {
        let page = page(hostile(), &chosen(search(&query)));
        let found = elements(&page);
        assert!(found.is_subset(&known), "{query}: {:?}", found.difference(&known));
        expect_good_links(&page);
        assert_eq!(page.one(|element| element.get("type") == Some("search")).need("value"), query);
        for card in page.every(|element| element.get("data-card").is_some()) {
            let known = &hostile().cards.get(usize::from(story::card(hostile(), card.need("data-card")))).unwrap();
            assert_eq!(card.one(|element| element.is("name")).text(), known.name.shown(), "{query}");
            assert_eq!(card.one(|element| element.is("summary")).text(), known.summary.shown(), "{query}");
        }
        assert_eq!(marks(&page) > 0, !page.every(|element| element.is("card")).is_empty(), "{query}");
        for nothing in page.every(|element| element.is("nothing-found")) {
            let said = nothing.one(|element| element.name == "p").text();
            assert_eq!(said, format!("No card matches “{query}”."));
        }
    }
}

#[test]
fn a_card_is_found_by_each_of_its_hostile_texts() {
    for (position, card) in CardId::all().zip(&hostile().cards) {
        let spellings = card.spellings.iter().map(|spelling| &spelling.name);
        for text in [&card.kicker, &card.name, &card.summary].into_iter().chain(spellings) {
            let page = page(hostile(), &chosen(search(text.shown())));
            assert!(marks(shown_card(&page, position)) > 0, "{}", text.shown());
        }
    }
}

#[test]
fn a_fact_is_found_by_each_of_its_hostile_texts() {
    for fact in &hostile().facts {
        let unit = fact.figure.as_ref().map(|figure| &figure.unit);
        for text in [&fact.statement].into_iter().chain(unit) {
            let page = page(hostile(), &chosen(search(text.shown())));
            let card = shown_card(&page, fact.home);
            let statement = card
                .one(|element| element.get("data-fact") == Some(&fact.id))
                .one(|element| element.is("statement"))
                .text();
            assert!(statement.starts_with(fact.statement.shown()), "{statement}");
            assert!(marks(card) > 0, "{}", text.shown());
        }
    }
}
