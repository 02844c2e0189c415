//! Several elements on one page, moved, removed and added.

use fact_cards_browser_tests::{Browser, Page, Visit};
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

/// Goes to the article with two elements, and waits until both have their cards.
async fn arrive_at_both(page: &Page) {
    page.go("").await;
    page.until(&format!("{}?.querySelector('.cards') && {}?.querySelector('.cards')", root("a"), root("b"))).await;
    listen(page).await;
}

#[tokio::test]
async fn each_element_has_a_state_of_its_own() {
    Visit::embedding("seeds", &article("", TWO))
        .and(async |page| {
            arrive_at_both(page).await;
            page.click("#a >>> label[for=kind-venue]").await;
            page.until(&format!("{} === 4", cards("a"))).await;
            page.click("#b >>> label[for=kind-operation]").await;
            page.until(&format!("{} === 6", cards("b"))).await;
            assert_eq!(page.value::<usize>(&cards("a")).await, 4);
            page.type_into("#b >>> input[type=search]", "neptune").await;
            page.until(
                "heard.some(([event, detail, id]) => event === 'change' && detail.q === 'neptune' && id === 'b')",
            )
            .await;
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
            arrive_at_both(page).await;
            page.click("#a >>> label[for=kind-venue]").await;
            page.until(&format!("{} === 4", cards("a"))).await;
            page.click("#a >>> [data-card=glasgow] .source > summary").await;
            let _: Value =
                page.value("(document.getElementById('two').append(document.getElementById('a')), null)").await;
            assert_eq!(page.value::<usize>(&cards("a")).await, 4);
            assert!(
                page.value::<bool>(&format!("{}.querySelector('[data-card=glasgow] .source').open", root("a"))).await
            );
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

const EMPTY: &str = r#"<div id="one"></div><script type="module" src="{site}/fact-cards.js"></script>"#;

/// Lets a page see how much memory the program has.
const COUNTED: &str = "<script>
    const plain = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...of) => {
        const made = await plain(...of);
        window.memory = Object.values(made.instance.exports).find(given => given instanceof WebAssembly.Memory);
        return made;
    };
</script>";

/// Adds an element, takes an interest in it, filters and removes it, again and again.
const COME_AND_GO: &str = "(async times => {
    const place = document.getElementById('one');
    for (let time = 0; time < times; time++) {
        const element = document.createElement('fact-cards');
        const asked = time % 2 ? 'lighthouse' : 'nothing has this';
        element.setAttribute('q', asked);
        const ready = new Promise(done => element.addEventListener('fact-cards-ready', done, { once: true }));
        place.append(element);
        await ready;
        const found = element.shadowRoot.querySelectorAll('[data-card]').length > 0;
        const typed = element.shadowRoot.querySelector('input[type=search]').value;
        if (typed !== asked || found !== (time % 2 === 1)) throw Error(`${asked}: ${typed}, ${found}`);
        element.remove();
    }
    return true;
})";

#[tokio::test]
async fn a_thousand_elements_that_come_and_go_leave_nothing_behind() {
    Visit::embedding("lighthouse", &article(COUNTED, EMPTY))
        .only_in(Browser::Chromium, "only Chromium tells how much there is on a page")
        .and(async |page| {
            page.go("").await;
            page.until("customElements.get('fact-cards')").await;
            page.devtools("Performance.enable", json!({})).await;
            let mut counts = Vec::new();
            for times in [50, 1000] {
                // In portions that fit into the time that a script may take.
                for _ in 0..times / 50 {
                    assert!(page.value::<bool>(&format!("{COME_AND_GO}(50)")).await);
                }
                page.devtools("HeapProfiler.enable", json!({})).await;
                page.devtools("HeapProfiler.collectGarbage", json!({})).await;
                let metrics = page.devtools("Performance.getMetrics", json!({})).await;
                let metric = |name: &str| {
                    let metrics = metrics["metrics"].as_array().unwrap();
                    metrics.iter().find(|metric| metric["name"] == name).unwrap()["value"].as_f64().unwrap()
                };
                let memory: f64 = page.value("memory.buffer.byteLength").await;
                counts.push([metric("Nodes"), metric("JSEventListeners"), metric("JSHeapUsedSize"), memory]);
            }
            let [before, after] = counts.as_slice() else { panic!("it was counted twice") };
            println!("nodes, listeners, bytes of the page and of the program: {before:?}, after 1,000 more: {after:?}");
            for (before, after) in before.iter().zip(after) {
                assert!(*after < before * 1.2, "it grows: {counts:?}");
            }
        })
        .await;
}

#[tokio::test]
async fn an_element_that_comes_and_goes_works_in_every_browser() {
    Visit::embedding("lighthouse", &article(COUNTED, EMPTY))
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
            page.until("document.querySelector('fact-cards').shadowRoot.querySelectorAll('[data-card]').length === 4")
                .await;
            let again = "(element => {
                const place = element.parentNode;
                for (let time = 0; time < 1000; time++) { element.remove(); place.append(element); }
                return true;
            })(document.querySelector('fact-cards'))";
            assert!(page.value::<bool>(again).await);
            page.click("fact-cards >>> label[for=kind-all]").await;
            page.until("document.querySelector('fact-cards').shadowRoot.querySelectorAll('[data-card]').length === 22")
                .await;
            page.until("heard.length === 2").await;
        })
        .await;
}
