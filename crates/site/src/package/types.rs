mod frameworks;

use super::element::{ATTRIBUTES, Attribute, EVENTS, ElementEvent};

/// The TypeScript declarations of the package, and those of the element for each framework, by their files.
pub fn files() -> Vec<(&'static str, String)> {
    let of_frameworks = frameworks::FRAMEWORKS.iter().map(|framework| (framework.file, framework.types()));
    std::iter::once(("fact-cards.d.ts", types())).chain(of_frameworks).collect()
}

fn types() -> String {
    let of_the_state = ATTRIBUTES.iter().filter(|attribute| attribute.is_of_the_state());
    let state: Vec<String> = of_the_state.map(|attribute| format!("  {}?: string;\n", attribute.property())).collect();
    let properties: Vec<String> = ATTRIBUTES.iter().map(property).collect();
    let events: Vec<String> = EVENTS.iter().map(event).collect();
    let attributes: Vec<String> = ATTRIBUTES.iter().map(in_markup).collect();
    let [state, properties, events, attributes] = [state, properties, events, attributes].map(|lines| lines.concat());
    format!(
        r#"/** What a reader has chosen: only what is set is there. Several values of one name are parted by commas. */
export interface FactCardsState {{
{state}}}

/** The element `<fact-cards>`. Each property is an attribute, and can change at any time. */
export declare class FactCardsElement extends HTMLElement {{
{properties}}}

/**
 * Says in which folder `engine.js` and `engine.wasm` are, where the bundler moves no files. It counts from the next activation
 * on, so say it where you import the package.
 */
export declare function setAssets(address: string | URL): void;

/** What markup says of the element: each attribute, and the name of its property, which servers of React write. */
export interface FactCardsAttributes {{
{attributes}}}

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

fn in_markup(attribute: &Attribute) -> String {
    let (name, takes, says) = (attribute.name, attribute.takes, attribute.says);
    let line = |name: &str| format!("  /** {says} */\n  {name}?: {takes} | undefined;\n");
    if name.contains('-') { line(&format!("\"{name}\"")) + &line(&attribute.property()) } else { line(name) }
}

fn event(event: &ElementEvent) -> String {
    let ElementEvent { name, detail, says } = event;
    format!("    /** {says} */\n    \"{name}\": CustomEvent<{detail}>;\n")
}
