//! The structured data in the pages: valid, complete, and nothing that the page does not show.

use std::rc::Rc;

use fact_cards_site::brotli_size;
use fact_cards_story::edition::{CardId, Edition, Facet, Fact, FactId};
use serde_json::Value;

use crate::{
    STORIES,
    page::{attributes, data, text, without_data},
    support,
    vocabulary::Vocabulary,
};

/// The pages of a site that have structured data, and their edition.
fn pages(story: &str) -> (Vec<String>, Rc<Edition>) {
    let files = support::files(story);
    let page = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    (["index.html", "standalone/en.html"].map(page).into(), Rc::clone(&support::site(story).editions()[0]))
}

#[test]
fn the_page_and_the_standalone_file_have_the_same_data_and_nothing_else_has_any() {
    for story in STORIES {
        let files = support::files(story);
        for (path, bytes) in files {
            let has_data = String::from_utf8_lossy(bytes).contains("application/ld+json");
            let is_page = path.ends_with("index.html") && !path.starts_with("embed/");
            assert_eq!(has_data, is_page || path.starts_with("standalone/"), "{path}");
        }
        let (pages, _) = pages(story);
        assert_eq!(data(&pages[0]), data(&pages[1]));
    }
}

#[test]
fn the_data_are_valid_by_the_vocabulary_of_schema_org() {
    let vocabulary = Vocabulary::new();
    for story in STORIES.into_iter().chain(["tests/stories/harbour"]) {
        let files = support::files(story);
        let is_of_one = |path: &str| path.contains("card/") || path.contains("fact/");
        let others = files.iter().filter(|(path, _)| is_of_one(path) && path.strip_suffix(".html").is_some());
        let others: Vec<String> = others.map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap()).collect();
        assert!(others.len() > 4, "cards and facts have pages");
        for page in pages(story).0.into_iter().chain(others) {
            assert_eq!(vocabulary.mistakes(&data(&page).unwrap()), Vec::<String>::new(), "{story}");
        }
    }
}

#[test]
fn the_data_have_each_card_in_order_and_each_fact_once() {
    for story in STORIES {
        let (pages, edition) = pages(story);
        let page = data(&pages[0]).unwrap();
        let items = page["mainEntity"]["itemListElement"].as_array().unwrap();
        assert_eq!(items.len(), edition.cards.len());
        for ((at, item), card) in (1_u64..).zip(items).zip(&edition.cards) {
            assert_eq!(item["position"], at);
            let id = item["item"]["@id"].as_str().unwrap();
            assert_eq!(id, format!("#card={}", card.id));
            let own =
                card.facts[..usize::from(card.own)].iter().map(|fact| edition.facts.get(usize::from(*fact)).unwrap());
            let claims = list(&item["item"]["subjectOf"]);
            assert_eq!(claims.len(), own.len(), "{id}");
            for (claim, fact) in claims.into_iter().zip(own) {
                expect_claim(claim, fact, &edition, &page);
            }
        }
    }
}

/// Checks that a claim agrees with its fact.
fn expect_claim(claim: &Value, fact: &Fact, edition: &Edition, page: &Value) {
    assert_eq!(claim["@type"], "Claim");
    assert_eq!(claim["text"], fact.statement.shown());
    assert_eq!(claim["temporalCoverage"].as_str(), fact.date.as_deref());
    let said = fact.said_on.as_deref().filter(|said| !said.contains('/'));
    assert_eq!(claim["datePublished"].as_str(), said);
    if let Some(author) = claim["author"]["@id"].as_str() {
        let speaker = edition.cards.get(usize::from(fact.speaker.expect("somebody says so"))).unwrap();
        assert_eq!(author, format!("#card={}", speaker.id));
    }
    let ids = |value: &Value| -> Vec<String> {
        list(value).into_iter().map(|thing| thing["@id"].as_str().unwrap().to_owned()).collect()
    };
    let sources = &edition.facets[Facet::Source.index()];
    for source in &fact.sources {
        let id = format!("#source={}", sources.get(usize::from(source.article)).unwrap().id);
        assert!(ids(&claim["appearance"]).contains(&id), "{claim}");
        assert!(list(&page["isBasedOn"]).iter().any(|article| article["@id"] == id.as_str()), "{id}");
    }
    let number = FactId::try_from(edition.facts.iter().position(|known| known == fact).unwrap()).unwrap();
    let cards = CardId::all().zip(&edition.cards).filter(|(at, card)| *at != fact.home && card.facts.contains(&number));
    let about: Vec<String> = cards.map(|(_, card)| format!("#card={}", card.id)).collect();
    assert_eq!(ids(&claim["about"]), about);
}

fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(list) => list.iter().collect(),
        other => vec![other],
    }
}

#[test]
fn every_speaker_in_the_real_story_is_the_author_of_their_claim() {
    let (pages, edition) = pages("seeds");
    let data = data(&pages[0]).unwrap().to_string();
    let said = edition.facts.iter().filter(|fact| fact.speaker.is_some()).count();
    assert!(said > 0);
    assert_eq!(data.matches("\"author\":").count(), said);
    for (name, is) in [
        ("mohammed-dkhissi", "Person"),
        ("interpol", "Organization"),
        ("morocco", "Country"),
        ("operation-neptune", "Event"),
        ("glasgow", "Place"),
    ] {
        assert!(data.contains(&format!("\"@type\":\"{is}\",\"@id\":\"#card={name}\"")), "{name}");
    }
}

/// What is in a document but not on its page.
fn unshown(document: &Value, page: &str, edition: &Edition) -> Vec<String> {
    let shown = Shown {
        text: text(page),
        ids: attributes(page, "id"),
        links: attributes(page, "href"),
        language: attributes(page, "lang").remove(0),
        edition,
    };
    let mut unshown = Vec::new();
    shown.look("", document, &mut unshown);
    unshown
}

struct Shown<'p> {
    text: String,
    ids: Vec<String>,
    links: Vec<String>,
    language: String,
    edition: &'p Edition,
}

impl Shown<'_> {
    fn look(&self, property: &str, value: &Value, unshown: &mut Vec<String>) {
        match value {
            Value::Object(thing) => thing.iter().for_each(|(property, value)| self.look(property, value, unshown)),
            Value::Array(list) => list.iter().for_each(|value| self.look(property, value, unshown)),
            Value::String(text) if self.has(property, text) => {}
            // A list of cards has an order, and a pin on the map a place.
            Value::Number(_) if ["position", "latitude", "longitude"].contains(&property) => {}
            other => unshown.push(format!("{property}: {other}")),
        }
    }

    fn has(&self, property: &str, text: &str) -> bool {
        let mut sources = self.edition.facets[Facet::Source.index()].iter();
        match property {
            "@context" | "@type" => true,
            "@id" => match text.strip_prefix("#source=") {
                Some(id) => sources.any(|source| source.id == id),
                None => text.strip_prefix('#').is_some_and(|id| self.ids.iter().any(|known| known == id)),
            },
            "url" => self.links.iter().any(|link| link == text) || text == "https://cards.example/",
            "inLanguage" => self.language == text,
            "datePublished" | "temporalCoverage" | "dateModified" => self.shows_date(text),
            _ => self.text.contains(text),
        }
    }

    /// Whether a date is on the page in words.
    fn shows_date(&self, date: &str) -> bool {
        let facts = self.edition.facts.iter().flat_map(|fact| {
            [(&fact.date, fact.when.as_ref().map(fact_cards_story::Text::shown)), (&fact.said_on, fact.said.as_deref())]
        });
        let articles = self.edition.articles.iter();
        let mut dates = facts.chain(articles.map(|article| (&article.published_on, Some(article.published.as_str()))));
        let is_shown = |words: &str| self.text.contains(words);
        let mut changes = self.edition.changes.iter().flat_map(|changes| &changes.all);
        dates.any(|(known, words)| known.as_deref() == Some(date) && words.is_some_and(is_shown))
            || changes.any(|change| change.date == date && is_shown(&change.on))
    }
}

#[test]
fn the_data_have_nothing_that_the_page_does_not_show() {
    for story in STORIES {
        let (pages, edition) = pages(story);
        for page in pages {
            let document = data(&page).unwrap();
            assert_eq!(unshown(&document, &page, &edition), Vec::<String>::new(), "{story}");
        }
    }
}

#[test]
fn data_that_the_page_does_not_show_are_found() {
    let (pages, edition) = pages("seeds");
    for (property, value) in [
        ("name", "Atlantis".into()),
        ("datePublished", "2019-01-01".into()),
        ("temporalCoverage", "2019".into()),
        ("url", "https://elsewhere.example/".into()),
        ("@id", "#card=nobody".into()),
        ("@id", "#source=nothing".into()),
        ("inLanguage", "fr-FR".into()),
        ("numberOfItems", Value::from(3)),
    ] {
        let mut document = data(&pages[0]).unwrap();
        document["isBasedOn"][0][property] = value;
        assert_eq!(unshown(&document, &pages[0], &edition).len(), 1, "{property}");
    }
}

#[test]
fn the_data_add_little_to_the_compressed_page() {
    let (pages, _) = pages("seeds");
    let [with, without] = [pages[0].clone(), without_data(&pages[0])].map(|page| brotli_size(page.as_bytes()));
    assert!(with - without < 2000, "{} bytes", with - without);
}
