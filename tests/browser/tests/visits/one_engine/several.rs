//! What many elements leave behind.

use fact_cards_browser_tests::{Browser, Visit};
use serde_json::json;

use crate::{
    articles::article,
    several::{COME_AND_GO, COUNTED, EMPTY},
};

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
                for _ in 0..times / 10 {
                    assert!(page.value::<bool>(&format!("{COME_AND_GO}(10)")).await);
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
