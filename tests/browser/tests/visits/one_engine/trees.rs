//! Chromium's accessibility tree, compared with files in `trees/`. To update them after a change, run these visits with
//! `FACT_CARDS_UPDATE_TREES=1`, and read them as somebody who cannot see the page.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
};

use fact_cards_browser_tests::{Browser, Page, Visit, in_project};
use serde_json::{Value, json};

use crate::{
    articles::{activate, article, snippet},
    sheet::open_sheet,
    views::ALL,
};

const ONE: &str = "only Chromium tells its tree";

/// Roles that are not announced.
const WITHOUT_MEANING: [&str; 7] =
    ["generic", "none", "InlineTextBox", "LineBreak", "ListMarker", "LabelText", "Legend"];
/// Roles that are named by their content.
const NAMED_BY_CONTENT: [&str; 7] = ["button", "checkbox", "DisclosureTriangle", "heading", "link", "radio", "term"];
/// States that are announced, with the only roles they are announced for.
const STATES: [(&str, &[&str]); 10] = [
    ("level", &["heading"]),
    ("checked", &[]),
    ("pressed", &[]),
    ("expanded", &[]),
    ("disabled", &[]),
    ("invalid", &[]),
    ("live", &[]),
    ("modal", &[]),
    ("hasPopup", &["button", "link"]),
    ("focused", &["article", "button", "checkbox", "dialog", "link", "listitem", "radio", "searchbox"]),
];

/// Chromium's accessibility nodes for a page, by id.
struct Tree(BTreeMap<String, Value>);

impl Tree {
    async fn new(page: &Page) -> Self {
        let answer = page.devtools("Accessibility.getFullAXTree", json!({})).await;
        let nodes = answer["nodes"].as_array().expect("a page has a tree").clone();
        Self(nodes.into_iter().map(|node| (node["nodeId"].as_str().unwrap().to_owned(), node)).collect())
    }

    /// The node of an element.
    async fn find(&self, page: &Page, selector: &str) -> &Value {
        let expression = json!({ "expression": format!("document.querySelector({})", json!(selector)) });
        let object = page.devtools("Runtime.evaluate", expression).await["result"]["objectId"].clone();
        let element = page.devtools("DOM.describeNode", json!({ "objectId": object })).await;
        let id = &element["node"]["backendNodeId"];
        self.0.values().find(|node| node["backendDOMNodeId"] == *id).expect("the element has a node")
    }

    fn children<'t>(&'t self, node: &'t Value) -> impl Iterator<Item = &'t Value> {
        node["childIds"].as_array().into_iter().flatten().filter_map(|id| self.0.get(id.as_str()?))
    }

    /// The outline of a node and its descendants, one per line, indented by two spaces for each level. Adjacent texts
    /// are joined.
    fn outline(&self, node: &Value) -> String {
        let mut lines = Vec::new();
        self.write(node, 0, false, &mut lines);
        let lines = lines.into_iter().map(|(depth, line)| format!("{}{}\n", "  ".repeat(depth), line.trim_end()));
        lines.collect::<Vec<_>>().concat()
    }

    fn write(&self, node: &Value, depth: usize, is_named: bool, lines: &mut Vec<(usize, String)>) {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        let name = node["name"]["value"].as_str().unwrap_or_default();
        let is_told =
            node["ignored"] != true && (!WITHOUT_MEANING.contains(&role) || role == "generic" && !name.is_empty());
        if is_told && role == "StaticText" {
            match lines.last_mut() {
                _ if is_named => {}
                Some((at, line)) if *at == depth && line.starts_with("| ") => {
                    let is_apart = line.ends_with(char::is_whitespace) || name.starts_with(char::is_whitespace);
                    *line += if is_apart { "" } else { " " };
                    *line += name;
                }
                _ => lines.push((depth, format!("| {}", name.trim_start()))),
            }
            return;
        }
        let mut depth = depth;
        if is_told {
            lines.push((depth, line(node, role, name)));
            depth += 1;
        }
        let is_named = is_named || is_told && NAMED_BY_CONTENT.contains(&role);
        for child in self.children(node) {
            self.write(child, depth, is_named, lines);
        }
    }
}

fn line(node: &Value, role: &str, name: &str) -> String {
    let mut parts = vec![role.to_owned()];
    if !name.is_empty() {
        parts.push(json!(name).to_string());
    }
    for (what, told) in [("value", &node["value"]["value"]), ("description", &node["description"]["value"])] {
        if told.as_str().is_some_and(|told| !told.is_empty()) {
            parts.push(format!("{what}={told}"));
        }
    }
    for (state, roles) in STATES {
        let mut properties = node["properties"].as_array().into_iter().flatten();
        let value = properties.find(|property| property["name"] == state).map(|property| &property["value"]["value"]);
        let value = value.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        let says_no = !matches!(state, "checked" | "expanded") && value.as_deref() == Some("false");
        if let Some(value) = value.filter(|_| (roles.is_empty() || roles.contains(&role)) && !says_no) {
            parts.push(format!("{state}={value}"));
        }
    }
    parts.join(" ")
}

/// Compares the tree of an element with a file, or writes the file.
async fn compare(page: &Page, selector: &str, name: &str) {
    let tree = Tree::new(page).await;
    let outline = tree.outline(tree.find(page, selector).await);
    let file = in_project(&format!("tests/browser/tests/visits/trees/{name}.txt"));
    if env::var_os("FACT_CARDS_UPDATE_TREES").is_some() {
        return fs::write(file, outline).expect("the file can be written");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    let parts: [BTreeSet<&str>; 2] = [&expected, &outline].map(|text| text.lines().map(str::trim).collect());
    let [before, now] = &parts;
    assert!(
        expected == outline,
        "{} is not what Chromium tells.\nno longer: {:#?}\nnew: {:#?}\n\n{outline}",
        file.display(),
        before.difference(now),
        now.difference(before)
    );
    // A single live region announces the counts; nothing else interrupts.
    let live = tree.0.values().filter(|node| line(node, "", "").contains("live=")).count();
    assert_eq!(live, 1, "one element tells what changes");
}

/// A visit to a small story, in the browser whose tree is compared.
fn small() -> Visit {
    Visit::to("lighthouse").only_in(Browser::Chromium, ONE)
}

/// Waits until the status has been announced, so that it is in the tree.
async fn until_told(page: &Page) {
    page.until("document.querySelector('.voice').textContent === document.querySelector('.status').textContent").await;
}

#[tokio::test]
async fn a_screen_reader_gets_the_cards_as_a_list_of_articles_below_their_controls() {
    small()
        .and(async |page| {
            page.open("#kind=operation").await;
            until_told(page).await;
            compare(page, "body", "cards").await;
        })
        .await;
}

#[tokio::test]
async fn a_screen_reader_gets_every_view_in_words() {
    small()
        .and(async |page| {
            page.open("").await;
            for view in ["timeline", "map", "figures", "sources"] {
                let _: Value = page.value(&format!("(location.hash = 'view={view}', null)")).await;
                page.until(&format!(
                    "document.querySelectorAll('.view').length === 1 && document.querySelector('[data-view={view}]')"
                ))
                .await;
                compare(page, ".view", view).await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_screen_reader_gets_an_opened_card_with_the_focus_on_it() {
    small()
        .and(async |page| {
            page.open("#view=map&fact=field-grass&q=sheep").await;
            page.until("document.activeElement.matches('.fact')").await;
            compare(page, ".opened", "opened").await;
        })
        .await;
}

#[tokio::test]
async fn a_screen_reader_gets_the_filters_as_a_dialog_with_groups_and_counts() {
    small()
        .and(async |page| {
            page.open("#topic=coast&q=towr").await;
            until_told(page).await;
            compare(page, "search", "controls").await;
            compare(page, ".status-line", "status").await;
            open_sheet(page).await;
            compare(page, "search", "controls-open").await;
            compare(page, ".filters", "filters").await;
        })
        .await;
}

#[tokio::test]
async fn a_screen_reader_gets_controls_status_and_cards_in_arabic_on_the_arabic_page() {
    Visit::to("seeds")
        .only_in(Browser::Chromium, ONE)
        .and(async |page| {
            page.open("ar/#kind=venue&card=ifrane&q=إفران").await;
            until_told(page).await;
            for (selector, name) in [
                ("search", "controls-arabic"),
                (".status-line", "status-arabic"),
                ("[data-card=ifrane]", "card-arabic"),
            ] {
                compare(page, selector, name).await;
            }
            let _: Value = page.value("(location.hash = 'view=timeline', null)").await;
            page.until("document.querySelector('[data-view=timeline]')").await;
            compare(page, ".scale", "timeline-arabic").await;
        })
        .await;
}

#[tokio::test]
async fn in_an_article_the_widget_is_a_region_and_adds_no_banner() {
    Visit::embedding("lighthouse", &article("", &snippet("lighthouse")))
        .only_in(Browser::Chromium, ONE)
        .and(async |page| {
            page.go("").await;
            let _: Value = page.value("(document.querySelector('fact-cards').q = 'zzzz', null)").await;
            page.until("document.querySelector('fact-cards').shadowRoot.querySelector('.voice')?.textContent").await;
            compare(page, "body", "article").await;
        })
        .await;
}

/// The levels of all visible headings, in order, and the first heading of the widget.
const LEVELS: &str =
    "[...(document.querySelector('fact-cards').shadowRoot ?? document).querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter(heading => heading.checkVisibility()).map(heading => +heading.localName.slice(1))";

#[tokio::test]
async fn headings_start_at_the_articles_level_and_skip_none_in_any_view() {
    Visit::embedding("lighthouse", &article("", &snippet("lighthouse")))
        .and(async |page| {
            page.go("").await;
            activate(page).await;
            for level in 1..=5 {
                let set = format!("(document.querySelector('fact-cards').headingLevel = {level}, null)");
                let _: Value = page.value(&set).await;
                for view in ALL {
                    for card in ["", "gull-field"] {
                        let request = format!("((element = document.querySelector('fact-cards')) => {{ element.view = '{view}'; element.card = '{card}'; return null; }})()");
                        let _: Value = page.value(&request).await;
                        let root = "document.querySelector('fact-cards').shadowRoot";
                        let link_targets = format!("{root}.querySelectorAll('[data-link-target]').length === {}", usize::from(!card.is_empty()));
                        let looks = format!("{root}.querySelector('#view-{view}:checked') && !!{root}.querySelector('.view') === {}", view != "cards");
                        page.until(&format!("{link_targets} && {looks} && {LEVELS}[0] === {level}")).await;
                        let levels: Vec<u8> = page.value(LEVELS).await;
                        assert!(levels.len() > 1, "{view} has headings: {levels:?}");
                        assert!(levels[1..].iter().all(|below| *below == level + 1), "{view} {card}: {levels:?}");
                    }
                }
            }
        })
        .await;
}
