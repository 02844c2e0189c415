use fact_cards_browser_tests::{Browser, Fault, Page, Visit};
use fact_cards_server::POLICY;
use serde_json::Value;

const CANNOT_START: &str = "Filtering and searching do not work in this browser.";

async fn says_that_it_cannot_start(visit: Visit) {
    visit
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
    says_that_it_cannot_start(Visit::to("seeds").with_fault(Fault::Missing("engine*.wasm"))).await;
}

#[tokio::test]
async fn an_engine_of_wrong_integrity_is_not_run() {
    let change = |mut bytes: Vec<u8>| {
        *bytes.last_mut().unwrap() ^= 1;
        bytes
    };
    says_that_it_cannot_start(Visit::to("seeds").with_fault(Fault::Changed("engine*.wasm", change))).await;
}

#[tokio::test]
async fn half_an_engine_is_said_in_one_line() {
    says_that_it_cannot_start(Visit::to("seeds").with_fault(Fault::CutShort("engine*.wasm"))).await;
}

#[tokio::test]
async fn a_network_that_is_gone_is_said_in_one_line() {
    says_that_it_cannot_start(Visit::to("seeds").with_fault(Fault::Refused("engine*.wasm"))).await;
}

#[tokio::test]
async fn a_policy_that_forbids_webassembly_is_said_in_one_line() {
    let policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    assert_ne!(policy, POLICY);
    says_that_it_cannot_start(Visit::to("seeds").policy(&policy)).await;
}

#[tokio::test]
async fn missing_glue_is_said_in_one_line() {
    says_that_it_cannot_start(Visit::to("seeds").with_fault(Fault::Missing("engine*.js"))).await;
}

#[tokio::test]
async fn without_script_the_facts_are_there_and_kinds_sources_and_links_work() {
    Visit::to("seeds")
        .without_script()
        .and(async |page| {
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

/// Opens the page while its engine is still on the way.
async fn open_before_the_engine(page: &Page) {
    page.break_with(Fault::Held("engine*.wasm"));
    page.go("").await;
}

/// Lets the engine come.
async fn until_engine_came(page: &Page) {
    assert!(page.value::<bool>("!document.querySelector('[data-ready]')").await, "it is there already");
    page.release();
    page.until("document.querySelector('[data-ready]')").await;
}

#[tokio::test]
async fn what_was_typed_and_chosen_before_the_engine_came_takes_effect() {
    Visit::to("seeds")
        .and(async |page| {
            open_before_the_engine(page).await;
            page.click("label[for=kind-member]").await;
            page.type_into("input[type=search]", "sebki").await;
            until_engine_came(page).await;
            let shown = page.cards().await;
            assert!(shown.contains(&"bouabid-sebki".to_owned()) && shown.len() < 12, "{shown:?}");
            page.open("#kind=member&q=sebki").await;
            assert_eq!(page.cards().await, shown);
        })
        .await;
}

#[tokio::test]
async fn who_has_scrolled_stays_there_when_the_engine_comes() {
    const TAKEN_AWAY: &str =
        "the page jumps there, since the engine replaces the prerendered nodes instead of taking them over";
    Visit::to("seeds")
        .not_in(Browser::Firefox, TAKEN_AWAY)
        .not_in(Browser::WebKit, TAKEN_AWAY)
        .and(async |page| {
            open_before_the_engine(page).await;
            let _: Value = page.value("scrollTo(0, 2000)").await;
            page.until("scrollY === 2000").await;
            until_engine_came(page).await;
            assert_eq!(page.value::<i64>("Math.round(scrollY)").await, 2000);
        })
        .await;
}

#[tokio::test]
async fn the_engine_comes_without_a_jump() {
    const ONLY_THERE: &str = "only Chromium tells of what moves";
    Visit::to("seeds")
        .not_in(Browser::Firefox, ONLY_THERE)
        .not_in(Browser::WebKit, ONLY_THERE)
        .and(async |page| {
            open_before_the_engine(page).await;
            let _: Value = page.value("scrollTo(0, 2000)").await;
            page.until("scrollY === 2000").await;
            let before: f64 = page.value("performance.now()").await;
            until_engine_came(page).await;

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
