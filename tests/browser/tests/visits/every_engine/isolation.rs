//! No style of an article reaches into the element but what is meant to, and none of ours reaches out.

use fact_cards_browser_tests::{Visit, bootstrap, in_project};

use crate::articles::{LINE, ROOT, arrive, article, snippet, take_interest};

const HOSTILE: &str = "* { all: unset !important; font-size: 40px } html { font-size: 62.5% }";

/// What an element takes from what it stands in.
const INHERITED: &str = "html { font-size: 62.5%; color: lime; letter-spacing: 1em; text-transform: uppercase }
    fact-cards { font: italic bold 40px/5 fantasy; word-spacing: 2em; cursor: wait; text-align: right; white-space: pre;
        text-indent: 3em; list-style: square; hyphens: auto; text-shadow: 0 0 9px lime; border-collapse: collapse; tab-size: 1 }";

const RESET: &str = "*, *::before, *::after { margin: 0; padding: 0; border: 0; box-sizing: content-box; font: inherit;
    list-style: none; background: none } details { display: contents } summary { display: none } input { appearance: none }
    article { display: none } .card { display: none } .controls, .search, .name { color: red !important }";

/// What a reader sees of the cards: where everything is, and what the texts look like.
const LOOKS: &str = "(root => [...root.querySelectorAll('.fact-cards *')]
    .filter(element => element.checkVisibility())
    .map(element => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const top = root.querySelector('.fact-cards').getBoundingClientRect();
        const style = getComputedStyle(element);
        const looks = ['color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontWeight', 'lineHeight', 'letterSpacing',
            'wordSpacing', 'textTransform', 'textAlign', 'direction', 'cursor', 'whiteSpace', 'textIndent', 'textShadow', 'hyphens', 'fontStyle', 'display', 'padding', 'margin', 'border'];
        return [[element.className, ...looks.map(name => style[name])].join(' '), [x - top.x, y - top.y, width, height]];
    }))(document.querySelector('fact-cards').shadowRoot)";

/// An article whose own styles are those, with the element in a box of a known width.
fn styled(styles: &str, middle: &str) -> Visit {
    let boxed = format!("<div class=\"column\">{middle}</div>");
    let page =
        article("<link rel=\"stylesheet\" href=\"host.css\"><link rel=\"stylesheet\" href=\"column.css\">", &boxed);
    Visit::embedding("seeds", &page)
        .host_file("host.css", "text/css", styles)
        // More specific than a reset, and said last.
        .host_file(
            "column.css",
            "text/css",
            "html body div.column { display: block !important; width: 700px !important }",
        )
}

/// What an element looks like, and its place and size in pixels.
type Look = (String, [f64; 4]);

async fn looks(styles: &str, middle: &str) -> Vec<Look> {
    let mut looks = Vec::new();
    styled(styles, middle)
        .and(async |page| {
            arrive(page).await;
            page.until("document.styleSheets.length === 2").await;
            looks = page.value(LOOKS).await;
        })
        .await;
    looks
}

/// Both lists are the same, or the first places where they are not are told.
fn assert_same_looks(plain: &[Look], styled: &[Look], what: &str) {
    // Where a page begins between two pixels, an engine may round to the other one.
    let near = |one: &[f64; 4], other: &[f64; 4]| one.iter().zip(other).all(|(one, other)| (one - other).abs() <= 1.0);
    let different =
        plain.iter().zip(styled).filter(|(plain, styled)| plain.0 != styled.0 || !near(&plain.1, &styled.1));
    let different: Vec<_> = different.take(3).collect();
    assert!(different.is_empty() && plain.len() == styled.len(), "{what}: {different:#?}");
    assert!(plain.len() > 500, "there is much to see: {}", plain.len());
}

#[tokio::test]
async fn the_cards_look_the_same_whatever_the_article_does_to_its_own_elements() {
    let plain = looks("", LINE).await;
    let bootstrap = bootstrap();
    for (what, styles) in
        [("hostile", HOSTILE), ("inherited", INHERITED), ("a reset", RESET), ("Bootstrap", &bootstrap)]
    {
        assert_same_looks(&plain, &looks(styles, LINE).await, what);
    }
}

#[tokio::test]
async fn a_pasted_snippet_looks_like_the_element() {
    assert_same_looks(&looks("", LINE).await, &looks(INHERITED, &snippet("seeds")).await, "the snippet");
}

#[tokio::test]
async fn nothing_of_ours_changes_the_article() {
    let host = "<p class=\"card\">A card</p><ul class=\"facts\"><li class=\"fact\">A fact</li></ul><mark>m</mark>
        <label class=\"kind\" for=\"kind-all\">All</label><input class=\"search\" id=\"kind-all\">";
    let outside = "[...document.querySelectorAll('body, body > :not(fact-cards, script), .facts *')]
        .map(element => element.localName + JSON.stringify([...getComputedStyle(element)].map(name => getComputedStyle(element)[name])))";
    let fixed = "body { width: 600px; height: 900px; overflow: hidden }";
    let mut seen: Vec<Vec<String>> = Vec::new();
    for middle in [host.to_owned(), format!("{host}{LINE}")] {
        let page = article(&format!("<style>{fixed}</style>"), &middle);
        Visit::embedding("seeds", &page)
            .and(async |page| {
                if seen.is_empty() {
                    page.go("").await;
                } else {
                    arrive(page).await;
                    take_interest(page).await;
                }
                seen.push(page.value(outside).await);
            })
            .await;
    }
    assert_eq!(seen.first(), seen.last());
    assert!(seen.first().is_some_and(|elements| elements.len() > 6));
}

/// The colour of the paper that the cards lie on.
async fn paper(head: &str, attributes: &str) -> String {
    let mut paper = String::new();
    let line = LINE.replace("<fact-cards>", &format!("<fact-cards {attributes}>"));
    Visit::embedding("seeds", &article(head, &line))
        .and(async |page| {
            arrive(page).await;
            paper = page.value(&format!("getComputedStyle({ROOT}.querySelector('.fact-cards')).backgroundColor")).await;
        })
        .await;
    paper
}

#[tokio::test]
async fn the_colours_are_those_of_the_article_unless_the_theme_says_otherwise() {
    let light = "rgb(251, 250, 246)";
    let dark = "rgb(20, 22, 26)";
    let only = |scheme: &str| format!("<style>:root {{ color-scheme: {scheme} }}</style>");
    assert_eq!(paper("", "").await, light, "an article that says nothing is light");
    assert_eq!(paper(&only("light"), "").await, light);
    assert_eq!(paper(&only("dark"), "").await, dark);
    assert_eq!(paper(&only("dark"), "theme=\"auto\"").await, dark);
    assert_eq!(paper(&only("dark"), "theme=\"light\"").await, light);
    assert_eq!(paper(&format!("<style>{HOSTILE}</style>"), "theme=\"dark\"").await, dark);
}

#[tokio::test]
async fn documented_properties_and_parts_change_colours_type_spacing_and_corners() {
    let readme = std::fs::read_to_string(in_project("README.md")).unwrap();
    let styles = "fact-cards {
            --fact-cards-paper: rgb(1, 1, 1); --fact-cards-card: rgb(2, 2, 2); --fact-cards-ink: rgb(3, 3, 3);
            --fact-cards-quiet: rgb(4, 4, 4); --fact-cards-line: rgb(5, 5, 5); --fact-cards-member: rgb(6, 6, 6);
            --fact-cards-operation: rgb(7, 7, 7); --fact-cards-venue: rgb(8, 8, 8); --fact-cards-mark: rgb(9, 9, 9);
            --fact-cards-serif: 'One Face', serif; --fact-cards-sans: 'Other Face', sans-serif; --fact-cards-size: 11px;
            --fact-cards-corner: 11px; --fact-cards-space: 2; --fact-cards-top: 30px;
        }
        fact-cards::part(card) { outline: 1px solid rgb(21, 21, 21) }
        fact-cards::part(controls) { outline: 1px solid rgb(22, 22, 22) }
        fact-cards::part(search) { outline: 1px solid rgb(23, 23, 23) }
        fact-cards::part(fact) { outline: 1px solid rgb(24, 24, 24) }
        fact-cards::part(figure) { outline: 1px solid rgb(25, 25, 25) }
        fact-cards::part(source) { outline: 1px solid rgb(26, 26, 26) }";
    for name in styles
        .split(['{', '}', ';', ' ', '\n'])
        .filter_map(|word| word.strip_suffix(':').or_else(|| word.strip_prefix("fact-cards::")))
    {
        if name.starts_with("--") || name.starts_with("part(") {
            assert!(readme.contains(name), "README says nothing of {name}");
        }
    }
    styled(styles, LINE)
        .and(async |page| {
            arrive(page).await;
            page.until("document.styleSheets.length === 2").await;
            page.type_into("fact-cards >>> input[type=search]", "ifrane").await;
            page.until(&format!("{ROOT}.querySelector('mark')")).await;
            let style = async |selector: &str, name: &str| -> String {
                page.value(&format!("getComputedStyle({ROOT}.querySelector('{selector}')).{name}")).await
            };
            for (selector, name, expected) in [
                (".fact-cards", "backgroundColor", "rgb(1, 1, 1)"),
                (".card", "backgroundColor", "rgb(2, 2, 2)"),
                (".fact-cards", "color", "rgb(3, 3, 3)"),
                (".lead", "color", "rgb(4, 4, 4)"),
                (".card", "borderBottomColor", "rgb(5, 5, 5)"),
                (".card[data-kind=member]", "borderTopColor", "rgb(6, 6, 6)"),
                (".card[data-kind=venue]", "borderTopColor", "rgb(8, 8, 8)"),
                ("mark", "backgroundColor", "rgb(9, 9, 9)"),
                (".fact-cards", "fontSize", "11px"),
                (".card", "borderTopLeftRadius", "11px"),
                (".card", "paddingLeft", "27.5px"),
                (".controls", "top", "30px"),
                (".card", "outlineColor", "rgb(21, 21, 21)"),
                (".controls", "outlineColor", "rgb(22, 22, 22)"),
                (".fact", "outlineColor", "rgb(24, 24, 24)"),
                (".source", "outlineColor", "rgb(26, 26, 26)"),
            ] {
                assert_eq!(style(selector, name).await, expected, "{selector} {name}");
            }
            assert!(style(".name", "fontFamily").await.contains("One Face"));
            assert!(style(".summary", "fontFamily").await.contains("Other Face"));
        })
        .await;
}
