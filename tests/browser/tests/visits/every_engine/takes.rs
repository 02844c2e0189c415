//! What a reader takes along: links, citations and files.

use fact_cards_browser_tests::{Browser, Fault, Page, Visit};
use serde_json::{Value, json};

use crate::{
    articles::{ROOT, arrive, article, older_snippet, until_defined, with_line},
    views::told,
};

const LINK: &str = "[data-card=operation-neptune] > .kicker .take";
const CITE: &str = "[data-card=operation-neptune] [data-fact=neptune-arrests] .takes .take:nth-of-type(2)";

/// The clipboard, the share sheet and the folder of downloads of this page, written down in `copied`, `shared` and `saved`.
/// What fails on purpose has the name of its error.
async fn watch(page: &Page, copying: Option<&str>, sharing: Option<&str>) {
    let outcome = |error: &str| match error {
        "" => "Promise.resolve()".to_owned(),
        error => format!("Promise.reject(new DOMException('on purpose', {}))", json!(error)),
    };
    let copy = outcome(copying.unwrap_or_default());
    let share = sharing.map_or_else(
        || "undefined".to_owned(),
        |error| format!("data => {{ shared.push(data); return {}; }}", outcome(error)),
    );
    let watch = format!(
        "(() => {{
            Object.assign(window, {{ copied: [], shared: [], saved: [] }});
            const set = (of, name, value) => Object.defineProperty(of, name, {{ value, configurable: true }});
            set(navigator, 'clipboard', {{ writeText: text => {{ copied.push(text); return {copy}; }} }});
            set(navigator, 'share', {share});
            const made = new Map();
            const plain = URL.createObjectURL;
            URL.createObjectURL = blob => {{ const url = plain.call(URL, blob); made.set(url, blob); return url; }};
            HTMLAnchorElement.prototype.click = function () {{
                made.get(this.href).arrayBuffer().then(bytes => saved.push([this.download, made.get(this.href).type, new TextDecoder('utf-8', {{ ignoreBOM: true }}).decode(bytes)]));
            }};
        }})()"
    );
    let _: Value = page.value(&watch).await;
}

#[tokio::test]
async fn a_link_to_a_card_is_copied_with_the_address_of_the_page() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("?from=here#kind=operation").await;
            watch(page, None, None).await;
            page.click(LINK).await;
            page.until("copied.length === 1").await;
            let own = format!("{}/?from=here#card=operation-neptune", page.site());
            assert_eq!(page.value::<String>("copied[0]").await, own);
            page.until_text("[data-card=operation-neptune] > .kicker .taken", "Copied").await;
            page.until_text(".status .spoken", "Copied").await;
            // The next thing that the reader does takes that back.
            page.click("label[for=kind-all]").await;
            page.until("!document.querySelector('.taken')").await;
        })
        .await;
}

#[tokio::test]
async fn a_citation_has_the_fact_its_speaker_its_sources_and_its_address() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            watch(page, None, None).await;
            page.click(CITE).await;
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
            assert!(!page.value::<bool>("document.querySelector('.taken') !== null").await, "nothing was copied");
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
            // A citation is no link.
            page.click(CITE).await;
            page.until("copied.length === 1").await;
            assert_eq!(page.value::<usize>("shared.length").await, 1);

            // A reader who closes the sheet has not copied anything, and need not be told.
            watch(page, None, Some("AbortError")).await;
            page.click("label[for=kind-operation]").await;
            page.click(LINK).await;
            page.until("shared.length === 1").await;
            page.click(CITE).await;
            page.until("copied.length === 1").await;
            assert!(
                page.value::<String>("copied[0]").await.starts_with("Operation NEPTUNE: "),
                "the link was not copied"
            );
            assert!(!page.value::<bool>("document.querySelector('.by-hand') !== null").await);

            watch(page, None, Some("NotAllowedError")).await;
            page.click(LINK).await;
            page.until("shared.length === 1 && copied.length === 1").await;
            page.until_text("[data-card=operation-neptune] > .kicker .taken", "Copied").await;
        })
        .await;
}

#[tokio::test]
async fn in_an_article_a_link_leads_to_the_page_of_the_cards() {
    with_line()
        .and(async |page| {
            arrive(page).await;
            watch(page, None, None).await;
            // Also where it is pressed before the engine is there.
            page.click(&format!("fact-cards >>> {LINK}")).await;
            page.until("copied.length === 1").await;
            let own = format!("{}/#card=operation-neptune", page.site());
            assert_eq!(page.value::<String>("copied[0]").await, own);
        })
        .await;
}

/// The ids in the first column of a table, whose cells may hold lines of their own.
const ROWS: &str =
    "saved[0][2].replace(/\"[^\"]*\"/g, '').trim().split('\\r\\n').slice(1).map(row => row.split(',')[0])";

#[tokio::test]
async fn files_hold_just_what_is_shown() {
    Visit::to("seeds")
        .and(async |page| {
            for (choice, all) in [("", true), ("kind=operation&q=neptune", false)] {
                page.open(&format!("?{}#{choice}", choice.len())).await;
                watch(page, None, None).await;
                let (cards, facts) = told(page).await;
                page.click(".downloads .take:nth-of-type(1)").await;
                page.until("saved.length === 1").await;
                let (name, kind): (String, String) = page.value("saved[0].slice(0, 2)").await;
                assert_eq!((name.as_str(), kind.as_str()), ("facts.csv", "text/csv"));
                let rows: Vec<String> = page.value(ROWS).await;
                assert_eq!(rows.len(), facts);
                assert!(page.value::<bool>("saved[0][2].startsWith('\\ufeff') && saved[0][2].startsWith('id,card,card_name', 1)").await);

                page.click(".downloads .take:nth-of-type(2)").await;
                page.until("saved.length === 2").await;
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
                    // The same as the file that the site has for everybody.
                    assert_eq!(facts, 72);
                } else {
                    let shown: Vec<String> = page
                        .value("[...new Set([...document.querySelectorAll('.card > .facts > [data-fact]')].map(fact => fact.dataset.fact))]")
                        .await;
                    assert_eq!(shown.len(), rows.len());
                    assert!(shown.iter().all(|fact| rows.contains(fact)), "{shown:?} {rows:?}");
                }
            }
        })
        .await;
}

#[tokio::test]
async fn a_file_really_arrives_and_what_is_copied_is_on_the_clipboard() {
    let folder = std::env::temp_dir().join(format!("fact-cards-downloads-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    Visit::to("seeds")
        .only_in(
            Browser::Chromium,
            "its driver cannot be told where to put files, or to let scripts read the clipboard",
        )
        .and(async |page| {
            let to = json!({ "behavior": "allow", "downloadPath": folder, "eventsEnabled": false });
            page.devtools("Browser.setDownloadBehavior", to).await;
            let allowed =
                json!({ "origin": page.site(), "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
            page.devtools("Browser.grantPermissions", allowed).await;
            page.open("").await;
            page.click(".downloads .take").await;
            page.click(LINK).await;
            page.until_text("[data-card=operation-neptune] > .kicker .taken", "Copied").await;
            let copied: String = page.value("navigator.clipboard.readText()").await;
            assert_eq!(copied, format!("{}/#card=operation-neptune", page.site()));
            page.until_file(&folder.join("facts.csv")).await;
            let file = std::fs::read_to_string(folder.join("facts.csv")).unwrap();
            assert!(file.starts_with("\u{feff}id,card,") && file.contains("neptune-arrests"));
        })
        .await;
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn a_press_before_the_engine_has_come_is_done_when_it_has() {
    Visit::to("seeds")
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            page.go("").await;
            until_defined(page).await;
            watch(page, None, None).await;
            page.click(".downloads .take").await;
            assert!(page.value::<bool>("document.querySelector('[data-ready]') === null && saved.length === 0").await);
            page.release();
            page.until("document.querySelector('[data-ready]')").await;
            page.until("saved.length === 1 && saved[0][0] === 'facts.csv'").await;
            page.click(LINK).await;
            page.until("copied.length === 1").await;
            assert_eq!(page.value::<usize>("saved.length").await, 1, "it is done once");
        })
        .await;
}

#[tokio::test]
async fn a_press_in_an_older_snippet_is_done_by_the_newer_engine() {
    let older = older_snippet();
    Visit::embedding("seeds", &article("", &older))
        .and(async |page| {
            for (button, copied) in [(LINK, "#card=operation-neptune"), (CITE, "#fact=neptune-arrests")] {
                page.go("").await;
                until_defined(page).await;
                watch(page, None, None).await;
                page.click(&format!("fact-cards >>> {button}")).await;
                page.until("copied.length === 1").await;
                let text: String = page.value("copied[0]").await;
                assert!(text.ends_with(&format!("{}/{copied}", page.site())), "{text}");
                assert!(page.value::<bool>(&format!("!{ROOT}.querySelector('.advert')")).await);
            }
        })
        .await;
}

#[tokio::test]
async fn a_press_where_no_engine_comes_does_no_harm() {
    Visit::to("seeds")
        .with_fault(Fault::Missing("engine*.wasm"))
        .and(async |page| {
            page.go("").await;
            until_defined(page).await;
            watch(page, None, None).await;
            page.click(LINK).await;
            page.until("document.querySelector('[data-failed]')").await;
            assert!(page.text(".status").await.contains("All facts can still be read."));
            assert_eq!(page.value::<Value>("[copied, saved]").await, json!([[], []]));
            assert_eq!(page.cards().await.len(), 22);
        })
        .await;
}
