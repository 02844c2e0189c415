use super::element::{ATTRIBUTES, EVENTS};

/// What TypeScript is told of the package.
pub fn types() -> String {
    let state: String = ATTRIBUTES
        .iter()
        .filter(|attribute| attribute.is_of_the_state())
        .map(|attribute| format!("  {}?: string;\n", attribute.property()))
        .collect();
    let properties: String = ATTRIBUTES
        .iter()
        .map(|attribute| {
            let (name, takes, says) = (attribute.property(), attribute.takes, attribute.says);
            let gives = if attribute.is_switch() { takes } else { "string" };
            format!("  /** {says} */\n  get {name}(): {gives};\n  set {name}(value: {takes});\n")
        })
        .collect();
    let events: String = EVENTS
        .iter()
        .map(|event| format!("    /** {} */\n    \"{}\": CustomEvent<{}>;\n", event.says, event.name, event.detail))
        .collect();
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
