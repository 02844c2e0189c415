//! What the Event Timing API says about a touch: how long it takes to the next paint.

use serde::Deserialize;

/// The browser tells only of what takes at least so many milliseconds; it rounds to eight.
pub const LEAST: f64 = 16.0;

/// An entry of the type `event`. Times are in milliseconds.
#[derive(Clone, Debug, Deserialize)]
pub struct EventEntry {
    pub name: String,
    /// When the input came.
    #[serde(rename = "startTime")]
    pub start: f64,
    /// From the input to the paint that follows what it did.
    pub duration: f64,
    /// The number of the touch or key that it belongs to; 0 where it is no interaction.
    #[serde(rename = "interactionId", default)]
    pub interaction: f64,
}

impl EventEntry {
    /// Whether it is about a key.
    pub fn is_of_key(&self) -> bool {
        self.name.starts_with("key")
    }
}

/// The time to the next paint of what somebody did between two moments: that of its longest event, as pressing, lifting and the
/// click each have an entry. Where none is told of, it took [`LEAST`] at most.
pub fn next_paint<'e>(entries: impl IntoIterator<Item = &'e EventEntry>, [from, to]: [f64; 2]) -> f64 {
    let belongs = |entry: &&EventEntry| entry.interaction > 0.0 && entry.start >= from && entry.start < to;
    entries.into_iter().filter(belongs).map(|entry| entry.duration).fold(LEAST, f64::max)
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::{EventEntry, LEAST, next_paint};

    /// As Chromium writes them, for a tap at 1,000 and a key at 2,000.
    const TOLD: &str = r#"[
        { "name": "pointerover", "entryType": "event", "startTime": 1000, "duration": 400, "interactionId": 0 },
        { "name": "pointerdown", "entryType": "event", "startTime": 1000, "duration": 24, "interactionId": 5171 },
        { "name": "pointerup", "entryType": "event", "startTime": 1010.5, "duration": 96, "interactionId": 5171 },
        { "name": "click", "entryType": "event", "startTime": 1010.5, "duration": 88, "interactionId": 5171 },
        { "name": "keydown", "entryType": "event", "startTime": 2000, "duration": 152, "interactionId": 5178 }
    ]"#;

    fn told() -> Result<Vec<EventEntry>> {
        Ok(serde_json::from_str(TOLD)?)
    }

    #[test]
    fn a_touch_takes_as_long_as_its_longest_event() -> Result<()> {
        assert_eq!(next_paint(&told()?, [1000.0, 2000.0]).to_bits(), 96_f64.to_bits());
        Ok(())
    }

    #[test]
    fn what_was_before_or_comes_after_does_not_count() -> Result<()> {
        assert_eq!(next_paint(&told()?, [1010.6, 2000.0]).to_bits(), LEAST.to_bits());
        assert_eq!(next_paint(&told()?, [2000.0, f64::INFINITY]).to_bits(), 152_f64.to_bits());
        Ok(())
    }

    #[test]
    fn a_letter_is_told_from_the_touch_before_it() -> Result<()> {
        let entries = told()?;
        let of_key = |wanted: bool| entries.iter().filter(move |entry| entry.is_of_key() == wanted);
        assert_eq!(next_paint(of_key(true), [0.0, f64::INFINITY]).to_bits(), 152_f64.to_bits());
        assert_eq!(next_paint(of_key(false), [0.0, f64::INFINITY]).to_bits(), 96_f64.to_bits());
        Ok(())
    }

    #[test]
    fn without_entries_it_took_the_least_that_is_told_of() {
        assert_eq!(next_paint(&[], [0.0, f64::INFINITY]).to_bits(), LEAST.to_bits());
    }
}
