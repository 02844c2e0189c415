use std::{
    fs,
    path::{Path, PathBuf},
};

use fact_cards_browser_tests::{Visit, site_folder};

const CANNOT_START: &str = "Filtering and searching do not work in this browser.";

/// A copy of the site, with something done to the file whose name ends so.
fn broken(name: &str, extension: &str, change: impl Fn(&Path)) -> PathBuf {
    let site = site_folder("seeds");
    let copy = site_folder(&format!("broken-{name}"));
    if copy.exists() {
        fs::remove_dir_all(&copy).unwrap();
    }
    fs::create_dir_all(copy.join("assets")).unwrap();
    fs::copy(site.join("index.html"), copy.join("index.html")).unwrap();
    let mut changed = 0;
    for entry in fs::read_dir(site.join("assets")).unwrap() {
        let entry = entry.unwrap();
        let file = copy.join("assets").join(entry.file_name());
        fs::copy(entry.path(), &file).unwrap();
        let name = entry.file_name().into_string().unwrap();
        if name.starts_with("engine") && name.ends_with(extension) {
            change(&file);
            changed += 1;
        }
    }
    assert_eq!(changed, 1, "one file of the copy is broken");
    copy
}

async fn says_that_it_cannot_start(site: PathBuf) {
    Visit::to_folder(site)
        .where_something_fails()
        .and(async |page| {
            page.go("").await;
            page.until_text(".cannot-start", CANNOT_START).await;
            assert_eq!(page.cards().await.len(), 22, "the facts stay readable");
        })
        .await;
}

#[tokio::test]
async fn a_missing_engine_is_said_in_one_line() {
    says_that_it_cannot_start(broken("missing", ".wasm", |file| fs::remove_file(file).unwrap())).await;
}

#[tokio::test]
async fn an_engine_of_wrong_integrity_is_not_run() {
    let change = |file: &Path| {
        let mut bytes = fs::read(file).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        fs::write(file, bytes).unwrap();
    };
    says_that_it_cannot_start(broken("changed", ".wasm", change)).await;
}

#[tokio::test]
async fn missing_glue_is_said_in_one_line() {
    says_that_it_cannot_start(broken("glue", ".js", |file| fs::remove_file(file).unwrap())).await;
}

#[tokio::test]
async fn without_script_the_facts_are_there_and_kinds_sources_and_links_work() {
    Visit::to("seeds")
        .and(async |page| {
            page.devtools("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true })).await;
            page.go("").await;
            assert_eq!(page.cards().await.len(), 22);

            page.click("label[for=kind-venue]").await;
            let shown: Vec<String> = page
                .value("[...document.querySelectorAll('[data-card]')].filter(card => card.checkVisibility()).map(card => card.dataset.card)")
                .await;
            assert_eq!(shown, ["marrakech", "glasgow", "ifrane", "rabat"]);

            page.click("[data-card=glasgow] .source > summary").await;
            page.until("document.querySelector('[data-card=glasgow] .source > p').checkVisibility()").await;
            page.click("label[for=kind-all]").await;
            page.click("[data-card=ifrane] .related a[href='#card=morocco']").await;
            page.until("document.querySelector(':target')?.dataset.card === 'morocco'").await;
        })
        .await;
}

#[tokio::test]
async fn what_was_typed_and_chosen_before_the_engine_came_takes_effect() {
    // The engine comes only when the page asks for it again: what is set meanwhile is set without it.
    Visit::to("seeds")
        .where_something_fails()
        .and(async |page| {
            page.devtools("Network.enable", serde_json::json!({})).await;
            page.devtools("Network.setBlockedURLs", serde_json::json!({ "urls": ["*.wasm"] })).await;
            page.go("").await;
            page.until("document.querySelector('.cannot-start')").await;
            page.click("label[for=kind-member]").await;
            page.type_into("input[type=search]", "sebki").await;
            page.devtools("Network.setBlockedURLs", serde_json::json!({ "urls": [] })).await;
            // The same script again, as a module of another address.
            let again = "(() => {
                const policy = trustedTypes.createPolicy('again', { createScriptURL: url => url });
                const script = document.createElement('script');
                script.type = 'module';
                script.src = policy.createScriptURL(document.querySelector('script[src*=page]').src + '?again');
                document.head.append(script);
            })()";
            let _: serde_json::Value = page.value(again).await;
            page.until("document.querySelector('[data-ready]')").await;
            let shown = page.cards().await;
            assert!(shown.contains(&"bouabid-sebki".to_owned()) && shown.len() < 12, "{shown:?}");
            page.open("#kind=member&q=sebki").await;
            assert_eq!(page.cards().await, shown);
        })
        .await;
}
