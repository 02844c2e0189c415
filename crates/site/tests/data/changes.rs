//! Changes to cards and facts in the structured data.

use serde_json::{Value, json};

use crate::{page::data, support};

const STORY: &str = "tests/stories/corrected";

/// The structured data of the first page.
fn page() -> Value {
    let files = support::files(STORY);
    data(&String::from_utf8(files["index.html"].clone()).unwrap()).unwrap()
}

/// The claim that begins with that text.
fn claim(page: &Value, text: &str) -> Value {
    let items = page["mainEntity"]["itemListElement"].as_array().unwrap();
    let subjects = items.iter().map(|item| &item["item"]["subjectOf"]);
    let claims = subjects.flat_map(|claims| claims.as_array().cloned().unwrap_or_else(|| vec![claims.clone()]));
    claims.into_iter().find(|claim| claim["text"].as_str().unwrap().starts_with(text)).unwrap()
}

fn comment(date: &str, text: &str) -> Value {
    json!({ "@type": "CorrectionComment", "datePublished": date, "text": text })
}

#[test]
fn a_claim_says_what_was_wrong_and_when_it_last_changed() {
    let claim = claim(&page(), "On the first day");
    assert_eq!(claim["correction"], comment("2025-11-25", "It said 134 people; it is 135."));
    assert_eq!(claim["dateModified"], "2025-11-25");
    assert_eq!(claim["creativeWorkStatus"], Value::Null);
}

#[test]
fn a_withdrawn_claim_says_so_even_if_it_is_its_card_that_was_withdrawn() {
    let page = page();
    let cost = claim(&page, "The ferry cost");
    assert_eq!(cost["creativeWorkStatus"], "Withdrawn");
    assert_eq!(
        cost["correction"],
        json!([comment("2025-11-21", "It said 6 million."), comment("2025-11-26", "The source has taken it back.")])
    );
    let paid = claim(&page, "He paid");
    assert_eq!(paid["creativeWorkStatus"], "Withdrawn");
    assert_eq!(paid["dateModified"], "2025-11-26");
    assert_eq!(claim(&page, "The pier is")["correction"], Value::Null);
}

#[test]
fn the_data_say_what_was_wrong_in_cards_and_what_was_left_out() {
    let page = page();
    let mut expected = [
        ("#card=isla-brae", "2025-11-23", "It said that she owns the ferry; she steers it."),
        ("#card=rory-skene", "2025-11-26", "The paper mistook him for another man."),
        ("#card=ferry-return", "2025-11-27", "It was another ship."),
        ("", "2025-11-22", "There is no such owner."),
    ]
    .map(|(card, date, text)| {
        let mut comment = comment(date, text);
        if !card.is_empty() {
            comment["about"] = json!({ "@id": card });
        }
        comment
    });
    let mut told: Vec<Value> = page["correction"].as_array().unwrap().clone();
    let date = |comment: &Value| comment["datePublished"].to_string();
    told.sort_by_key(date);
    expected.sort_by_key(date);
    assert_eq!(told, expected);
    assert_eq!(page["dateModified"], "2025-11-27");
}
