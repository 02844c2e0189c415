//! The browser's counters for a page.

use anyhow::Result;
use serde::Serialize;
use serde_json::{Value, json};

use super::Page;

/// The contents of a page after garbage collection.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Held {
    pub nodes: f64,
    pub listeners: f64,
    pub js_heap_bytes: f64,
    pub wasm_bytes: f64,
}

impl Page<'_> {
    /// Collects garbage and counts.
    pub fn held(&mut self) -> Result<Held> {
        self.call("HeapProfiler.collectGarbage", &json!({}))?;
        self.call("Performance.enable", &json!({}))?;
        let answer = self.call("Performance.getMetrics", &json!({}))?;
        let metrics = answer.get("metrics").and_then(Value::as_array).cloned().unwrap_or_default();
        let metric = |name: &str| {
            let metric = metrics.iter().find(|metric| metric.get("name").and_then(Value::as_str) == Some(name));
            metric.and_then(|metric| metric.get("value")?.as_f64()).unwrap_or(f64::NAN)
        };
        let (nodes, listeners) = (metric("Nodes"), metric("JSEventListeners"));
        let js_heap_bytes = metric("JSHeapUsedSize");
        let wasm_bytes = self.value("bench.wasmBytes()")?;
        Ok(Held { nodes, listeners, js_heap_bytes, wasm_bytes })
    }

    /// The bytes of the page, its workers and its WebAssembly, as measured by the browser.
    pub fn memory(&mut self) -> Result<f64> {
        self.value("performance.measureUserAgentSpecificMemory().then((memory) => memory.bytes)")
    }
}
