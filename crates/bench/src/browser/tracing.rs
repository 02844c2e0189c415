use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Browser;
use crate::trace::TraceEvent;

/// The traced categories: work of the main thread, marks, and garbage collection.
const CATEGORIES: [&str; 4] = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing", "v8"];

impl Browser {
    /// Starts tracing.
    pub fn start_trace(&mut self) -> Result<()> {
        let config = json!({ "includedCategories": CATEGORIES, "excludedCategories": ["*"] });
        self.connection.call(None, "Tracing.start", &json!({ "traceConfig": config })).map(drop)
    }

    /// Stops tracing and returns the events.
    pub fn end_trace(&mut self) -> Result<Vec<TraceEvent>> {
        self.connection.call(None, "Tracing.end", &json!({}))?;
        self.connection.event(None, "Tracing.tracingComplete")?;
        let mut events = Vec::new();
        for mut piece in self.connection.take_events("Tracing.dataCollected") {
            let piece = piece.get_mut("value").map(Value::take).unwrap_or_default();
            let piece: Vec<Value> = serde_json::from_value(piece).context("Chromium does not do `Tracing.end`")?;
            // Other kinds of events have other fields.
            events.extend(piece.into_iter().filter_map(|event| serde_json::from_value(event).ok()));
        }
        Ok(events)
    }
}
