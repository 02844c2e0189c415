use fact_cards_author::{Cause, Held};
use serde_json::{Value, json};

/// What is held back for programs: for each what it is, its id, and why. `until` is there for an embargo alone, `on` for what is
/// withdrawn, `card` for what cannot stand without that one.
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
