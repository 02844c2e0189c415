//! Related cards: those one link away and those two links away.

use std::collections::BTreeSet;

use fact_cards::state::State;
use fact_cards_story::edition::{Card, CardId, Edition};

use crate::{
    page::{Element, page, prerendered},
    story::{card, edition, hostile, real, small_files},
};

/// The part of a card with the cards two links away, if there is one.
fn two_steps<'p>(page: &'p Element, card: &Card) -> Option<&'p Element> {
    let shown = page.one(|element| element.get("data-card") == Some(&card.id));
    shown.every(|element| element.is("two-steps")).into_iter().next()
}

/// The cards that a part links to, in order.
fn led_to(part: &Element) -> Vec<&str> {
    let links = part.every(|element| element.name == "a");
    links.iter().map(|link| link.need("href").strip_prefix("#card=").unwrap()).collect()
}

fn at(edition: &Edition, position: CardId) -> &Card {
    edition.cards.get(usize::from(position)).unwrap()
}

/// The cards two links away, computed naively: related to a related card, but neither the card itself nor directly
/// related.
fn expected<'e>(edition: &'e Edition, card: &'e Card) -> BTreeSet<&'e str> {
    let direct: BTreeSet<&str> = card.links.iter().map(|link| at(edition, link.card).id.as_str()).collect();
    let steps = card.links.iter().flat_map(|link| &at(edition, link.card).links);
    let steps = steps.map(|link| at(edition, link.card).id.as_str());
    steps.filter(|id| *id != card.id && !direct.contains(id)).collect()
}

#[test]
fn exactly_the_cards_two_links_away_are_listed_each_once() {
    for edition in [real(), hostile()] {
        let page = page(edition, &State::default());
        let mut seen = 0;
        for card in &edition.cards {
            let part = two_steps(&page, card);
            let there = part.map(led_to).unwrap_or_default();
            assert_eq!(there.iter().copied().collect::<BTreeSet<_>>(), expected(edition, card), "{}", card.id);
            assert_eq!(there.len(), expected(edition, card).len(), "{} has one twice: {there:?}", card.id);
            if let Some(part) = part {
                assert_eq!(
                    part.one(|element| element.name == "summary").text(),
                    format!("Two steps away {}", there.len())
                );
            }
            seen += there.len();
        }
        assert_eq!(seen > 0, edition.cards.iter().any(|card| !expected(edition, card).is_empty()));
    }
    assert!(real().cards.iter().any(|card| !expected(real(), card).is_empty()), "the story has such cards");
}

#[test]
fn each_card_two_links_away_says_how_and_via_whom() {
    let page = page(real(), &State::default());
    let mut seen = 0;
    for card in &real().cards {
        for step in two_steps(&page, card).iter().flat_map(|part| part.every(|element| element.name == "li")) {
            let there = led_to(step)[0];
            let said = step.text();
            let ways = card.links.iter().map(|link| at(real(), link.card)).flat_map(|via| {
                let leads = via.links.iter().filter(|link| at(real(), link.card).id == there);
                leads.map(|link| format!("({}, via {})", link.relation.shown(), via.name.shown()))
            });
            assert!(ways.into_iter().any(|way| said.ends_with(&way)), "{} to {there}: {said}", card.id);
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn a_card_reached_via_two_others_is_listed_once_via_the_first() {
    let mut files = small_files();
    let members = files.text("members.toml").unwrap().to_owned();
    let mate = |id: &str| {
        format!(
            "[[member]]\nid = \"{id}\"\ntype = \"person\"\nname.en = \"Keeper {id}\"\nsummary.en = \"A keeper.\"\n\
             links = [{{ relation = \"keeps\", to = \"cap-rouge\" }}]\n"
        )
    };
    files.insert("members.toml", members + &mate("second"));
    let facts = files.text("facts.toml").unwrap().to_owned();
    let works = "[[fact]]\nid = \"works\"\ncard = \"second\"\nstatement.en = \"The keeper works.\"\n\
                 sources = [{ article = \"storm\", paragraph = 3 }]\n";
    files.insert("facts.toml", facts + works);
    let edition = edition(&files);
    let page = page(&edition, &State::default());
    let steps = |id| two_steps(&page, at(&edition, card(&edition, id))).map(led_to);
    assert_eq!(steps("amina-souley"), Some(vec!["second"]));
    assert_eq!(steps("second"), Some(vec!["amina-souley"]));
    assert_eq!(steps("cap-rouge"), None, "from there both are one step away");
    let said = two_steps(&page, at(&edition, card(&edition, "second"))).unwrap();
    let said = said.one(|element| element.name == "li").text();
    assert_eq!(said, "Amina Souley (kept by, via Café-phare of Cap Rouge)");
}

#[test]
fn the_prerendered_page_leaves_out_the_cards_two_links_away() {
    let page = prerendered(real());
    assert!(page.every(|element| element.is("two-steps")).is_empty());
    for card in &real().cards {
        let shown = page.one(|element| element.get("data-card") == Some(&card.id));
        let direct: Vec<&str> = card.links.iter().map(|link| at(real(), link.card).id.as_str()).collect();
        let related = shown.every(|element| element.is("related"));
        assert_eq!(related.len(), usize::from(!direct.is_empty()), "{}", card.id);
        assert_eq!(related.first().map(|part| led_to(part)).unwrap_or_default(), direct, "{}", card.id);
    }
}
