//! What a reader can share and export: links, citations and files.

use fact_cards_browser_tests::{Browser, Fault, Folder, Visit};
use serde_json::{Value, json};

use crate::{
    articles::{ROOT, article, older_snippet, until_defined},
    share::{LINK, cite, watch},
    views::counts_in_status,
};

#[tokio::test]
async fn a_citation_has_the_fact_its_speaker_its_sources_and_its_address() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            watch(page, None, None).await;
            cite(page).await;
            page.until("copied.length === 1").await;
            let expected = format!(
                "Operation NEPTUNE: 135 wanted people were arrested.\n\
                 — Ahmed Nasser Al Raisi, 21 November 2025\n\
                 Interpol President in Marrakech: Morocco as a Global Bridge Against Transnational Crime · \
                 date of publication not given · paragraph 6 of 8\n{}/#fact=neptune-arrests",
                page.site()
            );
            assert_eq!(page.value::<String>("copied[0]").await, expected);
        })
        .await;
}

#[tokio::test]
async fn where_copying_is_refused_the_text_is_there_to_be_copied_by_hand() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            watch(page, Some("NotAllowedError"), None).await;
            page.click(LINK).await;
            page.until("document.querySelector('[data-card=operation-neptune] .by-hand textarea')?.checkVisibility()")
                .await;
            let shown: String = page.value("document.querySelector('.by-hand textarea').value").await;
            assert_eq!(shown, format!("{}/#card=operation-neptune", page.site()));
            assert!(!page.value::<bool>("document.querySelector('.exported') !== null").await, "nothing was copied");
        })
        .await;
}

#[tokio::test]
async fn a_link_goes_to_the_share_sheet_where_there_is_one() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            watch(page, None, Some("")).await;
            page.click(LINK).await;
            page.until("shared.length === 1").await;
            let expected =
                json!({ "title": "Operation NEPTUNE", "url": format!("{}/#card=operation-neptune", page.site()) });
            assert_eq!(page.value::<Value>("shared[0]").await, expected);
            // A citation is not a link.
            cite(page).await;
            page.until("copied.length === 1").await;
            assert_eq!(page.value::<usize>("shared.length").await, 1);

            // A reader who closes the share sheet has copied nothing, and need not be told so.
            watch(page, None, Some("AbortError")).await;
            page.click("label[for=kind-operation]").await;
            page.click(LINK).await;
            page.until("shared.length === 1").await;
            cite(page).await;
            page.until("copied.length === 1").await;
            assert!(
                page.value::<String>("copied[0]").await.starts_with("Operation NEPTUNE: "),
                "the link was not copied"
            );
            assert!(!page.value::<bool>("document.querySelector('.by-hand') !== null").await);

            watch(page, None, Some("NotAllowedError")).await;
            page.click(LINK).await;
            page.until("shared.length === 1 && copied.length === 1").await;
            page.until_text("[data-card=operation-neptune] .side .exported", "Copied").await;
        })
        .await;
}

/// The ids in the first column of a table, whose cells may contain line ends.
const ROWS: &str =
    "saved[0][2].replace(/\"[^\"]*\"/g, '').trim().split('\\r\\n').slice(1).map(row => row.split(',')[0])";

#[tokio::test]
async fn exports_hold_exactly_what_is_shown() {
    Visit::to("seeds")
        .and(async |page| {
            for (choice, all) in [("", true), ("kind=operation&q=neptune", false)] {
                page.open(&format!("?{}#{choice}", choice.len())).await;
                watch(page, None, None).await;
                let (cards, facts) = counts_in_status(page).await;
                page.click(".foot .export:nth-last-of-type(2)").await;
                page.until("saved.length === 1").await;
                let (name, kind): (String, String) = page.value("saved[0].slice(0, 2)").await;
                assert_eq!((name.as_str(), kind.as_str()), ("facts.csv", "text/csv"));
                let rows: Vec<String> = page.value(ROWS).await;
                assert_eq!(rows.len(), facts);
                assert!(page.value::<bool>("saved[0][2].startsWith('\\ufeff') && saved[0][2].startsWith('id,card,card_name', 1)").await);

                page.click(".foot .export:last-of-type").await;
                page.until("saved.length === 2").await;
                let status: String = page.value("document.querySelector('.status').textContent").await;
                assert!(!status.contains("Copied"), "nothing was copied: {status}");
                let file: String = page.value("saved[1][2]").await;
                let file: Value = serde_json::from_str(&file).unwrap();
                let ids: Vec<&str> = file["facts"].as_array().unwrap().iter().filter_map(|fact| fact["id"].as_str()).collect();
                assert_eq!(ids, rows);
                let in_file: Vec<&str> = file["cards"].as_array().unwrap().iter().filter_map(|card| card["id"].as_str()).collect();
                assert_eq!(in_file, page.cards().await);
                assert_eq!(in_file.len(), cards);
                let fragment = if choice.is_empty() { String::new() } else { format!("#{choice}") };
                assert_eq!(file["url"], format!("{}/?{}{fragment}", page.site(), choice.len()));
                if all {
                    // The same as the file that the site offers.
                    assert_eq!(facts, 72);
                } else {
                    let shown: Vec<String> = page
                        .value("[...new Set([...document.querySelectorAll('[data-card] .hits > [data-fact], [data-card] .body > .facts > [data-fact]')].map(fact => fact.dataset.fact))]")
                        .await;
                    assert_eq!(shown.len(), rows.len());
                    assert!(shown.iter().all(|fact| rows.contains(fact)), "{shown:?} {rows:?}");
                }
            }
        })
        .await;
}

#[tokio::test]
async fn a_file_is_really_saved_and_copied_text_is_on_the_clipboard() {
    let folder = Folder::new("downloads");
    Visit::to("seeds")
        .only_in(
            Browser::Chromium,
            "its driver cannot be told where to put files, or to let scripts read the clipboard",
        )
        .and(async |page| {
            let to = json!({ "behavior": "allow", "downloadPath": folder.path(), "eventsEnabled": false });
            page.devtools("Browser.setDownloadBehavior", to).await;
            let allowed =
                json!({ "origin": page.site(), "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
            page.devtools("Browser.grantPermissions", allowed).await;
            page.open("").await;
            page.click(".foot .export:not(.open-all)").await;
            page.click(LINK).await;
            page.until_text("[data-card=operation-neptune] .side .exported", "Copied").await;
            let copied: String = page.value("navigator.clipboard.readText()").await;
            assert_eq!(copied, format!("{}/#card=operation-neptune", page.site()));
            page.until_file(&folder.path().join("facts.csv")).await;
            let file = std::fs::read_to_string(folder.path().join("facts.csv")).unwrap();
            assert!(file.starts_with("\u{feff}id,card,") && file.contains("neptune-arrests"));
        })
        .await;
}

#[tokio::test]
async fn a_button_pressed_in_an_older_snippet_is_handled_by_the_newer_engine() {
    let older = older_snippet();
    Visit::embedding("seeds", &article("", &older))
        .and(async |page| {
            page.go("").await;
            until_defined(page).await;
            watch(page, None, None).await;
            page.click("fact-cards >>> .foot .export:not(.open-all)").await;
            page.until("saved.length === 1 && saved[0][0] === 'facts.csv'").await;
            assert!(page.value::<bool>(&format!("!{ROOT}.querySelector('.advert')")).await);
        })
        .await;
}

#[tokio::test]
async fn a_button_pressed_where_no_engine_loads_does_no_harm() {
    Visit::to("seeds")
        .with_fault(Fault::Missing("engine*.wasm"))
        .and(async |page| {
            page.go("").await;
            until_defined(page).await;
            watch(page, None, None).await;
            page.click(".foot .export:not(.open-all)").await;
            page.until("document.querySelector('[data-failed]')").await;
            assert!(page.text(".status").await.contains("All facts can still be read."));
            assert_eq!(page.value::<Value>("[copied, saved]").await, json!([[], []]));
            assert_eq!(page.cards().await.len(), 22);
        })
        .await;
}
