use serde_json::{Value, json};

use super::element::{ATTRIBUTES, Attribute, EVENTS, ElementEvent, PARTS, PROPERTIES, StyleHook};

/// The custom-elements manifest, by which editors and documentation tools know the element.
pub fn manifest() -> String {
    let module = "fact-cards.js";
    let reference = json!({ "name": "FactCardsElement", "module": module });
    let named = |all: &[StyleHook]| -> Vec<Value> {
        all.iter().map(|StyleHook { name, says }| json!({ "name": name, "description": says })).collect()
    };
    let element = json!({
        "kind": "class",
        "customElement": true,
        "name": "FactCardsElement",
        "tagName": "fact-cards",
        "description": "Shows the facts of a news story as cards that readers can filter and search.",
        "superclass": { "name": "HTMLElement", "package": "global:" },
        "attributes": ATTRIBUTES.iter().map(attribute).collect::<Vec<_>>(),
        "members": ATTRIBUTES.iter().map(member).collect::<Vec<_>>(),
        "events": EVENTS.iter().map(event).collect::<Vec<_>>(),
        "cssProperties": named(&PROPERTIES),
        "cssParts": named(&PARTS),
        "slots": [{ "name": "", "description": "Shows until the cards are there, and stays where they cannot come." }],
    });
    let exported = json!([
        { "kind": "js", "name": "FactCardsElement", "declaration": reference },
        { "kind": "custom-element-definition", "name": "fact-cards", "declaration": reference },
    ]);
    let module = json!({ "kind": "javascript-module", "path": module, "declarations": [element], "exports": exported });
    format!("{:#}\n", json!({ "schemaVersion": "2.1.0", "readme": "README.md", "modules": [module] }))
}

fn attribute(attribute: &Attribute) -> Value {
    let Attribute { name, takes, says } = attribute;
    json!({ "name": name, "type": { "text": takes }, "description": says, "fieldName": attribute.property() })
}

fn member(attribute: &Attribute) -> Value {
    let Attribute { name, takes, says } = attribute;
    json!({
        "kind": "field",
        "name": attribute.property(),
        "type": { "text": takes },
        "description": says,
        "attribute": name,
        "reflects": true,
    })
}

fn event(event: &ElementEvent) -> Value {
    let ElementEvent { name, detail, says } = event;
    json!({ "name": name, "type": { "text": format!("CustomEvent<{detail}>") }, "description": says })
}
