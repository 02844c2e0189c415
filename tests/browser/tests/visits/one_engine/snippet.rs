//! The markup that is pasted into an article: the cards are in it, and a later engine hydrates it.

use fact_cards_browser_tests::{Visit, site_folder};
use serde_json::Value;

use crate::articles::{ROOT, arrive, article, snippet, until_card_count, with_snippet};

#[tokio::test]
async fn a_pasted_snippet_shows_its_cards_without_a_request() {
    with_snippet()
        .and(async |page| {
            arrive(page).await;
            until_card_count(page, 22).await;
            assert_eq!(page.requests(), ["/fact-cards.js"]);
            let _: Value = page.value(&format!("(window.kept = {ROOT}.querySelector('[data-card=dgsn]'), null)")).await;
            page.click("fact-cards >>> label[for=kind-member]").await;
            until_card_count(page, 12).await;
            page.until("kept.isConnected && heard.length === 1").await;
        })
        .await;
}

#[tokio::test]
async fn a_later_engine_mounts_an_older_snippet_afresh() {
    // As before a correction: another title, one card and one fact fewer, and other markup.
    let newer = snippet("seeds");
    let (before, card) = newer.split_once("<article ").expect("there are cards");
    let (_, after) = card.split_once("</article>").unwrap();
    let older = format!("{before}<p class=\"advert\">An older build</p>{after}")
        .replace("Morocco and INTERPOL: who, what and where", "Morocco and INTERPOL, as first reported");
    Visit::embedding("seeds", &article("", &older))
        .and(async |page| {
            arrive(page).await;
            until_card_count(page, 21).await;
            page.click("fact-cards >>> label[for=kind-venue]").await;
            until_card_count(page, 4).await;
            let marks =
                format!("!{ROOT}.querySelector('.advert') && {ROOT}.querySelectorAll('.fact-cards').length === 1");
            page.until(&marks).await;
            page.until_text("fact-cards >>> .title", "Morocco and INTERPOL: who, what and where").await;
            page.click("fact-cards >>> label[for=kind-all]").await;
            until_card_count(page, 22).await;
        })
        .await;
}

#[tokio::test]
async fn a_short_snippet_gets_all_its_facts_with_the_engine() {
    let path = site_folder("published").join("snippet/en.short.html");
    let short = std::fs::read_to_string(path).expect("the story is longer than some systems take");
    let short = short.replace("https://cards.example/news/", "{site}/");
    Visit::embedding("published", &article("", &short))
        .and(async |page| {
            arrive(page).await;
            until_card_count(page, 22).await;
            let last = format!("[...{ROOT}.querySelectorAll('[data-card]')].at(-1)");
            assert!(page.value::<bool>(&format!("!{last}.querySelector('.fact')")).await, "its facts are a link away");
            page.click("fact-cards >>> .show-all > summary").await;
            page.until(&format!("{ROOT}.querySelector('[data-ready]')")).await;
            page.click("fact-cards >>> [data-card]:last-of-type .facts-of > summary").await;
            page.until(&format!("{last}.querySelector('.fact')?.checkVisibility()")).await;
            assert_eq!(
                page.value::<Value>("heard.filter(([event]) => event === 'error')").await,
                Value::Array(Vec::new())
            );
        })
        .await;
}
