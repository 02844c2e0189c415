use std::{
    fs,
    path::{Path, PathBuf},
};

use fact_cards_browser_tests::{Page, Visit, site_folder};
use serde_json::{Value, json};

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

/// A copy of the site whose page has a policy that lets scripts run, but no WebAssembly.
fn without_webassembly() -> PathBuf {
    let copy = broken("policy", ".wasm", |_| {});
    let page = copy.join("index.html");
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\">";
    let html = fs::read_to_string(&page).unwrap().replace("<meta charset", &format!("{policy}\n<meta charset"));
    fs::write(&page, html).unwrap();
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
async fn a_policy_that_forbids_webassembly_is_said_in_one_line() {
    says_that_it_cannot_start(without_webassembly()).await;
}

#[tokio::test]
async fn missing_glue_is_said_in_one_line() {
    says_that_it_cannot_start(broken("glue", ".js", |file| fs::remove_file(file).unwrap())).await;
}

#[tokio::test]
async fn without_script_the_facts_are_there_and_kinds_sources_and_links_work() {
    Visit::to("seeds")
        .and(async |page| {
            page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
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

/// Opens the page without its engine, and blocks nothing from then on.
async fn open_without_engine(page: &Page) {
    page.devtools("Network.enable", json!({})).await;
    page.devtools("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await;
    page.go("").await;
    page.until("document.querySelector('.cannot-start')").await;
    page.devtools("Network.setBlockedURLs", json!({ "urls": [] })).await;
}

/// Starts the engine by the same script again, as a module of another address.
async fn start_engine(page: &Page) {
    let again = "(() => {
        const policy = trustedTypes.createPolicy('again', { createScriptURL: url => url });
        const script = document.createElement('script');
        script.type = 'module';
        script.src = policy.createScriptURL(document.querySelector('script[src*=page]').src + '?again');
        document.head.append(script);
    })()";
    let _: Value = page.value(again).await;
    page.until("document.querySelector('[data-ready]')").await;
}

#[tokio::test]
async fn what_was_typed_and_chosen_before_the_engine_came_takes_effect() {
    Visit::to("seeds")
        .where_something_fails()
        .and(async |page| {
            open_without_engine(page).await;
            page.click("label[for=kind-member]").await;
            page.type_into("input[type=search]", "sebki").await;
            start_engine(page).await;
            let shown = page.cards().await;
            assert!(shown.contains(&"bouabid-sebki".to_owned()) && shown.len() < 12, "{shown:?}");
            page.open("#kind=member&q=sebki").await;
            assert_eq!(page.cards().await, shown);
        })
        .await;
}

#[tokio::test]
async fn the_engine_comes_without_a_jump_also_for_who_has_scrolled() {
    Visit::to("seeds")
        .where_something_fails()
        .and(async |page| {
            open_without_engine(page).await;
            let _: Value = page.value("scrollTo(0, 2000)").await;
            page.until("scrollY === 2000").await;
            let before: f64 = page.value("performance.now()").await;
            start_engine(page).await;
            assert_eq!(page.value::<i64>("Math.round(scrollY)").await, 2000);

            // What moves is told of with the frame in which it does: two frames later all of it is.
            let shifts = "new Promise(done => {
                const shifts = [];
                new PerformanceObserver(list => shifts.push(...list.getEntries()))
                    .observe({ type: 'layout-shift', buffered: true });
                requestAnimationFrame(() => requestAnimationFrame(() =>
                    done(shifts.map(shift => [shift.startTime, shift.value]))));
            })";
            let mut moved: Vec<(f64, f64)> = page.value(shifts).await;
            moved.retain(|(when, _)| *when > before);
            assert!(moved.is_empty(), "something moved: {moved:?}");
        })
        .await;
}
