//! The published site under nginx, as newsrooms serve it: it works, and readers transfer little.

use std::{fs, path::Path};

use fact_cards_browser_tests::{Browser, Hosted, Page, Sent, Visit};

use crate::{
    articles::{LINE, arrive, article},
    served::{SEARCH, paths, use_the_element},
};

/// The most that a second visit may transfer, in bytes without headers.
const NEXT_TO_NOTHING: usize = 2000;

/// Fails if something was not sent in the smaller, compressed form beside it.
fn expect_compressed(site: &Hosted, sent: &[Sent]) {
    for Sent { path, status, body, encoding, .. } in sent.iter().filter(|sent| sent.body > 0) {
        let file = path.trim_start_matches('/').split('?').next().unwrap();
        let file = if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
        let suffix = match encoding.as_str() {
            "br" => ".br",
            // WebKit accepts Brotli over https only.
            "gzip" if Browser::current() == Browser::WebKit => ".gz",
            "" if Path::new(&file).extension().is_some_and(|extension| extension == "png") => "",
            _ => panic!("{path} was sent as {encoding:?}"),
        };
        let smaller = fs::metadata(site.folder().join(format!("{file}{suffix}"))).unwrap().len();
        assert_eq!((*status, *body as u64), (200, smaller), "{path}");
    }
}

/// Fails if a second visit transferred more than that, or anything but `again`.
fn expect_next_to_nothing(sent: &[Sent], again: &[&str]) {
    let sent: Vec<Sent> = sent.iter().filter(|sent| !again.contains(&sent.path.as_str())).cloned().collect();
    let transferred: usize = sent.iter().map(|sent| sent.body).sum();
    assert!(transferred < NEXT_TO_NOTHING, "{transferred} bytes: {sent:?}");
    assert_eq!(paths(&sent), Vec::<&str>::new(), "nothing is sent twice");
}

#[tokio::test]
async fn the_page_works_and_a_second_visit_transfers_almost_nothing() {
    let site = Hosted::built("compressed").await;
    Visit::to_address(site.url())
        .and(async |page| {
            page.go("").await;
            assert_eq!(page.cards().await.len(), 22);
            // What the worker caches for offline use belongs to the first visit.
            page.until("(navigator.serviceWorker.ready.then(() => window.kept = true), window.kept)").await;
            let first = site.sent().await;
            expect_compressed(&site, &first);
            assert!(paths(&first).contains(&"/"), "{first:?}");
            assert!(paths(&first).iter().any(|path| path.contains(".wasm")), "{first:?}");

            use_the_page(page).await;
            page.leave().await;
            site.sent().await;
            use_the_page(page).await;
            // In an automated session WebKit caches scripts, but not pages.
            let again: &[&str] = if Browser::current() == Browser::WebKit { &["/", "/sw.js"] } else { &[] };
            expect_next_to_nothing(&site.sent().await, again);
        })
        .await;
}

/// Filters and searches.
async fn use_the_page(page: &Page) {
    page.open("").await;
    page.click("label[for=kind-venue]").await;
    page.until_card_count(4).await;
    page.type_into(SEARCH, "glasgow").await;
    page.until_cards(&["glasgow"]).await;
    page.until("document.querySelector('mark')").await;
}

#[tokio::test]
async fn an_article_of_another_origin_gets_its_cards_and_a_second_visit_transfers_almost_nothing() {
    let site = Hosted::built("compressed").await;
    Visit::to_address(site.url())
        .embedded_in(&article("", LINE))
        .and(async |page| {
            arrive(page).await;
            let read = site.sent().await;
            expect_compressed(&site, &read);
            assert_eq!(paths(&read), ["/fact-cards.js", "/snippet/en.html"], "what a reader gets who only reads");
            use_the_element(page).await;
            let searched = site.sent().await;
            expect_compressed(&site, &searched);
            assert!(paths(&searched).iter().all(|path| path.starts_with("/assets/engine-")), "{searched:?}");
            assert_eq!(paths(&searched).len(), 2, "{searched:?}");

            page.leave().await;
            arrive(page).await;
            use_the_element(page).await;
            expect_next_to_nothing(&site.sent().await, &[]);
        })
        .await;
}
