//! The element in an article of another origin: its shadow root, its links and the article's address. Its properties,
//! attributes and events are tested in `tests/script`.

use fact_cards_browser_tests::{Fault, Visit};
use serde_json::Value;

use crate::articles::{LINE, ROOT, arrive, article, until_card_count, with_line, with_snippet};

const SEARCH: &str = "fact-cards >>> input[type=search]";

#[tokio::test]
async fn one_line_shows_the_cards_in_an_article_of_another_origin() {
    with_line()
        .and(async |page| {
            arrive(page).await;
            assert_eq!(page.text("fact-cards >>> .title").await, "Morocco and INTERPOL: who, what and where");
            until_card_count(page, 22).await;
            let mut requests = page.requests();
            requests.sort();
            assert_eq!(requests, ["/fact-cards.js", "/snippet/en.html"], "nothing else before activation");

            page.type_into(SEARCH, "neptune").await;
            page.until(&format!("{ROOT}.querySelectorAll('[data-card]').length < 22")).await;
            assert!(page.value::<bool>(&format!("{ROOT}.querySelector('mark') !== null")).await);
            assert_eq!(page.value::<String>("location.hash").await, "", "the article's address is the article's");
        })
        .await;
}

#[tokio::test]
async fn a_link_between_cards_works_in_an_article_before_and_after_the_engine() {
    with_snippet()
        .and(async |page| {
            arrive(page).await;
            page.break_with(Fault::Held(".wasm"));
            page.click("fact-cards >>> label[for=kind-member]").await;
            page.click("fact-cards >>> [data-card=mohammed-dkhissi] .related a[href='#card=vice-presidency-election']")
                .await;
            page.until(&format!("{ROOT}.activeElement?.dataset.card === 'vice-presidency-election'")).await;
            assert_eq!(page.value::<String>("location.hash").await, "");
            page.release();
            page.until(&format!(
                "{ROOT}.querySelector('[data-link-target]')?.dataset.card === 'vice-presidency-election'"
            ))
            .await;
            page.click("fact-cards >>> [data-card=vice-presidency-election] .related a").await;
            page.until(&format!(
                "{ROOT}.querySelector('[data-link-target]').dataset.card !== 'vice-presidency-election'"
            ))
            .await;
            assert_eq!(page.value::<String>("location.hash").await, "");
        })
        .await;
}

#[tokio::test]
async fn an_element_that_follows_the_address_goes_back_and_forward_with_it() {
    let following = LINE.replace("<fact-cards>", "<fact-cards sync-url kind=\"member\">");
    Visit::embedding("seeds", &article("", &following))
        .and(async |page| {
            page.go("#after").await;
            page.until(&format!("{ROOT}?.querySelector('[data-card]')")).await;
            assert!(page.requests().iter().all(|path| !path.contains("engine")), "that is the article's own fragment");
            let _: Value = page.value("(history.replaceState({ host: 1 }, ''), null)").await;
            page.click("fact-cards >>> label[for=kind-venue]").await;
            page.until("location.hash === '#kind=venue'").await;
            page.type_into(SEARCH, "glas").await;
            page.until("location.hash === '#kind=venue&q=glas'").await;
            page.back().await;
            page.until("location.hash === '#kind=venue'").await;
            until_card_count(page, 4).await;
            page.back().await;
            page.until("location.hash === '#after' && history.state.host === 1").await;
            until_card_count(page, 12).await;
            page.forward().await;
            until_card_count(page, 4).await;
            page.go("?later#kind=operation&q=nep").await;
            page.until(&format!(
                "{ROOT}?.querySelector('[data-ready]') && {ROOT}.querySelector('#kind-operation').checked"
            ))
            .await;
            // Further letters stay in the article's history entry and leave its state alone.
            let _: Value = page.value("(history.replaceState({ host: 2 }, ''), null)").await;
            page.type_into(SEARCH, "tune").await;
            page.until("location.hash === '#kind=operation&q=neptune' && history.state.host === 2").await;
        })
        .await;
}
