use fact_cards_author::{Cause, Held};
use serde_json::{Value, json};

/// What is held back, as JSON: for each its kind, its id and the reason. `until` is the end of an embargo, `on` the day of a
/// withdrawal, `card` the card without which it cannot be shown.
#[must_use]
pub fn held_back_as_json(held_back: &[Held]) -> Value {
    let one = |Held { thing, id, cause }: &Held| {
        let what = thing.key();
        match cause {
            Cause::Embargo(embargo) => json!({ "what": what, "id": id, "because": "embargo", "until": embargo.iso() }),
            Cause::Withdrawn(date) => json!({ "what": what, "id": id, "because": "withdrawn", "on": date.to_string() }),
            Cause::Card(card) => json!({ "what": what, "id": id, "because": "card", "card": card }),
            Cause::NoFact => json!({ "what": what, "id": id, "because": "no-fact" }),
        }
    };
    held_back.iter().map(one).collect()
}
