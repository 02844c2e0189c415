//! Cards are small until they are opened: what a closed card has, what opens it, and what an opened one has.

use std::rc::Rc;

use fact_cards::{
    PageOptions, Prerendered, prerender,
    state::{Choice, State},
    visible::visible,
};
use fact_cards_story::{
    Kind,
    edition::{ArticleId, Card, CardId, Edition, Face, Facet, FactId},
};

use crate::{
    page::{
        Element, closed_page, every_fact_with_menu, page, page_with_menu, page_with_open, parse, prerendered,
        without_comments,
    },
    story::{card, chosen, corrected, fact, facts, filter, hostile, real, search, small, with_facts},
};

fn known<'e>(edition: &'e Edition, id: &str) -> &'e Card {
    edition.cards.get(usize::from(card(edition, id))).unwrap()
}

/// The elements that are directly in a card, by their classes.
fn parts(card: &Element) -> Vec<&str> {
    card.elements().map(|part| part.get("class").unwrap_or(&part.name)).collect()
}

/// The line that opens a card.
fn line(card: &Element) -> String {
    card.one(|element| element.is("facts-of")).elements().next().expect("the line comes first").text()
}

/// The facts below the head of a closed card, and how many more were found.
fn hits(card: &Element) -> (Vec<&str>, Vec<String>) {
    let found = card.every(|element| element.is("hits")).into_iter().flat_map(Element::elements);
    (found.filter_map(|hit| hit.get("data-fact")).collect(), card.texts("more-hits"))
}

#[test]
fn a_closed_card_has_its_face_kicker_name_sentence_and_figures_and_a_line_that_opens_it() {
    for page in [closed_page(real(), &State::default()), prerendered(real())] {
        for known in &real().cards {
            let card = page.card(&known.id);
            let has_figures = !card.texts("figure").is_empty();
            let mut expected = vec!["face", "kicker", "name", "summary"];
            expected.extend(has_figures.then_some("figures"));
            expected.push("facts-of");
            assert_eq!(parts(card), expected, "{}", known.id);
            assert_eq!(card.texts("kicker"), [known.kicker.shown()]);
            assert_eq!(card.texts("name"), [known.name.shown()]);
            assert_eq!(card.texts("summary"), [known.summary.shown()]);
            assert_eq!(card.get("data-open"), None);
            let opens = card.one(|element| element.is("facts-of"));
            assert_eq!((opens.name.as_str(), opens.get("open")), ("details", None));
            let summary = opens.elements().next().unwrap();
            assert_eq!(summary.need("aria-describedby"), format!("name={}", known.id), "it says of which card");
        }
    }
}

#[test]
fn a_closed_card_says_how_many_facts_there_are_and_in_which_article_or_how_many() {
    let page = closed_page(real(), &State::default());
    for known in &real().cards {
        let sources = known.facts.iter().flat_map(|fact| &real().facts.get(usize::from(*fact)).unwrap().sources);
        let mut articles: Vec<ArticleId> = sources.map(|source| source.article).collect();
        articles.sort_unstable();
        articles.dedup();
        let place = match articles.as_slice() {
            [one] => {
                real().value(Facet::Source, usize::from(*one).try_into().unwrap()).unwrap().name.shown().to_owned()
            }
            several => format!("{} articles", several.len()),
        };
        let facts = real().words.facts.for_count(known.facts.len());
        assert_eq!(line(page.card(&known.id)), format!("{facts} · {place}"));
    }
    assert_eq!(line(page.card("vice-presidency-election")), "10 facts · Election");
    assert_eq!(line(page.card("interpol")), "20 facts · 2 articles");
    // The line counts all of them, whatever is searched for.
    assert_eq!(line(closed_page(real(), &chosen(search("1923"))).card("interpol")), "20 facts · 2 articles");
}

#[test]
fn a_face_is_the_sign_of_a_kind_letters_or_a_coast_and_hidden_from_screen_readers() {
    let mut seen = [0; 3];
    for edition in [real(), hostile(), corrected()] {
        let page = prerendered(edition);
        for known in &edition.cards {
            let face = page.card(&known.id).one(|element| element.is("face"));
            assert_eq!(face.need("aria-hidden"), "true");
            let drawn = face.every(|element| element.name == "svg");
            let glyphs = face.every(|element| element.is("glyph")).len();
            match &known.face {
                Face::Sign => assert_eq!((face.text().as_str(), glyphs, drawn.len()), ("", 1, 0)),
                Face::Letters(letters) => {
                    assert_eq!((&face.text(), glyphs, drawn.len()), (letters, 0, 0));
                    assert_eq!(face.get("data-long").is_some(), letters.chars().count() > 3, "{letters}");
                }
                Face::Coast(coast) => {
                    assert_eq!((face.text().as_str(), glyphs, drawn.len()), ("", 0, 1));
                    assert_eq!(drawn[0].need("viewBox"), "0 0 64 64");
                    assert_eq!(drawn[0].one(|element| element.name == "path").need("d"), coast);
                    assert!(face.get("data-coast").is_some(), "the style sheet marks the venue");
                }
            }
            seen[match known.face {
                Face::Sign => 0,
                Face::Letters(_) => 1,
                Face::Coast(_) => 2,
            }] += 1;
        }
    }
    assert!(seen.iter().all(|seen| *seen > 0), "{seen:?}");
}

#[test]
fn the_figures_of_a_card_are_those_of_its_own_facts_that_stand() {
    for edition in [real(), small(), corrected(), hostile()] {
        let page = closed_page(edition, &State::default());
        for (position, known) in CardId::all().zip(&edition.cards) {
            let own = FactId::all().zip(&edition.facts).filter(|(_, fact)| fact.home == position);
            let standing = own.filter(|(number, fact)| edition.withdrawal_of_fact(*number, fact).is_none());
            let mut expected: Vec<(&str, &str)> = standing
                .filter_map(|(_, fact)| fact.figure.as_ref())
                .map(|figure| (figure.number.shown(), figure.unit.shown()))
                .collect();
            let card = page.card(&known.id);
            let figures = card.every(|element| element.is("figure"));
            let told: Vec<String> = figures.iter().map(|figure| figure.one(|part| part.name == "b").text()).collect();
            let mut numbers: Vec<&str> = expected.iter().map(|(number, _)| *number).collect();
            let mut told_sorted: Vec<&str> = told.iter().map(String::as_str).collect();
            numbers.sort_unstable();
            told_sorted.sort_unstable();
            assert_eq!(told_sorted, numbers, "{}", known.id);
            for figure in figures {
                let number = figure.one(|part| part.name == "b").text();
                let at = expected
                    .iter()
                    .position(|(of, unit)| *of == number && figure.text().ends_with(&format!(" {unit}")));
                expected.remove(at.unwrap_or_else(|| panic!("{} has another unit", figure.text())));
            }
        }
    }
}

#[test]
fn a_closed_card_shows_at_most_two_of_the_facts_that_were_found_and_says_how_many_more() {
    let page = closed_page(small(), &chosen(search("was")));
    assert_eq!(hits(page.card("relighting")), (vec!["lit", "painted"], vec!["1 more fact".to_owned()]));
    for (query, of) in [("morocco", real()), ("interpol", real()), ("was", small()), ("step", &with_facts(5))] {
        let page = closed_page(of, &chosen(search(query)));
        let seen = visible(of, &search(query));
        assert!(seen.cards.iter().any(|shown| shown.open.len() > 2), "{query}");
        for shown in &seen.cards {
            let card = page.card(&of.cards.get(usize::from(shown.card)).unwrap().id);
            let first = &shown.open[..shown.open.len().min(2)];
            let more = shown.open.len() - first.len();
            let more = (more > 0).then(|| of.words.more_facts.for_count(more));
            assert_eq!(hits(card), (facts(of, first), more.into_iter().collect()), "{query}");
        }
    }
}

#[test]
fn what_was_found_is_marked_on_a_closed_card() {
    let page = closed_page(real(), &chosen(search("neptune 135")));
    let card = page.card("operation-neptune");
    let marked = |part: &Element| part.every(|element| element.name == "mark").iter().map(|mark| mark.text()).collect();
    let in_name: Vec<String> = marked(card.one(|element| element.is("name")));
    let in_figures: Vec<String> = marked(card.one(|element| element.is("figures")));
    let in_hits: Vec<String> = marked(card.one(|element| element.is("hits")));
    assert_eq!(
        (in_name, in_figures, in_hits),
        (vec!["NEPTUNE".to_owned()], vec!["135".to_owned()], vec!["135".to_owned()])
    );
}

#[test]
fn a_card_found_by_its_summary_alone_shows_no_facts_while_it_is_closed() {
    let page = closed_page(small(), &chosen(search("childhood")));
    assert_eq!(hits(page.card("amina-souley")), (vec![], vec![]));
    assert_eq!(page.every(|element| element.is("hits")).len(), 0, "no empty list");
}

#[test]
fn a_card_found_by_another_spelling_of_its_name_shows_that_one() {
    let page = closed_page(real(), &chosen(search("\"Mohamed Dkhissi\"")));
    let shown = page.card("mohammed-dkhissi").one(|element| element.is("hits")).text();
    assert!(shown.starts_with("also written Mohamed Dkhissi"), "{shown}");
}

#[test]
fn what_narrows_no_facts_shows_none_on_a_closed_card() {
    for choice in [
        Choice::default(),
        Choice { kind: Some(Kind::Venue), ..Choice::default() },
        filter(real(), &[(Facet::Type, "person")]),
        search("?! …"),
    ] {
        assert_eq!(closed_page(real(), &chosen(choice)).every(|element| element.is("hits")).len(), 0);
    }
}

#[test]
fn a_withdrawn_fact_that_was_found_is_struck_on_a_closed_card_too() {
    let page = closed_page(corrected(), &chosen(search("million")));
    let hit = page.card("ferry-return").one(|element| element.get("data-fact") == Some("ferry-cost"));
    assert_eq!(hit.one(|element| element.name == "del").text(), "The ferry cost 7 million.");
    assert!(hit.text().starts_with("Withdrawn on 26 November 2025:"), "{}", hit.text());
}

#[test]
fn an_opened_card_has_all_of_its_facts_in_place_of_those_found_those_first() {
    let state = chosen(search("was"));
    let relighting = card(small(), "relighting");
    let page = page_with_open(small(), &state, &[relighting]);
    let opened = page.card("relighting");
    assert_eq!(hits(opened), (vec![], vec![]));
    assert_eq!(opened.facts(), ["lit", "painted", "cabled", "lenses", "waited", "paid", "proud"]);
    let more = opened.one(|element| element.is("more"));
    assert_eq!((more.name.as_str(), more.get("open")), ("details", None));
    assert_eq!(more.facts(), ["lenses", "waited", "paid", "proud"]);
    assert_eq!(more.one(|element| element.name == "summary").text(), "4 more facts");
    assert!(opened.get("data-open").is_some());
    assert!(opened.one(|element| element.is("facts-of")).get("open").is_some());

    // Closed again, it has what was found in its place.
    let closed = closed_page(small(), &state);
    assert_eq!(hits(closed.card("relighting")), (vec!["lit", "painted"], vec!["1 more fact".to_owned()]));
}

#[test]
fn an_opened_card_folds_nothing_while_nothing_narrows_its_facts() {
    let page = page(real(), &State::default());
    assert_eq!(page.every(|element| element.is("more")).len(), 0);
    for known in &real().cards {
        assert_eq!(page.card(&known.id).facts(), facts(real(), &known.facts));
    }
}

#[test]
fn an_opened_card_has_its_spellings_related_cards_and_link_beside_its_facts() {
    let page = page(real(), &State::default());
    for known in &real().cards {
        let side = page.card(&known.id).one(|element| element.is("side"));
        let spellings = side.every(|element| element.is("spellings"));
        assert_eq!(spellings.len(), usize::from(!known.spellings.is_empty()));
        let names = spellings.iter().flat_map(|part| part.every(|element| element.name == "bdi"));
        let expected: Vec<&str> = known.spellings.iter().map(|spelling| spelling.name.shown()).collect();
        assert_eq!(names.map(Element::text).collect::<Vec<_>>(), expected);
        let of_card = side.elements().filter(|part| part.is("related")).count();
        assert_eq!(of_card, usize::from(!known.links.is_empty()));
        assert_eq!(side.texts("export"), ["Link", "Embed this card"]);
    }
    assert!(!known(real(), "mohammed-dkhissi").spellings.is_empty());
}

#[test]
fn opening_a_card_leaves_the_others_closed() {
    let (rabat, glasgow) = (card(real(), "rabat"), card(real(), "glasgow"));
    let page = page_with_open(real(), &State::default(), &[glasgow, rabat]);
    let open = page.every(|element| element.is("card") && element.get("data-open").is_some());
    let mut open: Vec<&str> = open.iter().map(|card| card.need("data-card")).collect();
    open.sort_unstable();
    assert_eq!(open, ["glasgow", "rabat"]);
}

#[test]
fn the_prerendered_body_of_a_card_has_every_fact_and_no_menu() {
    for edition in [real(), small(), hostile(), corrected()] {
        for of in [Prerendered::Views, Prerendered::Cards(0)] {
            let options = PageOptions { heading_level: 1, ..PageOptions::default() };
            let page = parse(&without_comments(&prerender(&Rc::new(edition.clone()), of, options)));
            for known in &edition.cards {
                let body = page.card(&known.id).one(|element| element.is("body"));
                assert_eq!(body.facts(), facts(edition, &known.facts), "{}", known.id);
                let controls = ["button", "summary", "details", "textarea"];
                assert_eq!(
                    body.every(|element| controls.contains(&element.name.as_str())).len(),
                    0,
                    "nothing to press"
                );
                for spelling in &known.spellings {
                    assert!(body.text().contains(spelling.name.shown()));
                }
            }
            assert_eq!(page.every(|element| element.is("fact-menu") || element.is("fact-more")).len(), 0);
        }
    }
}

#[test]
fn the_facts_of_an_opened_card_each_have_a_menu_that_is_closed_at_first() {
    let page = page(real(), &State::default());
    for fact in page.every(|element| element.is("fact")) {
        let button = fact.one(|element| element.name == "button");
        assert!(button.is("fact-menu"));
        assert_eq!((button.need("aria-expanded"), button.need("type")), ("false", "button"));
        let [dots, label] = button.elements().collect::<Vec<_>>()[..] else { panic!("a sign and words: {button:?}") };
        assert_eq!((dots.text().as_str(), dots.get("aria-hidden")), ("···", Some("true")));
        assert_eq!(label.text(), "Source, link and citation");
        assert!(label.is("spoken") && label.get("aria-hidden").is_none() && button.get("aria-label").is_none());
    }
    assert_eq!(page.every(|element| element.is("fact-more")).len(), 0);
}

#[test]
fn the_menu_of_one_fact_on_one_card_is_open_at_a_time() {
    let (lit, relighting, tower) = (fact(small(), "lit"), card(small(), "relighting"), card(small(), "cap-rouge"));
    for (on, id) in [(relighting, "relighting"), (tower, "cap-rouge")] {
        let page = page_with_menu(small(), &State::default(), on, lit);
        let expanded = page.every(|element| element.get("aria-expanded") == Some("true"));
        assert_eq!(expanded.len(), 1);
        assert_eq!(page.every(|element| element.is("fact-more")).len(), 1);
        let there = page.card(id).one(|element| element.get("data-fact") == Some("lit"));
        assert_eq!(there.every(|element| element.is("fact-more")).len(), 1, "on the card on which it was opened");
    }
    let mut seen = 0;
    for (fact, element) in every_fact_with_menu(small()) {
        assert_eq!(element.every(|element| element.is("fact-more")).len(), 1, "{}", fact.id);
        seen += 1;
    }
    assert_eq!(seen, small().facts.len());
}
