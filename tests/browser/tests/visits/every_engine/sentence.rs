//! The card in the sentence: words of the article that name a card open it beside them.

use fact_cards_browser_tests::{Key, Page, Visit};
use serde_json::Value;

use crate::{
    articles::{article, until_defined},
    sentence::{BESIDE, CARD, NARROW, OPEN, follow, sentence, sentences},
};

/// Where the focus is, by the id of what has it in the page.
async fn until_focus_is_on_the_words(page: &Page) {
    page.until("document.activeElement.id === 'words'").await;
}

#[tokio::test]
async fn a_press_opens_the_card_beside_the_words_and_moves_nothing() {
    sentences()
        .and(async |page| {
            page.go("").await;
            until_defined(page).await;
            assert_eq!(page.requests(), ["/fact-cards.js"], "nothing is fetched before somebody wants it");
            let places = "JSON.stringify([...document.querySelectorAll('body > :not(div)')].map(node => node.getBoundingClientRect()).concat(document.documentElement.scrollHeight))";
            let before: String = page.value(places).await;
            page.click("#words").await;
            page.until(OPEN).await;
            page.until(&format!("{CARD}?.querySelector('.fact').checkVisibility()")).await;
            assert_eq!(page.value::<String>(places).await, before);
            let has_engine = page.requests().iter().any(|path| path.contains("assets/engine-"));
            assert!(!has_engine, "{:?}", page.requests());
            let named = format!("[{BESIDE}.getAttribute('role'), {BESIDE}.ariaLabel, document.querySelector('#words').ariaExpanded]");
            assert_eq!(page.value::<[String; 3]>(&named).await, ["dialog", "Operation NEPTUNE", "true"]);
            // Below the words and within the window.
            let gap = format!(
                "{BESIDE}.getBoundingClientRect().top - document.querySelector('#words').getBoundingClientRect().bottom"
            );
            let gap: f64 = page.value(&gap).await;
            assert!((0.0..20.0).contains(&gap), "{gap}");
            let fits = format!("(({{ left, right, bottom }}) => left >= 0 && right <= innerWidth && bottom <= innerHeight)({BESIDE}.getBoundingClientRect())");
            assert!(page.value::<bool>(&fits).await);
        })
        .await;
}

#[tokio::test]
async fn keys_open_and_close_the_card_and_the_focus_goes_in_and_back() {
    sentences()
        .and(async |page| {
            page.go("").await;
            until_defined(page).await;
            for leave in ["escape", "cross", "tab", "back"] {
                let _: Value = page.value("(document.querySelector('#words').focus(), null)").await;
                page.press(Key::Enter).await;
                page.until(OPEN).await;
                page.until(&format!("document.activeElement === {BESIDE}")).await;
                match leave {
                    "escape" => page.press(Key::Escape).await,
                    "back" => page.press_with_shift(Key::Tab, 1).await,
                    _ => {
                        page.press(Key::Tab).await;
                        page.until(&format!("{BESIDE}.shadowRoot.activeElement?.matches('button')")).await;
                        if leave == "cross" {
                            page.press(Key::Enter).await;
                        } else {
                            page.press_with_shift(Key::Tab, 1).await;
                        }
                    }
                }
                page.until(&format!("!({OPEN})")).await;
                until_focus_is_on_the_words(page).await;
                page.until("document.querySelector('#words').ariaExpanded === 'false'").await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_press_outside_or_on_the_words_closes_the_card() {
    sentences()
        .and(async |page| {
            page.go("").await;
            until_defined(page).await;
            for outside in ["h1", "#words"] {
                page.click("#words").await;
                page.until(OPEN).await;
                page.click(outside).await;
                page.until(&format!("!({OPEN})")).await;
                // It stays closed.
                page.until("document.querySelector('#words').ariaExpanded === 'false'").await;
            }
            page.click("#words").await;
            page.until(OPEN).await;
        })
        .await;
}

#[tokio::test]
async fn a_narrow_window_gets_the_card_from_below() {
    sentences()
        .at_width(NARROW)
        .and(async |page| {
            page.go("").await;
            until_defined(page).await;
            page.tap("#words").await;
            page.until(OPEN).await;
            let at = format!("(({{ left, width, bottom }}) => [left, width, bottom].map(Math.round))({BESIDE}.getBoundingClientRect())");
            page.until(&format!("JSON.stringify({at}) === JSON.stringify([0, document.documentElement.clientWidth, innerHeight])")).await;
            page.press(Key::Escape).await;
            until_focus_is_on_the_words(page).await;
        })
        .await;
}

#[tokio::test]
async fn in_an_article_from_right_to_left_the_card_begins_where_the_words_do() {
    let words = sentence("operation-neptune", "عملية نبتون");
    let middle = format!(r#"<div dir="rtl" lang="ar">{words}</div><fact-cards hidden lang="ar"></fact-cards>"#);
    sentence_visit(&middle)
        .and(async |page| {
            page.go("").await;
            follow(page).await;
            let same = format!("Math.abs({BESIDE}.getBoundingClientRect().right - document.querySelector('#words').getBoundingClientRect().right) < 1");
            page.until(&same).await;
            assert_eq!(page.value::<String>(&format!("getComputedStyle({BESIDE}).direction")).await, "rtl");
            assert_eq!(page.value::<String>(&format!("{CARD}.querySelector('[dir]').dir")).await, "rtl");
        })
        .await;
}

fn sentence_visit(middle: &str) -> Visit {
    Visit::embedding("published", &article("", &format!("{middle}{}", crate::sentence::SCRIPT)))
}

#[tokio::test]
async fn a_name_in_the_card_opens_that_card_over_it_and_escape_leads_back_step_by_step() {
    sentences()
        .and(async |page| {
            page.go("").await;
            follow(page).await;
            let both =
                "[...document.querySelectorAll('div[popover]')].filter(one => one.matches(':popover-open')).length";
            page.click("div[popover] fact-cards >>> .says a").await;
            page.until(&format!("{both} === 2")).await;
            page.until("document.querySelector('div[popover] div[popover]').ariaLabel === 'Ahmed Nasser Al Raisi'")
                .await;
            page.press(Key::Escape).await;
            page.until(&format!("{both} === 1")).await;
            page.press(Key::Escape).await;
            page.until(&format!("{both} === 0")).await;
            until_focus_is_on_the_words(page).await;
        })
        .await;
}

#[tokio::test]
async fn the_strictest_policy_lets_the_card_open() {
    sentences()
        .policy("default-src 'none'; script-src {site}; connect-src {site}; require-trusted-types-for 'script'; trusted-types 'none'")
        .and(async |page| {
            page.go("").await;
            follow(page).await;
            page.until(&format!("{CARD}.querySelector('.fact').checkVisibility()")).await;
            let border = format!("getComputedStyle({BESIDE}).borderTopWidth");
            assert_eq!(page.value::<String>(&border).await, "1px", "it has its styles");
        })
        .await;
}

#[tokio::test]
async fn no_style_of_the_article_reaches_the_card_or_its_frame() {
    let hostile = "<style>* { all: unset !important; display: block !important; position: static !important }
        div { display: none !important; width: 40px !important; opacity: 0 !important } fact-cards { float: right; margin: 90px; width: 60px !important }</style>";
    let middle = format!("{}{}", sentence("operation-neptune", "Operation NEPTUNE"), crate::sentence::ELEMENT);
    Visit::embedding("published", &article(hostile, &format!("{middle}{}", crate::sentence::SCRIPT)))
        .and(async |page| {
            page.go("").await;
            follow(page).await;
            page.until(&format!("{CARD}.querySelector('.fact').checkVisibility({{ opacityProperty: true }})")).await;
            let width: f64 = page.value(&format!("{BESIDE}.getBoundingClientRect().width")).await;
            let inside: f64 = page.value(&format!("{CARD}.querySelector('.card').getBoundingClientRect().width")).await;
            assert!(width > 400.0 && inside > width - 20.0, "{width} {inside}");
        })
        .await;
}
