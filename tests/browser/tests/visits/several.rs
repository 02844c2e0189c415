//! Several elements on one page, moved, removed and added.

use fact_cards_browser_tests::{Browser, Visit};
use serde_json::{Value, json};

use crate::articles::{LINE, arrive, article, listen};

const TWO: &str = r#"<script type="module" src="{site}/fact-cards.js"></script>
    <div id="one"><fact-cards id="a"></fact-cards></div><div id="two"><fact-cards id="b"></fact-cards></div>"#;

fn root(id: &str) -> String {
    format!("document.getElementById('{id}').shadowRoot")
}

fn cards(id: &str) -> String {
    format!("{}.querySelectorAll('[data-card]').length", root(id))
}

#[tokio::test]
async fn each_element_has_a_state_of_its_own() {
    Visit::embedding("seeds", &article("", TWO))
        .and(async |page| {
            page.go("").await;
            page.until(&format!("{}?.querySelector('.cards') && {}?.querySelector('.cards')", root("a"), root("b"))).await;
            listen(page).await;
            page.click("#a >>> label[for=kind-venue]").await;
            page.until(&format!("{} === 4", cards("a"))).await;
            page.click("#b >>> label[for=kind-operation]").await;
            page.until(&format!("{} === 6", cards("b"))).await;
            assert_eq!(page.value::<usize>(&cards("a")).await, 4);
            page.type_into("#b >>> input[type=search]", "neptune").await;
            page.until("heard.some(([event, detail, id]) => event === 'change' && detail.q === 'neptune' && id === 'b')").await;
            assert_eq!(page.value::<usize>(&cards("a")).await, 4);
            let engines = page.requests().into_iter().filter(|path| path.contains("engine")).count();
            assert_eq!(engines, 2, "one program and its script for both");
        })
        .await;
}

#[tokio::test]
async fn an_element_that_moves_keeps_its_state() {
    Visit::embedding("seeds", &article("", TWO))
        .and(async |page| {
            page.go("").await;
            page.until(&format!("{}?.querySelector('.cards') && {}?.querySelector('.cards')", root("a"), root("b"))).await;
            listen(page).await;
            page.click("#a >>> label[for=kind-venue]").await;
            page.until(&format!("{} === 4", cards("a"))).await;
            page.click("#a >>> [data-card=glasgow] .source > summary").await;
            let _: Value = page.value("(document.getElementById('two').append(document.getElementById('a')), null)").await;
            assert_eq!(page.value::<usize>(&cards("a")).await, 4);
            assert!(page.value::<bool>(&format!("{}.querySelector('[data-card=glasgow] .source').open", root("a"))).await);
            page.click("#a >>> label[for=kind-all]").await;
            page.until(&format!("{} === 22", cards("a"))).await;

            // Away for a while, in which another one takes an interest and gets what stood idle.
            page.click("#a >>> label[for=kind-operation]").await;
            page.until(&format!("{} === 6", cards("a"))).await;
            let _: Value = page.value("(window.away = document.getElementById('a'), away.remove(), null)").await;
            page.click("#b >>> label[for=kind-member]").await;
            page.until(&format!("{} === 12", cards("b"))).await;
            let _: Value = page.value("(document.getElementById('one').append(away), null)").await;
            page.until(&format!("{} === 6 && {}.querySelector('[data-ready]')", cards("a"), root("a"))).await;
            page.click("#a >>> label[for=kind-venue]").await;
            page.until(&format!("{} === 4", cards("a"))).await;
            assert_eq!(page.value::<usize>(&cards("b")).await, 12);
        })
        .await;
}

/// Adds an element, takes an interest in it, filters and removes it, again and again.
const COME_AND_GO: &str = "(async times => {
    const place = document.getElementById('one');
    for (let time = 0; time < times; time++) {
        const element = document.createElement('fact-cards');
        element.setAttribute('q', time % 2 ? 'neptune' : 'rabat');
        const ready = new Promise(done => element.addEventListener('fact-cards-ready', done, { once: true }));
        place.append(element);
        await ready;
        if (element.shadowRoot.querySelectorAll('[data-card]').length > 21) throw Error('it shows everything');
        element.remove();
    }
    return true;
})";

#[tokio::test]
async fn a_thousand_elements_that_come_and_go_leave_nothing_behind() {
    Visit::embedding("seeds", &article("", "<div id=\"one\"></div><script type=\"module\" src=\"{site}/fact-cards.js\"></script>"))
        .not_in(Browser::Firefox, "only Chromium tells how much there is on a page")
        .not_in(Browser::WebKit, "only Chromium tells how much there is on a page")
        .and(async |page| {
            page.go("").await;
            page.until("customElements.get('fact-cards')").await;
            page.devtools("Performance.enable", json!({})).await;
            let mut counts = Vec::new();
            for times in [50, 1000] {
                // The widget's own work, not the network's, is what is counted.
                assert!(page.value::<bool>(&format!("{COME_AND_GO}({times})")).await);
                page.devtools("HeapProfiler.enable", json!({})).await;
                page.devtools("HeapProfiler.collectGarbage", json!({})).await;
                let metrics = page.devtools("Performance.getMetrics", json!({})).await;
                let metric = |name: &str| {
                    let metrics = metrics["metrics"].as_array().unwrap();
                    metrics.iter().find(|metric| metric["name"] == name).unwrap()["value"].as_f64().unwrap()
                };
                counts.push([metric("Nodes"), metric("JSEventListeners"), metric("JSHeapUsedSize")]);
            }
            let [before, after] = counts.as_slice() else { panic!("it was counted twice") };
            println!("nodes, listeners, bytes: {before:?}, after 1,000 more: {after:?}");
            for (before, after) in before.iter().zip(after) {
                assert!(*after < before * 1.2, "it grows: {counts:?}");
            }
        })
        .await;
}

#[tokio::test]
async fn an_element_that_comes_and_goes_works_in_every_browser() {
    Visit::embedding("seeds", &article("", "<div id=\"one\"></div><script type=\"module\" src=\"{site}/fact-cards.js\"></script>"))
        .and(async |page| {
            page.go("").await;
            page.until("customElements.get('fact-cards')").await;
            assert!(page.value::<bool>(&format!("{COME_AND_GO}(20)")).await);
        })
        .await;
}

#[tokio::test]
async fn one_element_that_is_removed_and_added_a_thousand_times_works_as_before() {
    Visit::embedding("seeds", &article("", LINE))
        .and(async |page| {
            arrive(page).await;
            page.click("fact-cards >>> label[for=kind-venue]").await;
            page.until("document.querySelector('fact-cards').shadowRoot.querySelectorAll('[data-card]').length === 4").await;
            let again = "(element => {
                const place = element.parentNode;
                for (let time = 0; time < 1000; time++) { element.remove(); place.append(element); }
                return true;
            })(document.querySelector('fact-cards'))";
            assert!(page.value::<bool>(again).await);
            page.click("fact-cards >>> label[for=kind-all]").await;
            page.until("document.querySelector('fact-cards').shadowRoot.querySelectorAll('[data-card]').length === 22").await;
            page.until("heard.length === 2").await;
        })
        .await;
}
