//! The markup that is pasted into an article: the cards are in it, and a later engine hydrates it.

use fact_cards_browser_tests::Visit;
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
