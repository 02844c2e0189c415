//! Styles of an article reach only into the parts of the element that they are meant to, and ours do not reach out.

use fact_cards_browser_tests::{Visit, bootstrap};

use crate::{
    articles::{LINE, ROOT, activate, arrive, article},
    isolation::{INHERITED, assert_same_looks, looks},
};

const HOSTILE: &str = "* { all: unset !important; font-size: 40px } html { font-size: 62.5% }";

const RESET: &str = "*, *::before, *::after { margin: 0; padding: 0; border: 0; box-sizing: content-box; font: inherit;
    list-style: none; background: none } details { display: contents } summary { display: none } input { appearance: none }
    article { display: none } .card { display: none } .controls, .search, .name { color: red !important }";

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
async fn our_styles_do_not_change_the_article() {
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
                    activate(page).await;
                }
                seen.push(page.value(outside).await);
            })
            .await;
    }
    assert_eq!(seen.first(), seen.last());
    assert!(seen.first().is_some_and(|elements| elements.len() > 6));
}

/// The background colour of the cards.
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
