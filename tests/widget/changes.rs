//! Changes to cards and facts, as readers see them.

use fact_cards::{
    export::{Selection, csv, json},
    share::{Addresses, Share},
    state::{Action, State, View},
    visible::visible,
};
use fact_cards_story::edition::{Change, Changed, Edition, FactId};
use serde_json::{Value, json as value};

use crate::{
    page::{self, Element, page, prerendered, prerendered_html},
    story::{card, chosen, corrected, corrected_files, edition, fact, real, search, small, small_files, with_cards},
};

/// The visible text for each occurrence of a fact.
fn read_of(page: &Element, id: &str) -> Vec<String> {
    let fact = page.one(|element| element.get("id") == Some(&format!("fact={id}")));
    let told = fact.every(|element| element.is("change") || element.is("statement"));
    told.iter().map(|element| element.text()).collect()
}

#[test]
fn the_prerendered_page_has_every_change() {
    insta::assert_snapshot!("corrected", page::readable(&prerendered_html(corrected())));
}

#[test]
fn a_correction_is_below_the_statement_with_its_day() {
    assert_eq!(
        read_of(&page(corrected(), &State::default()), "passengers"),
        [
            "On the first day 135 people crossed.",
            "Changed on 21 November 2025: The day was added.",
            "Changed on 24 November 2025: The second paper was added.",
            "Corrected on 25 November 2025: It said 134 people; it is 135.",
        ]
    );
}

#[test]
fn a_withdrawal_is_stated_before_the_statement() {
    let page = page(corrected(), &State::default());
    assert_eq!(
        read_of(&page, "ferry-cost"),
        [
            "Withdrawn on 26 November 2025: The source has taken it back.",
            "The ferry cost 7 million.",
            "Corrected on 21 November 2025: It said 6 million.",
        ]
    );
    let fact = page.one(|element| element.get("id") == Some("fact=ferry-cost"));
    assert_eq!(fact.one(|element| element.name == "del").text(), "The ferry cost 7 million.");
}

#[test]
fn a_withdrawn_card_says_so_at_its_head_and_its_facts_in_a_word() {
    let page = page(corrected(), &State::default());
    let card = page.one(|element| element.get("data-card") == Some("rory-skene"));
    let struck: Vec<String> =
        card.every(|element| element.name == "del").iter().map(|element| element.text()).collect();
    assert_eq!(struck, ["Rory Skene", "He is said to have paid for the ferry.", "He paid 3 million."]);
    let told: Vec<String> = card.every(|element| element.is("change")).iter().map(|element| element.text()).collect();
    assert_eq!(told, ["Withdrawn on 26 November 2025: The paper mistook him for another man.", "Withdrawn"]);
}

#[test]
fn elsewhere_a_fact_of_a_withdrawn_card_says_why() {
    for view in [View::Sources, View::Timeline, View::Map] {
        let page = page(corrected(), &State { view, ..State::default() });
        let entries = page.every(|element| element.is("entry"));
        let withdrawn = |text: &str| {
            entries.iter().filter(|entry| entry.text().contains(text)).all(|entry| {
                entry
                    .every(|element| element.is("change"))
                    .iter()
                    .any(|change| change.text().starts_with("Withdrawn on 26 November 2025:"))
            })
        };
        assert!(withdrawn("He paid 3 million.") && withdrawn("The ferry cost 7 million."), "{view:?}");
    }
}

#[test]
fn no_withdrawn_figure_is_set_large_or_drawn() {
    let page = prerendered(corrected());
    let large: Vec<String> = page
        .every(|element| element.is("figure"))
        .iter()
        .map(|figure| figure.one(|element| element.name == "b").text())
        .collect();
    assert_eq!(large, ["135", "90"]);
    let drawn: Vec<String> = page.every(|element| element.is("number")).iter().map(|number| number.text()).collect();
    assert_eq!(drawn, ["135", "90"]);
    let bar = page.one(|element| element.is("bar-of") && element.text().contains("135"));
    assert!(bar.text().contains("Corrected on 25 November 2025: It said 134 people; it is 135."));
}

#[test]
fn one_list_has_all_changes_with_a_link_to_each() {
    let page = page(corrected(), &State::default());
    let list = page.one(|element| element.is("changes"));
    assert_eq!(list.name, "details");
    assert_eq!(list.one(|element| element.name == "h2").text(), "Corrections and changes");
    let links: Vec<(String, String)> = list
        .every(|element| element.name == "li")
        .iter()
        .map(|item| {
            let link = item.every(|element| element.name == "a").first().map(|link| link.need("href").to_owned());
            (link.unwrap_or_default(), item.one(|element| element.is("change")).text())
        })
        .collect();
    insta::assert_debug_snapshot!("list_of_changes", links);
}

#[test]
fn the_list_covers_the_whole_story_whatever_is_shown() {
    let whole = page(corrected(), &State::default()).one(|element| element.is("changes")).text();
    for view in View::ALL {
        let state = State { view, ..chosen(search("nothing-has-this")) };
        assert_eq!(page(corrected(), &state).one(|element| element.is("changes")).text(), whole, "{view:?}");
    }
}

#[test]
fn a_story_in_which_nothing_was_changed_has_no_list() {
    for edition in [real(), small()] {
        assert!(!prerendered_html(edition).contains("class=\"change"));
    }
}

#[test]
fn a_story_of_several_pages_lists_no_more_than_fifty() {
    let mut edition = with_cards(300);
    let corrected = corrected().changes.clone().unwrap();
    let one = corrected.all.first().unwrap();
    let all: Vec<_> = FactId::first(300).map(|fact| Change { of: Changed::Fact(fact), ..one.clone() }).collect();
    edition.changes = Some(fact_cards_story::edition::Changes { latest_first: (0..300).collect(), all, ..corrected });
    let page = page(&edition, &State::default());
    let list = page.one(|element| element.is("changes"));
    assert_eq!(list.every(|element| element.name == "li").len(), 50);
}

#[test]
fn the_texts_of_changes_are_not_searched() {
    let found = |words: &str| visible(corrected(), &search(words)).facts;
    assert_eq!(found("second paper added"), 0);
    assert_eq!(found("135 crossed"), 1);
}

fn citation(id: &str) -> String {
    let number = fact(corrected(), id);
    let home = corrected().facts.get(usize::from(number)).unwrap().home;
    let state = State::default();
    Share::Citation(home, number)
        .content(
            corrected(),
            &state,
            &visible(corrected(), &state.choice),
            &Addresses { page: "https://a.example/".into(), permalinks: String::new(), ..Addresses::default() },
        )
        .text
}

#[test]
fn a_citation_lists_the_changes_of_its_fact() {
    assert_eq!(
        citation("passengers"),
        "The ferry's return: On the first day 135 people crossed. (19 November 2025)\n\
         Changed on 21 November 2025: The day was added.\n\
         Changed on 24 November 2025: The second paper was added.\n\
         Corrected on 25 November 2025: It said 134 people; it is 135.\n\
         Ardmuir has its ferry again · The Harbour Post · published 20 November 2025 · paragraph 1 of 8\n\
         First crossing in nine years · date of publication not given · paragraph 1 of 6\n\
         https://a.example/#fact=passengers"
    );
    let withdrawn = citation("ferry-cost");
    assert!(withdrawn.starts_with("Withdrawn on 26 November 2025: The source has taken it back.\nThe ferry's return: The ferry cost 7 million."), "{withdrawn}");
    let of_card = citation("skene-paid");
    assert!(
        of_card.starts_with("Withdrawn on 26 November 2025: The paper mistook him for another man.\nRory Skene: "),
        "{of_card}"
    );
}

/// The object with that id in a list of the JSON.
fn in_json(list: &str, id: &str) -> Value {
    let document = document(corrected());
    document[list].as_array().unwrap().iter().find(|thing| thing["id"] == id).unwrap().clone()
}

fn document(edition: &Edition) -> Value {
    serde_json::from_str(&json(edition, &Selection::everything(edition))).unwrap()
}

#[test]
fn the_json_has_the_changes_of_cards_and_facts() {
    let passengers = in_json("facts", "passengers");
    assert_eq!(passengers["corrected"], value!([{ "date": "2025-11-25", "was": "It said 134 people; it is 135." }]));
    assert_eq!(
        passengers["revised"],
        value!([
            { "date": "2025-11-21", "change": "The day was added." },
            { "date": "2025-11-24", "change": "The second paper was added." },
        ])
    );
    assert_eq!(passengers["withdrawn"], Value::Null);
    let reason = "The paper mistook him for another man.";
    for thing in [in_json("cards", "rory-skene"), in_json("facts", "skene-paid")] {
        assert_eq!(thing["withdrawn"], value!({ "date": "2025-11-26", "reason": reason }));
    }
    assert_eq!(
        document(corrected())["left_out"],
        value!([
            { "date": "2025-11-27", "reason": "It was another ship.", "card": { "id": "ferry-return", "name": "The ferry's return" } },
            { "date": "2025-11-22", "reason": "There is no such owner." },
        ])
    );
    assert_eq!(document(small())["left_out"], value!([]));
}

#[test]
fn a_csv_row_has_the_changes_of_its_fact() {
    let written = csv(corrected(), &[fact(corrected(), "passengers"), fact(corrected(), "skene-paid")]);
    let mut reader = ::csv::ReaderBuilder::new().from_reader(written.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().skip(23).take(4).map(str::to_owned).collect()).collect();
    assert_eq!(
        rows,
        [
            [
                "",
                "",
                "2025-11-25: It said 134 people; it is 135.",
                "2025-11-21: The day was added.\n2025-11-24: The second paper was added."
            ],
            ["2025-11-26", "The paper mistook him for another man.", "", ""],
        ]
    );
}

#[test]
fn a_link_in_the_list_leads_to_the_fact_in_every_view() {
    let passengers = fact(corrected(), "passengers");
    let home = card(corrected(), "ferry-return");
    for view in View::ALL {
        let state = State { view, ..State::default() }.after(Action::OpenFact(passengers, home), corrected());
        let page = page(corrected(), &state);
        let link_target = page.one(|element| element.is("fact") && element.get("data-link-target").is_some());
        assert_eq!(link_target.need("data-fact"), "passengers", "{view:?}");
        assert!(link_target.text().contains("Corrected on 25 November 2025:"));
    }
    assert_eq!(edition(&small_files()).changes, None);
}

/// The story in Arabic with some text of its facts replaced.
fn in_arabic(out: &str, replaced: &str) -> Edition {
    let mut files = corrected_files();
    let facts = files.text("facts.toml").unwrap().to_owned();
    assert_eq!(facts.matches(out).count(), 1, "{out}");
    files.insert("facts.toml", facts.replace(out, replaced));
    let story = files.text("story.toml").unwrap().replace("\"ar-MA\"", "\"ar-MA\"\nfalls-back-to = \"en\"");
    files.insert("story.toml", story);
    let story = fact_cards_author::read(&files).unwrap_or_else(|report| panic!("{report}"));
    fact_cards_author::editions(&story).unwrap_or_else(|report| panic!("{report}")).remove(1)
}

#[test]
fn a_text_that_falls_back_to_another_language_is_marked_as_such() {
    let edition = in_arabic(", was.ar = \"ذُكر 134 شخصاً، والصحيح 135.\"", "");
    let page = page(&edition, &State::default());
    let apart = page.every(|element| element.name == "bdi" && element.text() == "It said 134 people; it is 135.");
    // On each of the three cards of the fact, and in the list.
    assert_eq!(apart.len(), 4);
    assert!(apart.iter().all(|text| (text.need("lang"), text.need("dir")) == ("en-GB", "ltr")));
}

#[test]
fn no_text_of_a_change_becomes_markup() {
    let hostile = "</del><script>alert(1)</script>";
    let edition = in_arabic("reason.ar = \"تراجع المصدر عن ذلك.\"", &format!("reason.ar = \"{hostile}\""));
    let html = prerendered_html(&edition);
    assert!(!html.contains("<script") && html.contains("<span>&lt;/</span>"));
    assert_eq!(html.matches("<del").count(), html.matches("</del>").count());
}
