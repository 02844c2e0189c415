//! What a reader can share and export: links, citations and files.

use fact_cards::{
    export::{self, Selection},
    share::{Addresses, Share, SharedContent},
    state::{Choice, Sort, State, View},
    visible::visible,
};
use fact_cards_story::edition::{Edition, Facet};
use serde_json::Value;

use crate::{
    page::{Element, closed_page, every_fact_with_menu, page, page_with_open},
    story::{card, chosen, fact, facts, filter, real, search, small, small_with},
};

const PAGE: &str = "https://cards.example/story/";

fn content_of(edition: &Edition, state: &State, share: &Share) -> SharedContent {
    content_at(edition, state, share, "")
}

/// The same in a site with pages of cards and facts at that address; empty where there are none.
fn content_at(edition: &Edition, state: &State, share: &Share, permalinks: &str) -> SharedContent {
    let at = Addresses { page: PAGE.to_owned(), permalinks: permalinks.to_owned(), ..Addresses::default() };
    share.content(edition, state, &visible(edition, &state.choice), &at)
}

fn content(edition: &Edition, share: &Share) -> SharedContent {
    content_of(edition, &State::default(), share)
}

/// The citation of a fact on its own card.
fn citation(edition: &Edition, id: &str) -> String {
    let number = fact(edition, id);
    content(edition, &Share::Citation(edition.facts.get(usize::from(number)).unwrap().home, number)).text
}

#[test]
fn a_link_is_the_address_of_the_page_with_the_card() {
    let link = content(real(), &Share::Link(card(real(), "rabat"), None));
    assert_eq!(
        link,
        SharedContent { kind: "text/uri-list", name: "Rabat".to_owned(), text: format!("{PAGE}#card=rabat") }
    );
}

#[test]
fn a_link_to_a_fact_names_the_card_only_where_it_is_not_its_own() {
    let arrests = Some(fact(real(), "neptune-arrests"));
    let link = |id| content(real(), &Share::Link(card(real(), id), arrests)).text;
    assert_eq!(link("operation-neptune"), format!("{PAGE}#fact=neptune-arrests"));
    assert_eq!(link("ahmed-nasser-al-raisi"), format!("{PAGE}#card=ahmed-nasser-al-raisi&fact=neptune-arrests"));
}

#[test]
fn a_link_leads_to_the_page_of_a_card_or_fact_where_it_has_one() {
    const TOP: &str = "https://cards.example/morocco/";
    let of = |edition: &Edition, name: &str, id: Option<&str>| {
        let share = Share::Link(card(edition, name), id.map(|id| fact(edition, id)));
        content_at(edition, &State::default(), &share, TOP).text
    };
    assert_eq!(of(real(), "rabat", None), format!("{TOP}card/rabat/"));
    // On whichever card it stands.
    for name in ["operation-neptune", "ahmed-nasser-al-raisi"] {
        assert_eq!(of(real(), name, Some("neptune-arrests")), format!("{TOP}fact/neptune-arrests/"));
    }
    // Neither counted nor quoted.
    assert_eq!(of(small(), "cap-rouge", Some("lit")), format!("{PAGE}#card=cap-rouge&fact=lit"));
    let arabic = Edition { path: "ar/".into(), ..real().clone() };
    assert_eq!(of(&arabic, "rabat", None), format!("{TOP}ar/card/rabat/"));
}

#[test]
fn a_picture_is_named_by_its_card_whose_page_has_it() {
    const TOP: &str = "https://cards.example/morocco/";
    let picture = content_at(real(), &State::default(), &Share::Picture(card(real(), "rabat")), TOP);
    let expected = SharedContent { kind: "image/png", name: "rabat.png".to_owned(), text: format!("{TOP}card/rabat/") };
    assert_eq!(picture, expected);
}

#[test]
fn a_citation_and_the_data_for_programs_name_the_same_pages() {
    const TOP: &str = "https://cards.example/";
    let number = fact(real(), "neptune-arrests");
    let cited = Share::Citation(card(real(), "operation-neptune"), number);
    let cited = content_at(real(), &State::default(), &cited, TOP).text;
    assert!(cited.ends_with(&format!("\n{TOP}fact/neptune-arrests/")), "{cited}");

    let json = |permalinks: &str| -> Value {
        let content = content_at(real(), &State::default(), &Share::Json, permalinks);
        serde_json::from_str(&content.text).unwrap()
    };
    let url = |json: &Value, list: &str, id: &str| {
        json[list].as_array().unwrap().iter().find(|entry| entry["id"] == id).unwrap()["url"].clone()
    };
    let told = json(TOP);
    assert_eq!(url(&told, "cards", "rabat"), format!("{TOP}card/rabat/"));
    assert_eq!(url(&told, "facts", "neptune-arrests"), format!("{TOP}fact/neptune-arrests/"));
    assert_eq!(url(&told, "facts", "dkhissi-heads-office"), Value::Null);
    assert_eq!(url(&json(""), "cards", "rabat"), Value::Null);
}

#[test]
fn a_link_means_the_card_alone_whatever_is_chosen() {
    let state = State { view: View::Map, ..chosen(Choice { sort: Sort::Date, ..search("glasgow") }) };
    let link = content_of(real(), &state, &Share::Link(card(real(), "rabat"), None)).text;
    assert_eq!(link, format!("{PAGE}#card=rabat"));
}

#[test]
fn a_citation_says_what_when_and_where_it_is_reported() {
    assert_eq!(
        citation(small(), "lit"),
        format!(
            "The relighting: The lamp was lit again. (3 May 2023)\n\
             The lamp is lit · Harbour Gazette · published 4 May 2023 · paragraph 1 of 5 · https://example.org/lamp?a=1&b=2\n\
             {PAGE}#fact=lit"
        )
    );
}

#[test]
fn a_citation_names_who_says_so_and_when_it_was_said() {
    assert_eq!(
        citation(small(), "proud"),
        format!(
            "Amina Souley: It is “a light for everybody”.\n\
             — Amina Souley, 4 May 2023\n\
             The lamp is lit · Harbour Gazette · published 4 May 2023 · paragraph 4 of 5 · https://example.org/lamp?a=1&b=2\n\
             {PAGE}#fact=proud"
        )
    );
    let never_said_when = small_with("facts.toml", "said = \"2023-05-04\"\n", "");
    assert!(citation(&never_said_when, "proud").contains("\n— Amina Souley\nThe lamp is lit"));
}

#[test]
fn a_citation_has_a_line_for_each_source_with_what_is_known_of_it() {
    assert_eq!(
        citation(small(), "lenses"),
        format!(
            "The relighting: The lenses went from three to more than twelve.\n\
             The lamp is lit · Harbour Gazette · published 4 May 2023 · paragraph 2 of 5 · https://example.org/lamp?a=1&b=2\n\
             After the storm · date of publication not given · paragraph 1 of 3\n\
             {PAGE}#fact=lenses"
        )
    );
}

#[test]
fn on_another_card_a_citation_names_the_facts_own_card_and_links_to_where_it_was_copied() {
    let taken = content(small(), &Share::Citation(card(small(), "cap-rouge"), fact(small(), "lit")));
    assert_eq!((taken.kind, taken.name.as_str()), ("text/plain", "Café-phare of Cap Rouge"));
    assert!(taken.text.starts_with("The relighting: "), "{}", taken.text);
    assert!(taken.text.ends_with(&format!("\n{PAGE}#card=cap-rouge&fact=lit")), "{}", taken.text);
}

#[test]
fn the_exports_hold_what_is_shown_and_nothing_else() {
    let choices = [
        Choice::default(),
        search("neptune"),
        search("nothing-has-this"),
        filter(real(), &[(Facet::Place, "glasgow"), (Facet::Source, "election-2024")]),
    ];
    for choice in choices {
        let state = chosen(choice);
        let seen = visible(real(), &state.choice);
        let csv = content_of(real(), &state, &Share::Csv);
        assert_eq!((csv.kind, csv.name.as_str()), ("text/csv", "facts.csv"));
        assert_eq!(csv.text, export::csv(real(), &seen.found));
        let json = content_of(real(), &state, &Share::Json);
        assert_eq!((json.kind, json.name.as_str()), ("application/json", "facts.json"));
        let document: Value = serde_json::from_str(&json.text).unwrap();
        let ids = |list: &str| {
            let list = document[list].as_array().unwrap().iter();
            list.map(|one| one["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(ids("facts"), facts(real(), &seen.found));
        assert_eq!(ids("cards"), crate::story::cards(real(), &seen));
        assert_eq!(Selection::from_visible(&seen).facts, seen.found);
    }
}

#[test]
fn the_json_has_the_address_that_shows_the_same_selection() {
    let url = |state: &State| {
        let text = content_of(real(), state, &Share::Json).text;
        serde_json::from_str::<Value>(&text).unwrap()["url"].as_str().unwrap().to_owned()
    };
    let state = State { view: View::Sources, ..chosen(Choice { sort: Sort::Name, ..search("neptune 135") }) };
    assert_eq!(url(&state), format!("{PAGE}#q=neptune%20135&sort=name&view=sources"));
    let fragment = url(&state);
    assert_eq!(State::from_fragment(fragment.split_once('#').unwrap().1, real()), state);
    assert_eq!(url(&State::default()), PAGE, "everything is at the address of the page itself");
}

#[test]
fn every_opened_card_and_each_fact_in_its_menu_can_be_shared() {
    let page = page(real(), &State::default());
    for card in page.every(|element| element.is("card")) {
        let exports = card.one(|element| element.is("side")).every(|element| element.is("export"));
        let told: Vec<_> = exports.iter().map(|export| (export.name.as_str(), export.text())).collect();
        assert_eq!(told, [("button", "Link".to_owned()), ("a", "Embed this card".to_owned())]);
        let name = card.one(|element| element.is("name")).text();
        assert_eq!(exports[0].need("aria-label"), format!("Link: {name}"));
        assert_eq!(exports[1].need("aria-label"), format!("Embed this card: {name}"));
        assert_eq!(card.every(|element| element.is("export")).len(), 2, "those of facts are in their menus");
    }
    for (_, fact) in every_fact_with_menu(real()) {
        let exports = fact.one(|element| element.is("fact-more")).every(|element| element.is("export"));
        let buttons: Vec<_> = exports.iter().map(|button| (button.name.as_str(), button.text())).collect();
        assert_eq!(buttons, [("button", "Link".to_owned()), ("button", "Cite".to_owned())]);
    }
}

#[test]
fn at_the_foot_all_cards_open_or_close_and_the_whole_selection_is_exported() {
    let foot = |page: &Element| page.one(|element| element.is("foot")).texts("export");
    assert_eq!(foot(&closed_page(real(), &State::default())), ["Open all", "CSV", "JSON"]);
    assert_eq!(foot(&page_with_open(real(), &State::default(), &[card(real(), "rabat")])), ["Open all", "CSV", "JSON"]);
    assert_eq!(foot(&page(real(), &State::default())), ["Close all", "CSV", "JSON"]);
    // Only those count that show.
    let found = page_with_open(real(), &chosen(search("ocn-rabat")), &[card(real(), "rabat-national-central-office")]);
    assert_eq!(foot(&found), ["Close all", "CSV", "JSON"]);
    assert_eq!(foot(&closed_page(real(), &chosen(search("nothing-has-this")))), ["CSV", "JSON"]);
    // There are no cards to open in another view.
    let timeline = State { view: View::Timeline, ..State::default() };
    assert_eq!(foot(&page(real(), &timeline)), ["CSV", "JSON"]);
}
