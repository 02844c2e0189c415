//! The JSON export.

use fact_cards::export::{Selection, json};
use fact_cards_author::{Quantity, Story};
use fact_cards_story::{Text, edition::Edition};
use proptest::prelude::*;
use serde_json::{Value, json as value};

use super::{a_text, ids, shown, stories};
use crate::story::{filter, real, search, small};
use fact_cards_story::edition::Facet;

fn everything(edition: &Edition) -> Value {
    parsed(edition, &Selection::everything(edition))
}

fn parsed(edition: &Edition, selection: &Selection) -> Value {
    let written = json(edition, selection);
    serde_json::from_str(&written).unwrap_or_else(|error| panic!("{error} in {written}"))
}

/// The values of that key in a list of objects; empty where it is missing.
fn each<'v>(list: &'v Value, key: &str) -> Vec<&'v str> {
    list.as_array().unwrap().iter().map(|entry| entry[key].as_str().unwrap_or_default()).collect()
}

/// The object with that id in a list.
fn with_id<'v>(list: &'v Value, id: &str) -> &'v Value {
    list.as_array().unwrap().iter().find(|entry| entry["id"] == id).unwrap_or_else(|| panic!("there is no {id}"))
}

fn optional(text: Option<impl ToString>) -> Value {
    text.map_or(Value::Null, |text| Value::String(text.to_string()))
}

#[test]
fn everything_the_editor_wrote_is_in_the_json() {
    for (story, edition) in stories() {
        let all = everything(&edition);
        assert_eq!(all["format"], 1);
        assert_eq!((&all["title"], &all["lead"]), (&value!(story.title.at(0)), &value!(story.lead.at(0))));
        assert_eq!(all["locale"], value!(story.languages[0].locale));
        expect_articles(&story, &all["articles"]);
        expect_cards(&story, &all["cards"]);
        expect_facts(&story, &all["facts"]);
    }
}

fn expect_articles(story: &Story, written: &Value) {
    assert_eq!(each(written, "id"), story.articles.iter().map(|article| article.id.as_str()).collect::<Vec<_>>());
    for article in &story.articles {
        let written = with_id(written, &article.id);
        assert_eq!(written["title"], article.title.at(0));
        assert_eq!(written["short"], article.short.at(0));
        assert_eq!(written["paragraphs"], article.paragraphs);
        assert_eq!(written["published"], optional(article.date));
        assert_eq!(written["publisher"], optional(article.publisher.as_ref()));
        assert_eq!(written["url"], optional(article.url.as_ref()));
    }
}

fn expect_cards(story: &Story, written: &Value) {
    assert_eq!(written.as_array().unwrap().len(), story.cards.len());
    for (at, card) in story.cards.iter().enumerate() {
        let written = with_id(written, &card.id);
        assert_eq!(written["kind"], card.kind.key());
        let name = story.types[card.card_type.target].name.at(0);
        assert_eq!(written["type"], value!({ "id": card.card_type.id, "name": name }));
        assert_eq!(written["name"], card.name.at(0));
        assert_eq!(written["summary"], card.summary.at(0));
        for (spelling, written) in card.spellings.iter().zip(written["spellings"].as_array().unwrap()) {
            assert_eq!(written["name"], spelling.name);
            let source = spelling.source.as_ref();
            assert_eq!(written["article"], optional(source.map(|source| &source.article.id)));
            assert_eq!(written["paragraph"].as_u64(), source.map(|source| source.paragraph.into()));
        }
        assert_eq!(written["spellings"].as_array().unwrap().len(), card.spellings.len());
        for (axis, degrees) in
            [("latitude", card.coordinates.map(|degrees| degrees.0)), ("longitude", card.coordinates.map(|at| at.1))]
        {
            let near = |written: f64| degrees.is_some_and(|degrees| (written - degrees).abs() <= 0.000_051);
            assert!(written["coordinates"][axis].as_f64().map_or(degrees.is_none(), near), "{written}");
        }
        let links = card.links.iter().map(|link| story.relations[link.relation.target].name.at(0).to_owned());
        let relations = each(&written["links"], "relation");
        assert!(links.into_iter().all(|relation| relations.contains(&relation.as_str())), "{written}");
        let stands = |fact: &&fact_cards_author::Fact| {
            fact.card.target == at || fact.about.iter().any(|about| about.target == at)
        };
        let mut facts: Vec<&str> = story.facts.iter().filter(stands).map(|fact| fact.id.as_str()).collect();
        let mut written: Vec<&str> =
            written["facts"].as_array().unwrap().iter().map(|fact| fact.as_str().unwrap()).collect();
        facts.sort_unstable();
        written.sort_unstable();
        assert_eq!(written, facts);
    }
}

fn expect_facts(story: &Story, written: &Value) {
    assert_eq!(each(written, "id"), story.facts.iter().map(|fact| fact.id.as_str()).collect::<Vec<_>>());
    for fact in &story.facts {
        let written = with_id(written, &fact.id);
        assert_eq!(written["card"]["id"], fact.card.id);
        assert_eq!(written["card"]["name"], story.cards.get(fact.card.target).unwrap().name.at(0));
        let (mut about, mut known) = (each(&written["about"], "id"), ids(&fact.about));
        about.sort_unstable();
        known.sort_unstable();
        assert_eq!(about, known);
        assert_eq!(written["statement"], fact.statement.at(0));
        assert_eq!(written["date"], optional(fact.date));
        assert_eq!(written["when"].is_string(), fact.date.is_some());
        assert_eq!(written["speaker"]["id"], optional(fact.speaker.as_ref().map(|speaker| &speaker.id)));
        assert_eq!(written["said"], optional(fact.said));
        assert_eq!(written["said_when"].is_string(), fact.said.is_some());
        let (mut topics, mut known) = (each(&written["topics"], "id"), ids(&fact.topics));
        topics.sort_unstable();
        known.sort_unstable();
        assert_eq!(topics, known);
        assert_eq!(written["place"]["id"], optional(fact.location.as_ref().map(|venue| &venue.id)));
        let sources: Vec<(&str, u64)> =
            fact.sources.iter().map(|at| (at.article.id.as_str(), at.paragraph.into())).collect();
        let written_sources = written["sources"].as_array().unwrap().iter();
        let written_sources: Vec<(&str, u64)> =
            written_sources.map(|at| (at["article"].as_str().unwrap(), at["paragraph"].as_u64().unwrap())).collect();
        assert_eq!(written_sources, sources);

        let number = |number: Option<f64>| (written["figure"]["value"].as_f64(), number);
        let Some(figure) = &fact.figure else {
            assert_eq!(written["figure"], Value::Null);
            continue;
        };
        assert_eq!(written["figure"]["unit"], figure.unit.at(0));
        assert_eq!(written["figure"]["more_than"], figure.more_than);
        let (from, to) = match figure.quantity {
            Quantity::Value(value) => (None, value),
            Quantity::Year(year) => (None, f64::from(year)),
            Quantity::Change { from, to } => (Some(from), to),
        };
        let (written_value, value) = number(Some(to));
        assert_eq!(written_value, value);
        assert_eq!(written["figure"]["from"].as_f64(), from);
    }
}

#[test]
fn a_selection_has_what_is_selected_and_only_the_articles_of_that() {
    let found = Selection { url: Some("https://a.example/#q=neptune".into()), ..shown(real(), &search("neptune 135")) };
    let found = parsed(real(), &found);
    assert_eq!(found["url"], "https://a.example/#q=neptune");
    assert_eq!(each(&found["cards"], "id"), ["operation-neptune", "ahmed-nasser-al-raisi"]);
    assert_eq!(each(&found["facts"], "id"), ["neptune-arrests"]);
    assert_eq!(found["cards"][0]["facts"], value!(["neptune-arrests"]));
    assert_eq!(each(&found["articles"], "id"), ["marrakech-2025"]);
    // A speaker whose card is not in the file is still named.
    assert!(found["facts"][0]["speaker"]["name"].is_string(), "{found}");

    let found = parsed(small(), &shown(small(), &filter(small(), &[(Facet::Topic, "weather")])));
    for fact in found["facts"].as_array().unwrap() {
        assert!(each(&fact["topics"], "id").contains(&"weather"), "{fact}");
    }
}

#[test]
fn nothing_selected_is_still_a_document() {
    for list in ["articles", "cards", "facts"] {
        assert_eq!(parsed(real(), &Selection::default())[list], value!([]));
    }
}

#[test]
fn out_of_range_positions_are_left_out() {
    let selection = Selection { cards: vec![u16::MAX.into()], facts: vec![u16::MAX.into()], ..Selection::default() };
    assert_eq!(parsed(small(), &selection)["facts"], value!([]));
}

#[test]
fn coordinates_are_plain_numbers_with_four_decimals() {
    let mut edition = small().clone();
    let mut written = |latitude: f32, longitude: f32| {
        edition.cards.entries_mut()[0].coordinates = Some((latitude, longitude));
        let all = json(&edition, &Selection::everything(&edition));
        let (_, rest) = all.split_once("\"coordinates\":{").unwrap();
        rest.split_once('}').unwrap().0.to_owned()
    };
    assert_eq!(written(55.8642, -4.2518), "\"latitude\":55.8642,\"longitude\":-4.2518");
    assert_eq!(written(-0.000_01, 180.0), "\"latitude\":0.0000,\"longitude\":180.0000");
    assert_eq!(written(10.1111, -0.0101), "\"latitude\":10.1111,\"longitude\":-0.0101");
    assert_eq!(written(-0.1, 179.999_99), "\"latitude\":-0.1000,\"longitude\":180.0000");
}

proptest! {
    #[test]
    fn any_text_is_read_back_unchanged(one in a_text(), two in a_text()) {
        let mut edition = small().clone();
        edition.title = one.as_str().into();
        edition.cards.entries_mut()[0].name = Text::from(two.as_str());
        edition.facts.entries_mut()[0].statement = Text::from(one.as_str());
        edition.facts.entries_mut()[0].sources[0].marker = two.as_str().into();
        edition.facets[Facet::Topic.index()].entries_mut()[0].name = two.as_str().into();
        let all = everything(&edition);
        prop_assert_eq!(&all["title"], &one);
        prop_assert_eq!(&all["cards"][0]["name"], &two);
        prop_assert_eq!(&all["facts"][0]["statement"], &one);
        prop_assert_eq!(&all["facts"][0]["sources"][0]["marker"], &two);
    }
}
