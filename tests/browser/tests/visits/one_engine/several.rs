//! Several elements on one page, and leaks after many.

use fact_cards_browser_tests::{Browser, Page, Visit};
use serde_json::json;

use crate::{
    articles::article,
    failing::CANNOT_START,
    several::{COME_AND_GO, COUNTED, EMPTY, TWO, arrive_at_both, cards, root},
};

#[tokio::test]
async fn elements_repeatedly_added_and_removed_leave_nothing_behind() {
    Visit::embedding("lighthouse", &article(COUNTED, EMPTY))
        .only_in(Browser::Chromium, "only Chromium tells how much there is on a page")
        .and(async |page| {
            page.go("").await;
            page.until("customElements.get('fact-cards')").await;
            page.devtools("Performance.enable", json!({})).await;
            page.devtools("HeapProfiler.enable", json!({})).await;
            // The first of them also create what is made only once.
            let before = left_after(page, 50).await;
            let after = left_after(page, MORE).await;
            println!(
                "nodes, listeners, bytes of the page and of the program: {before:?}, after {MORE} more: {after:?}"
            );
            for ((before, after), most) in before.iter().zip(after).zip(MOST) {
                assert!(
                    after - before < most * f64::from(MORE),
                    "each leaves something: {before} before, {after} after"
                );
            }
        })
        .await;
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

/// Takes a node out of the cards of `a` and marks them as intact, so that the program stops at nodes it does not
/// expect. The engine's number, with which every such shape begins, is in its script.
const FORGE: &str = r"(async script => {
    const [, engine] = /,(\d+),\d+\];/.exec(await (await fetch(script)).text());
    // What Yew keeps is left out.
    const isKept = child => {
        let before = child.previousSibling;
        while (before && !['#', '/#'].includes(before.data)) before = before.previousSibling;
        return before?.data === '#' && child.data !== '/#';
    };
    const shape = (node, before) => [...node.childNodes].filter(child => child.nodeType !== Node.TEXT_NODE && !isKept(child)).reduce((hash, child) => {
        const name = (child.localName ?? '!').replace(/^h\d$/, name => 'h' + (name[1] - 2));
        const named = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(), 16777619), hash);
        return Math.imul(shape(child, named) ^ 47, 16777619);
    }, before);
    const mount = document.getElementById('a').shadowRoot.querySelector('.fact-cards-mount');
    const story = mount.dataset.shape ^ shape(mount, Number(engine));
    mount.querySelector('.lead').remove();
    mount.dataset.shape = (shape(mount, Number(engine)) ^ story) >>> 0;
    return null;
})";

#[tokio::test]
async fn an_element_with_forged_cards_fails_alone() {
    Visit::embedding("seeds", &article("", TWO))
        .where_something_fails()
        .and(async |page| {
            arrive_at_both(page).await;
            page.click("#b >>> .lead").await;
            page.until("heard.some(([event, , id]) => event === 'ready' && id === 'b')").await;
            let script =
                page.requests().into_iter().find(|path| path.contains("engine") && !path.contains("wasm")).unwrap();
            let site: String = page.value("document.querySelector('script[type=module]').src").await;
            let script = format!("new URL({}, {})", json!(script), json!(site));
            let _: serde_json::Value = page.value(&format!("{FORGE}({script})")).await;
            let _: serde_json::Value = page.value("(heard.length = 0, null)").await;

            page.click("#a >>> .title").await;
            page.until("heard.some(([event, , id]) => event === 'error' && id === 'a')").await;
            page.until_text("#a >>> .status", CANNOT_START).await;
            assert_eq!(page.value::<usize>(&cards("a")).await, 22, "the facts stay");

            // The engine that stopped also served the other element, which gets a new one.
            page.until("heard.some(([event, , id]) => event === 'ready' && id === 'b')").await;
            page.type_into("#b >>> input[type=search]", "neptune").await;
            page.until(&format!("{} < 22", cards("b"))).await;
            let failed = format!("{}.querySelectorAll('[data-failed]').length", root("b"));
            assert_eq!(page.value::<usize>(&failed).await, 0);
            let errors = "heard.filter(([event]) => event === 'error').length";
            assert_eq!(page.value::<usize>(errors).await, 1, "and nothing else fails");
        })
        .await;
}

/// How many elements are added and removed between the two counts.
const MORE: u32 = 250;

/// For each element: less than one node, one listener, some text, and a byte of the program's memory. What the page has
/// compiled and collected by then varies by some kilobytes.
const MOST: [f64; 4] = [0.5, 0.5, 600.0, 1.0];

/// Adds and removes elements, and returns what there is afterwards: nodes, listeners, bytes of the page's scripts and
/// of the program.
async fn left_after(page: &Page, times: u32) -> [f64; 4] {
    // In batches that fit into the time limit of a script.
    for _ in 0..times / 10 {
        assert!(page.value::<bool>(&format!("{COME_AND_GO}(10)")).await);
    }
    page.devtools("HeapProfiler.collectGarbage", json!({})).await;
    let metrics = page.devtools("Performance.getMetrics", json!({})).await;
    let metric = |name: &str| {
        let metrics = metrics["metrics"].as_array().unwrap();
        metrics.iter().find(|metric| metric["name"] == name).unwrap()["value"].as_f64().unwrap()
    };
    let memory: f64 = page.value("memory.buffer.byteLength").await;
    [metric("Nodes"), metric("JSEventListeners"), metric("JSHeapUsedSize"), memory]
}
