//! The sources view: facts by article, and where the articles agree and differ.

use fact_cards::{
    state::{Choice, State, View},
    visible::visible,
};
use fact_cards_story::edition::{ArticleId, Edition, Facet, FactId};

use crate::{
    page::{Element, page},
    story::{chosen, facts, filter, hostile, real, search, small},
};

fn rendered(edition: &Edition, choice: Choice) -> Element {
    page(edition, &State { view: View::Sources, ..chosen(choice) })
}

/// The section under a heading, if there is one.
fn under<'p>(page: &'p Element, heading: &str) -> Option<&'p Element> {
    let parts = page.every(|element| element.is("article"));
    parts.into_iter().find(|part| part.one(|element| element.is("name")).text() == heading)
}

#[test]
fn every_article_lists_its_facts_in_the_order_of_its_paragraphs() {
    for edition in [real(), small(), hostile()] {
        let page = rendered(edition, Choice::default());
        for (article, position) in edition.articles.iter().zip(ArticleId::all()) {
            let part = under(&page, article.title.shown()).expect("the article is there");
            let told: Vec<(String, Vec<&str>)> = part
                .every(|element| element.is("paragraph"))
                .into_iter()
                .map(|told| (told.one(|element| element.is("paragraph-number")).text(), told.entries()))
                .collect();
            let expected: Vec<(String, Vec<&str>)> = (1..=article.length)
                .map(|number| {
                    let stands_there = |source: &fact_cards_story::edition::Source| {
                        (source.article, source.number) == (position, number)
                    };
                    let there = edition.facts.iter().filter(|fact| fact.sources.iter().any(stands_there));
                    (format!("¶{number}"), there.map(|fact| fact.id.as_str()).collect::<Vec<_>>())
                })
                .filter(|(_, facts)| !facts.is_empty())
                .collect();
            assert_eq!(told, expected, "{}", article.title.shown());
        }
    }
}

#[test]
fn an_article_has_its_date_publisher_and_link() {
    let page = rendered(small(), Choice::default());
    let published = |title| under(&page, title).unwrap().every(|element| element.is("reported"))[0];
    assert_eq!(published("The lamp is lit").text(), "Harbour Gazette · published 4 May 2023 · Read the article");
    let link = published("The lamp is lit").one(|element| element.name == "a");
    assert_eq!(link.need("href"), "https://example.org/lamp?a=1&b=2");
    assert_eq!(published("After the storm").text(), "date of publication not given");
}

#[test]
fn an_article_without_matches_is_not_listed() {
    let page = rendered(small(), filter(small(), &[(Facet::Topic, "weather"), (Facet::Source, "storm")]));
    assert!(under(&page, "The lamp is lit").is_none());
    assert!(under(&page, "After the storm").is_some());
}

#[test]
fn in_its_paragraph_a_fact_names_only_its_other_sources_and_whether_they_agree() {
    let page = rendered(small(), Choice::default());
    let reported = |title| {
        let part = under(&page, title).unwrap();
        let entry = part.one(|element| element.is("entry") && element.entry_fact() == Some("lenses"));
        entry.one(|element| element.is("meta")).text()
    };
    assert_eq!(reported("The lamp is lit"), "Storm ¶1 · in both articles");
    assert_eq!(reported("After the storm"), "Lamp ¶2 · in both articles");
    let alone = under(&page, "The lamp is lit").unwrap();
    let lit = alone.one(|element| element.is("entry") && element.entry_fact() == Some("lit"));
    assert_eq!(lit.every(|element| element.is("meta")).len(), 0);
}

#[test]
fn facts_that_several_articles_report_come_before_the_articles() {
    for (edition, choice) in [
        (real(), Choice::default()),
        (real(), search("morocco")),
        (small(), Choice::default()),
        (small(), search("gallery")),
        (hostile(), Choice::default()),
    ] {
        let page = rendered(edition, choice.clone());
        let agreed: Vec<FactId> = visible(edition, &choice)
            .found
            .into_iter()
            .filter(|fact| {
                let sources = &edition.facts.get(usize::from(*fact)).unwrap().sources;
                sources.iter().any(|source| source.article != sources[0].article)
            })
            .collect();
        let told = under(&page, "Reported by more than one article");
        assert_eq!(told.map(Element::entries).unwrap_or_default(), facts(edition, &agreed), "{choice:?}");
        assert_eq!(told.is_some(), !agreed.is_empty());
        for entry in told.iter().flat_map(|told| told.every(|element| element.is("entry"))) {
            assert!(!entry.one(|element| element.is("agreement")).text().is_empty());
        }
    }
}

#[test]
fn names_with_several_spellings_are_listed_with_the_source_of_each() {
    let page = rendered(small(), Choice::default());
    let differently = under(&page, "Written differently").unwrap();
    let cards: Vec<String> = differently.every(|element| element.is("whose")).iter().map(|card| card.text()).collect();
    assert_eq!(cards, ["Amina Souley"]);
    for edition in [real(), hostile()] {
        let page = rendered(edition, Choice::default());
        let spelt = edition.cards.iter().filter(|card| card.spellings.iter().any(|spelling| spelling.stands.is_some()));
        let names: Vec<&str> = spelt.map(|card| card.name.shown()).collect();
        let told = under(&page, "Written differently").map(|part| part.every(|element| element.is("whose")));
        let told: Vec<String> = told.unwrap_or_default().iter().map(|card| card.text()).collect();
        assert_eq!(told, names);
    }
    // A spelling without a source counts for no article.
    let spellings = differently.one(|element| element.is("entry")).every(|element| element.name == "li");
    let spellings: Vec<String> = spellings.iter().skip(1).map(|spelling| spelling.text()).collect();
    assert_eq!(spellings, ["Aminata Souley Storm ¶2"]);
    assert!(under(&rendered(small(), search("gallery")), "Written differently").is_none(), "the card does not show");
}
