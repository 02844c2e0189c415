//! What a trace of Chromium says about the work that follows an input.

mod work;

use serde::Deserialize;

pub use self::work::{Response, Work, response};

/// An event of a trace. Times are in microseconds.
#[derive(Clone, Debug, Deserialize)]
pub struct TraceEvent {
    pub name: String,
    pub ph: String,
    pub ts: f64,
    #[serde(default)]
    pub dur: f64,
    pub pid: i64,
    pub tid: i64,
}
