//! The prerendered story in its languages.

use std::sync::OnceLock;

use fact_cards::state::{Action, State, View};
use fact_cards_author::editions;
use fact_cards_story::edition::{Edition, Facet};
use proptest::prelude::*;

use crate::{
    page::{Element, Node, page, prerendered},
    story::{chosen, real_files, search, small_files},
};

/// The real story in English, French and Arabic.
pub fn real() -> &'static [Edition] {
    static REAL: OnceLock<Vec<Edition>> = OnceLock::new();
    REAL.get_or_init(|| {
        let story = fact_cards_author::read(&real_files()).unwrap_or_else(|report| panic!("{report}"));
        editions(&story).unwrap_or_else(|report| panic!("{report}"))
    })
}

fn arabic() -> &'static Edition {
    &real()[2]
}

/// The texts in an element that are not isolated. A label on the map is a line of its own.
fn texts_together<'e>(element: &'e Element, texts: &mut Vec<&'e str>) {
    for child in &element.children {
        match child {
            Node::Element(inner) if matches!(inner.name.as_str(), "bdi" | "svg") => {}
            Node::Element(inner) => texts_together(inner, texts),
            Node::Text(text) => texts.push(text),
        }
    }
}

fn is_latin(text: &str) -> bool {
    text.contains(|sign: char| sign.is_ascii_alphabetic())
}

#[test]
fn positions_mean_the_same_in_every_language() {
    let ids = |edition: &Edition| {
        let cards = edition.cards.iter().map(|card| card.id.clone());
        let facts = edition.facts.iter().map(|fact| fact.id.clone());
        let values =
            Facet::ALL.into_iter().flat_map(|facet| &edition.facets[facet.index()]).map(|value| value.id.clone());
        cards.chain(facts).chain(values).collect::<Vec<_>>()
    };
    let [first, others @ ..] = real() else { panic!("the story has a language") };
    assert!(others.len() == 2 && others.iter().all(|other| ids(other) == ids(first)));
}

#[test]
fn every_latin_name_in_arabic_text_is_isolated() {
    for page in [prerendered(arabic()), page(arabic(), &State { view: View::Sources, ..State::default() })] {
        let mut texts = Vec::new();
        texts_together(&page, &mut texts);
        let latin: Vec<&str> = texts.into_iter().filter(|text| is_latin(text)).collect();
        // The names of the formats are alone on their buttons.
        assert!(latin.iter().all(|text| matches!(*text, "CSV" | "JSON")), "{latin:?}");
        let apart = page.every(|element| element.name == "bdi");
        assert!(apart.iter().any(|apart| apart.text() == "I-24/7"));
    }
}

#[test]
fn matches_are_marked_inside_isolated_text() {
    let page = page(arabic(), &chosen(search("neptune عملية")));
    let card = page.one(|element| element.get("data-card") == Some("operation-neptune"));
    let name = card.one(|element| element.is("name"));
    let marked: Vec<String> = name.every(|element| element.name == "mark").iter().map(|mark| mark.text()).collect();
    assert_eq!(marked, ["عملية", "NEPTUNE"]);
    assert_eq!(name.one(|element| element.name == "bdi").text(), "NEPTUNE");
    assert_eq!(name.text(), "عملية نبتون (NEPTUNE)");
}

#[test]
fn what_the_reader_typed_keeps_its_own_direction() {
    let page = page(arabic(), &chosen(search("zzz (xyz")));
    let nothing = page.one(|element| element.is("nothing-found"));
    assert_eq!(nothing.every(|element| element.name == "bdi").last().unwrap().text(), "zzz (xyz");
    assert!(nothing.text().starts_with("لا بطاقة تطابق «zzz (xyz»."), "{}", nothing.text());
}

#[test]
fn lists_and_citations_use_the_separators_of_the_language() {
    let page = page(arabic(), &State::default());
    let says = page.every(|element| element.is("says"));
    assert!(says.iter().any(|says| says.text().contains("أحمد ناصر الريسي، 21 نونبر 2025")));
    assert!(says.iter().all(|says| !says.text().contains(',')));
}

#[test]
fn a_text_that_falls_back_is_marked_with_its_language_and_direction() {
    let mut files = small_files();
    let story = files.text("story.toml").unwrap().to_owned();
    let arabic = "\n[[language]]\nid = \"ar\"\nlocale = \"ar-MA\"\nfalls-back-to = \"en\"\n";
    files.insert("story.toml", story + arabic);
    let story = fact_cards_author::read(&files).unwrap_or_else(|report| panic!("{report}"));
    let edition = editions(&story).unwrap_or_else(|report| panic!("{report}")).remove(1);
    let page = prerendered(&edition);
    assert_eq!((page.need("lang"), page.need("dir")), ("ar-MA", "rtl"));
    let said = |part: &Element| {
        let bdi = part.one(|element| element.name == "bdi" && element.get("lang").is_some());
        (bdi.text(), bdi.need("lang").to_owned(), bdi.need("dir").to_owned())
    };
    let english = |text: &str| (text.to_owned(), edition.other_languages[0].locale.clone(), "ltr".to_owned());
    assert_eq!(said(page.one(|element| element.is("title"))), english(edition.title.shown()));
    let card = page.one(|element| element.get("data-card") == Some(&edition.cards.get(0).unwrap().id));
    assert_eq!(said(card.one(|element| element.is("name"))), english(edition.cards.get(0).unwrap().name.shown()));
    assert_eq!(said(card.one(|element| element.is("summary"))), english(edition.cards.get(0).unwrap().summary.shown()));
    let kicker = card.one(|element| element.is("kicker"));
    assert_ne!(said(kicker).0, kicker.text(), "the kind is in Arabic");
    // Every text of the story is marked with its language, wherever it is. Nobody reads out the letters on a face.
    let mut page = page;
    page.leave_out(&|element| element.is("face") && element.get("aria-hidden") == Some("true"));
    let mut texts = Vec::new();
    texts_together(&page, &mut texts);
    let latin: Vec<&str> = texts.into_iter().filter(|text| is_latin(text)).collect();
    assert!(latin.iter().all(|text| matches!(*text, "CSV" | "JSON")), "{latin:?}");
}

#[test]
fn every_message_is_complete_in_each_language() {
    for edition in real() {
        for state in [State::default(), chosen(search("zzz")), chosen(search("interpol"))] {
            for view in View::ALL {
                let text = page(edition, &State { view, ..state.clone() }).text();
                assert!(!text.contains(['{', '}']), "{} {view:?}", edition.language);
            }
        }
    }
}

proptest! {
    /// A state carried to another language by its address is the same there.
    #[test]
    fn a_state_is_the_same_in_every_language(
        kind in prop::sample::select(vec!["", "kind=member", "kind=operation", "kind=venue"]),
        values in prop::collection::vec((0..Facet::ALL.len(), any::<prop::sample::Index>()), 0..4),
        card in any::<prop::sample::Index>(),
    ) {
        let [english, _, arabic] = real() else { panic!("the story has three languages") };
        let mut state = State::from_fragment(kind, english);
        for (facet, value) in values {
            let facet = Facet::ALL[facet];
            let value = value.index(english.value_count(facet));
            state = state.after(Action::Toggle(facet, value.try_into().unwrap()), english);
        }
        state = state.after(Action::Open(card.index(english.cards.len()).try_into().unwrap()), english);
        let fragment = state.to_fragment(english);
        prop_assert_eq!(State::from_fragment(&fragment, arabic).to_fragment(arabic), fragment);
    }
}
