use super::element::{ATTRIBUTES, Attribute, EVENTS, ElementEvent};

/// The TypeScript declarations of the package.
pub fn types() -> String {
    let of_the_state = ATTRIBUTES.iter().filter(|attribute| attribute.is_of_the_state());
    let state: Vec<String> = of_the_state.map(|attribute| format!("  {}?: string;\n", attribute.property())).collect();
    let properties: Vec<String> = ATTRIBUTES.iter().map(property).collect();
    let events: Vec<String> = EVENTS.iter().map(event).collect();
    let (state, properties, events) = (state.concat(), properties.concat(), events.concat());
    format!(
        r#"/** What a reader has chosen: only what is set is there. Several values of one name are parted by commas. */
export interface FactCardsState {{
{state}}}

/** The element `<fact-cards>`. Each property is an attribute, and can change at any time. */
export declare class FactCardsElement extends HTMLElement {{
{properties}}}

declare global {{
  interface HTMLElementTagNameMap {{
    "fact-cards": FactCardsElement;
  }}
  interface GlobalEventHandlersEventMap {{
{events}  }}
}}
"#
    )
}

fn property(attribute: &Attribute) -> String {
    let (name, takes, says) = (attribute.property(), attribute.takes, attribute.says);
    let gives = if attribute.is_switch() { takes } else { "string" };
    format!("  /** {says} */\n  get {name}(): {gives};\n  set {name}(value: {takes});\n")
}

fn event(event: &ElementEvent) -> String {
    let ElementEvent { name, detail, says } = event;
    format!("    /** {says} */\n    \"{name}\": CustomEvent<{detail}>;\n")
}
