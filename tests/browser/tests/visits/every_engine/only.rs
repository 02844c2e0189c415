//! Cards by themselves in an article: before the engine, with it, and when something else is asked for later.

use fact_cards_browser_tests::{Page, Visit, site_folder};
use serde_json::Value;

use crate::articles::{ROOT, arrive, article, until_card_count, until_defined};

fn line(attributes: &str) -> Visit {
    let line = format!(
        r#"<script type="module" async src="{{site}}/fact-cards.js"></script><fact-cards {attributes}><a href="{{site}}/">The facts</a></fact-cards>"#
    );
    Visit::embedding("published", &article("", &line))
}

async fn set(page: &Page, change: &str) {
    let _: Value = page.value(&format!("(document.querySelector('fact-cards').{change}, null)")).await;
}

/// Waits for the cards that show, by their ids.
async fn until_cards(page: &Page, ids: &str) {
    let shown = format!("[...{ROOT}.querySelectorAll('[data-card]')].map(card => card.dataset.card).join()");
    page.until(&format!("{shown} === '{ids}'")).await;
}

#[tokio::test]
async fn the_engine_continues_with_a_card_by_itself_as_it_is() {
    line(r#"only="operation-neptune""#)
        .and(async |page| {
            arrive(page).await;
            until_cards(page, "operation-neptune").await;
            let below = "document.querySelector('#after').getBoundingClientRect().top + scrollY";
            let before: f64 = page.value(below).await;
            let _: Value = page.value(&format!("(window.kept = {ROOT}.querySelector('[data-card]'), null)")).await;
            page.hover("fact-cards >>> .name").await;
            page.until(&format!("{ROOT}.querySelector('[data-ready]')")).await;
            assert!(page.value::<bool>("kept.isConnected").await, "it was hydrated, not mounted anew");
            assert!((page.value::<f64>(below).await - before).abs() < 0.5, "nothing moves");
            page.click("fact-cards >>> .facts-of > summary").await;
            page.until(&format!("{ROOT}.querySelector('.fact-menu')?.checkVisibility()")).await;
            let code = format!("{ROOT}.querySelector('a.export').href");
            assert!(page.value::<String>(&code).await.contains("/embed/?only=operation-neptune&lang=en"));
            assert_eq!(
                page.value::<Value>("heard.filter(([event]) => event === 'error')").await,
                Value::Array(Vec::new())
            );
        })
        .await;
}

#[tokio::test]
async fn what_is_asked_for_later_shows_before_and_with_the_engine() {
    line(r#"only="operation-neptune" open"#)
        .where_something_fails()
        .and(async |page| {
            arrive(page).await;
            set(page, "only = 'rabat'").await;
            until_cards(page, "rabat").await;
            page.until(&format!("{ROOT}.querySelector('.fact').checkVisibility()")).await;
            page.hover("fact-cards >>> .name").await;
            page.until(&format!("{ROOT}.querySelector('[data-ready]')")).await;
            set(page, "only = 'glasgow,operation-neptune'").await;
            until_cards(page, "glasgow,operation-neptune").await;
            page.until(&format!("[...{ROOT}.querySelectorAll('[data-card]')].every(card => card.querySelector('.fact')?.checkVisibility())")).await;
            set(page, "controls = true").await;
            page.until(&format!("{ROOT}.querySelector('.title')")).await;
            // The styles of controls were not there before.
            page.until(&format!("getComputedStyle({ROOT}.querySelector('.controls')).display === 'flex'")).await;
            page.until(&format!("{ROOT}.querySelector('.status').textContent.startsWith('2 cards')")).await;
            set(page, "only = 'nobody,rabat'").await;
            until_cards(page, "rabat").await;
            page.until("heard.some(([event, detail]) => event === 'error' && detail.includes('nobody'))").await;
            set(page, "removeAttribute('only')").await;
            until_card_count(page, 22).await;
        })
        .await;
}

#[tokio::test]
async fn several_cards_stand_side_by_side_and_the_engine_says_of_how_many_articles_they_are() {
    line(r#"only="rabat,operation-neptune""#)
        .and(async |page| {
            arrive(page).await;
            until_cards(page, "rabat,operation-neptune").await;
            let tops =
                format!("[...{ROOT}.querySelectorAll('[data-card]')].map(card => card.getBoundingClientRect().top)");
            let tops: [f64; 2] = page.value(&tops).await;
            assert!((tops[0] - tops[1]).abs() < 1.0, "{tops:?}");
            page.hover("fact-cards >>> .name").await;
            page.until_text("fact-cards >>> .about > summary", "5 facts from 2 articles").await;
            page.until(&format!("{ROOT}.querySelector('.about').checkVisibility({{ visibilityProperty: true }})"))
                .await;
        })
        .await;
}

#[tokio::test]
async fn a_pasted_card_by_itself_opens_without_script() {
    let path = site_folder("published").join("snippet/operation-neptune/en.html");
    let snippet = std::fs::read_to_string(path).expect("each card has a snippet");
    Visit::embedding("published", &article("", &snippet))
        .without_script()
        // Nobody is at the address that this site says to have.
        .where_something_fails()
        .and(async |page| {
            page.go("").await;
            page.click("fact-cards >>> .facts-of > summary").await;
            page.until(&format!("{ROOT}.querySelector('.fact').checkVisibility()")).await;
            let whole = format!("{ROOT}.querySelector('.whole a').href");
            assert_eq!(page.value::<String>(&whole).await, "https://cards.example/news/");
        })
        .await;
}

#[tokio::test]
async fn a_frame_shows_the_card_that_its_address_names() {
    Visit::to("published")
        .where_something_fails()
        .and(async |page| {
            page.go("embed/en.html?only=operation-neptune&open=").await;
            until_defined(page).await;
            page.until(&format!("{ROOT}?.querySelector('.fact')?.checkVisibility()")).await;
            until_cards(page, "operation-neptune").await;
            // Never an empty frame.
            page.go("embed/en.html?only=nobody").await;
            until_defined(page).await;
            page.until("[...document.querySelectorAll('fact-cards [data-card]')].filter(card => card.checkVisibility()).length === 6").await;
        })
        .await;
}
