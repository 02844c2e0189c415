//! axe-core finds no problems in the widget, wherever it is and whatever it shows. All of axe's rules apply, including
//! those for WCAG 2.2 AAA, best practice and the experimental ones.
//!
//! Container, language, width, view, state and colour scheme would make more than a thousand combinations. Axe checks
//! some that include every pair of values.

mod pairs;

use std::{collections::BTreeMap, fmt::Debug, fs};

use fact_cards_browser_tests::{Browser, Page, Visit, axe, site_folder};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    sentence::{ELEMENT, SCRIPT, follow, sentence},
    sheet::{hide_sheet, show_sheet},
    views::ALL,
};

use pairs::all_pairs;

/// The rules that are left out, each with the reason.
const LEFT_OUT: [(&str, &str); 2] = [
    ("color-contrast", "`color-contrast-enhanced` asks for more, 7:1 in place of 4.5:1"),
    ("hidden-content", "it finds nothing, but tells that hidden things were not looked at: here each is shown in turn"),
];

/// The rules about colours, which take as long as all others together.
const OF_COLOURS: [&str; 2] = ["color-contrast-enhanced", "link-in-text-block"];

/// The widget, in the page or in its shadow root.
const WIDGET: &str = "(document.querySelector('fact-cards').shadowRoot ?? document.querySelector('fact-cards')).querySelector('.fact-cards')";

/// The rest of an article's page: everything that axe expects of a page, so that no rule has to be left out, with a
/// search of its own.
fn article(middle: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title>
<style>:root {{ color-scheme: light dark; }} body {{ margin: 16px; }} a {{ color: inherit; display: inline-block; padding: 12px; }}</style></head>
<body>
<header><nav><a href="/">Front page</a></nav><search><label>Search <input type="search"></label></search></header>
<main><article><h1>An article</h1>
<p>What happened.</p>
{middle}
<p>What happened next.</p></article></main>
<footer>All rights reserved.</footer>
</body>
</html>"#
    )
}

/// Where the widget is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Container {
    Page,
    Line,
    Snippet,
    Frame,
}

impl Container {
    const ALL: [Self; 4] = [Self::Page, Self::Line, Self::Snippet, Self::Frame];

    fn visit(self, language: &str) -> Visit {
        let site = site_folder("seeds");
        let of_language = |folder: &str| fs::read_to_string(site.join(folder).join(format!("{language}.html")));
        match self {
            Self::Page => Visit::to("seeds"),
            Self::Line => Visit::embedding(
                "seeds",
                &article(&format!(
                    r#"<script type="module" async src="{{site}}/fact-cards.js"></script><fact-cards lang="{language}"></fact-cards>"#
                )),
            ),
            Self::Snippet => {
                let snippet =
                    of_language("snippet").expect("each language has a snippet").replace("\"../", "\"{site}/");
                Visit::embedding("seeds", &article(&snippet))
            }
            Self::Frame => Visit::embedding(
                "seeds",
                &article(&format!(
                    r#"<iframe data-fact-cards src="{{site}}/embed/{language}.html" title="Facts: Morocco and INTERPOL" width="600" height="640" style="width:100%;border:0"></iframe>
<script async src="{{site}}/fact-cards-frame.js"></script>"#
                )),
            ),
        }
    }

    /// The path to visit.
    fn path(self, language: &str) -> String {
        let has_folder = site_folder("seeds").join(language).join("index.html").is_file();
        if matches!(self, Self::Page) && has_folder { format!("{language}/") } else { String::new() }
    }

    /// Goes to where the widget is.
    async fn enter(self, page: &Page) {
        if matches!(self, Self::Frame) {
            page.enter_frame("iframe").await;
        }
    }
}

/// The languages of the site, each of which has a snippet.
fn languages() -> Vec<String> {
    let snippets = fs::read_dir(site_folder("seeds").join("snippet")).expect("the site has snippets");
    let names = snippets.map(|snippet| snippet.expect("the folder can be read").file_name());
    let mut languages: Vec<String> =
        names.filter_map(|name| Some(name.to_str()?.strip_suffix(".html")?.to_owned())).collect();
    languages.sort();
    assert!(languages.contains(&"en".to_owned()), "{languages:?}");
    languages
}

/// What the widget shows in a view, and over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Everything,
    Filtered,
    Nothing,
    LinkTarget,
    OpenFilters,
}

impl State {
    const ALL: [Self; 5] = [Self::Everything, Self::Filtered, Self::Nothing, Self::LinkTarget, Self::OpenFilters];

    /// The attributes that request this state. The search is for a name of the story, so that something is marked in
    /// each language. Few cards are shown with the linked one, since axe takes seconds for all of them.
    fn requests(self, name: &str) -> Value {
        match self {
            Self::Everything => json!({}),
            Self::Filtered | Self::OpenFilters => json!({ "q": name, "source": "election-2024" }),
            Self::Nothing => json!({ "q": "zzzzzzzz", "kind": "venue" }),
            Self::LinkTarget => json!({ "fact": "neptune-arrests", "kind": "operation" }),
        }
    }

    /// What the widget then contains.
    const fn has(self) -> &'static str {
        match self {
            Self::Everything => ":not(:has(.clear))",
            Self::Filtered | Self::OpenFilters => ":has(.chip):has(mark, .nothing)",
            Self::Nothing => ":has(.nothing-found)",
            Self::LinkTarget => ":has(.fact[data-link-target])",
        }
    }
}

const WIDTHS: [u32; 2] = [320, 1280];
const SCHEMES: [&str; 2] = ["light", "dark"];

/// One combination to check.
#[derive(Debug)]
struct Combination {
    container: Container,
    language: String,
    width: u32,
    view: &'static str,
    state: State,
    scheme: &'static str,
}

/// The combinations for that container and width, language by language. Over all containers and widths, every pair of
/// values occurs.
fn combinations(container: Container, width: u32) -> Vec<Combination> {
    let languages = languages();
    let values = [Container::ALL.len(), languages.len(), WIDTHS.len(), ALL.len(), State::ALL.len(), SCHEMES.len()];
    let every = all_pairs(values).into_iter().map(|[container, language, width, view, state, scheme]| Combination {
        container: Container::ALL[container],
        language: languages[language].clone(),
        width: WIDTHS[width],
        view: ALL[view],
        state: State::ALL[state],
        scheme: SCHEMES[scheme],
    });
    every.filter(|combination| combination.container == container && combination.width == width).collect()
}

/// A problem that axe has found.
#[derive(Deserialize)]
struct Found {
    rule: String,
    impact: Option<String>,
    target: String,
    summary: String,
}

/// The problems found so far, with where: one that is everywhere is listed once.
#[derive(Default)]
struct Findings(BTreeMap<String, Vec<String>>);

impl Findings {
    fn add(&mut self, found: Vec<Found>, combination: &impl Debug) {
        for Found { rule, impact, target, summary } in found {
            let thing = format!("{rule} ({}): {target}\n  {summary}", impact.unwrap_or_default());
            self.0.entry(thing).or_default().push(format!("{combination:?}"));
        }
    }

    fn expect_none(&self) {
        let told = |(thing, places): (&String, &Vec<String>)| {
            let first = places.first().map_or("", String::as_str);
            format!("{thing}\n  in {} places, first: {first}", places.len())
        };
        let told: Vec<String> = self.0.iter().map(told).collect();
        let first = told.get(..20).unwrap_or(&told);
        assert!(told.is_empty(), "axe finds {} things, such as:\n{}", told.len(), first.join("\n"));
    }
}

/// Runs axe on the whole page with its frames: all rules, in two parts, so that a busy machine has time for each.
async fn run(page: &Page) -> Vec<Found> {
    let (left_out, of_colours) = (json!(LEFT_OUT.map(|(rule, _)| rule)), json!(OF_COLOURS));
    let mut found = Vec::new();
    for is_of_colours in [true, false] {
        let part: Vec<Found> = page
            .value(&format!(
                "axe.run(document, {{
                    runOnly: axe.getRules().filter(rule => !rule.tags.includes('deprecated')).map(rule => rule.ruleId)
                        .filter(rule => !{left_out}.includes(rule) && {of_colours}.includes(rule) === {is_of_colours}),
                    resultTypes: ['violations'],
                }}).then(({{ violations }}) => violations.flatMap(({{ id, impact, nodes }}) => nodes.map(({{ target, failureSummary }}) =>
                    ({{ rule: id, impact, target: target.flat().join(' '), summary: failureSummary.replaceAll('\\n', ' ') }}))))"
            ))
            .await;
        found.extend(part);
    }
    found
}

/// Injects axe into the open page or frame.
async fn give_axe(page: &Page) {
    let _: Value = page
        .value(&format!(
            "(() => {{ {}; axe.configure({{ allowedOrigins: ['<unsafe_all_origins>'] }}); return null; }})()",
            axe()
        ))
        .await;
}

/// Requests a view and a state by the attributes of the element, and waits until it is shown. A state that needs the
/// engine counts as activation.
async fn show(page: &Page, view: &str, state: State, name: &str) {
    let requested = state.requests(name);
    let request = format!(
        "(() => {{ const element = document.querySelector('fact-cards');
            element.view = {view};
            for (const name of ['q', 'kind', 'source', 'fact']) element[name] = {requested}[name] ?? '';
            return null; }})()",
        view = json!(view),
    );
    let _: Value = page.value(&request).await;
    let of_view = if view == "cards" { "#view-cards:checked".to_owned() } else { format!("[data-view={view}]") };
    let has = json!(format!("{}:has({of_view})", state.has()));
    let query = requested["q"].as_str().unwrap_or_default();
    page.until(&format!("{WIDGET}.matches({has}) && {WIDGET}.querySelector('.search').value === {}", json!(query)))
        .await;
    if state == State::OpenFilters {
        show_sheet(page, WIDGET).await;
    }
}

/// Checks one page with axe, in each of its combinations.
async fn look(page: &Page, combinations: &[Combination], findings: &mut Findings) {
    let container = combinations[0].container;
    page.go(&container.path(&combinations[0].language)).await;
    give_axe(page).await;
    container.enter(page).await;
    page.until("customElements.get('fact-cards')").await;
    page.until(&format!("{WIDGET}?.querySelector('[data-card]')")).await;
    if matches!(container, Container::Frame) {
        give_axe(page).await;
    }
    let name: String = page.value(&format!("{WIDGET}.querySelector('[data-card=glasgow] .name').textContent")).await;
    for combination in combinations {
        show(page, combination.view, combination.state, &name).await;
        page.leave_frames().await;
        page.prefer(combination.scheme).await;
        findings.add(run(page).await, combination);
        container.enter(page).await;
        if combination.state == State::OpenFilters {
            hide_sheet(page, WIDGET).await;
        }
    }
}

/// Expects that axe finds nothing in any of the widget's languages.
async fn finds_nothing(container: Container, width: u32) {
    const ONE: &str = "axe looks at markup and computed styles, which are the same in every engine";
    let mut findings = Findings::default();
    for of_one_page in combinations(container, width).chunk_by(|one, next| one.language == next.language) {
        let visit = container.visit(&of_one_page[0].language).at_width(width);
        visit.only_in(Browser::Chromium, ONE).and(async |page| look(page, of_one_page, &mut findings).await).await;
    }
    findings.expect_none();
}

/// Expects that axe finds nothing in cards that stand by themselves, in both colour schemes: as they are, and as they are once
/// that has been done.
async fn finds_nothing_in_cards(middle: impl Fn(&str) -> String, width: u32, act: impl AsyncFn(&Page)) {
    const ONE: &str = "axe looks at markup and computed styles, which are the same in every engine";
    let mut findings = Findings::default();
    for language in languages() {
        let page = article(&middle(&language)).replace("lang=\"en\"", &format!("lang=\"{language}\""));
        let visit = Visit::embedding("published", &page).at_width(width).only_in(Browser::Chromium, ONE);
        let look = async |page: &Page| {
            page.go("").await;
            give_axe(page).await;
            page.until("customElements.get('fact-cards')").await;
            for has_acted in [false, true] {
                if has_acted {
                    act(page).await;
                }
                for scheme in SCHEMES {
                    page.prefer(scheme).await;
                    let mut found = run(page).await;
                    found.retain(|found| !(found.rule == ENDS.0 && found.target.contains(ENDS.1)));
                    findings.add(found, &(&language, has_acted, scheme));
                }
            }
        };
        visit.and(look).await;
    }
    findings.expect_none();
}

/// Before and behind the card beside the words a key finds something without a role, which leads it back to the words. Nobody
/// meets it in any other way.
const ENDS: (&str, &str) = ("focus-order-semantics", "[popover=\"auto\"] span:nth-child(");

/// The root of the cards in an article.
const CARDS: &str = "document.querySelector('fact-cards').shadowRoot";

#[tokio::test]
async fn axe_finds_nothing_in_a_card_by_itself_before_and_with_the_engine() {
    let snippet = |language: &str| {
        let path = site_folder("published").join(format!("snippet/operation-neptune/{language}.html"));
        let snippet = fs::read_to_string(path).expect("each card has a snippet in each language");
        snippet.replace("https://cards.example/news/", "{site}/")
    };
    let open = async |page: &Page| {
        page.click("fact-cards >>> .facts-of > summary").await;
        page.until(&format!(
            "{CARDS}.querySelector('[data-ready]') && {CARDS}.querySelector('.fact').checkVisibility()"
        ))
        .await;
    };
    finds_nothing_in_cards(snippet, 320, open).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_the_card_beside_the_words() {
    for width in WIDTHS {
        let words = |_: &str| format!("{}{}{}", sentence("operation-neptune", "Operation NEPTUNE"), ELEMENT, SCRIPT);
        finds_nothing_in_cards(words, width, follow).await;
    }
}

#[tokio::test]
async fn axe_finds_nothing_on_the_page_on_a_desktop() {
    finds_nothing(Container::Page, 1280).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_the_page_on_a_phone() {
    finds_nothing(Container::Page, 320).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_an_article_with_the_line_on_a_desktop() {
    finds_nothing(Container::Line, 1280).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_an_article_with_the_line_on_a_phone() {
    finds_nothing(Container::Line, 320).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_an_article_with_the_snippet_on_a_desktop() {
    finds_nothing(Container::Snippet, 1280).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_an_article_with_the_snippet_on_a_phone() {
    finds_nothing(Container::Snippet, 320).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_a_frame_on_a_desktop() {
    finds_nothing(Container::Frame, 1280).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_a_frame_on_a_phone() {
    finds_nothing(Container::Frame, 320).await;
}
