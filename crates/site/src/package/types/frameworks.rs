//! Declarations of the element for the templates of frameworks. Each is a file of its own, since it names a package that only
//! projects with that framework have.

use super::super::element::{EVENTS, ElementEvent, capitalised};

/// A framework whose templates are checked.
pub struct Framework {
    pub file: &'static str,
    /// The module that is told of the element, and what it says of any other.
    module: &'static str,
    imports: &'static str,
    /// What the module declares, around the placeholder `ELEMENT`.
    declares: &'static str,
    /// What any element may have.
    any: &'static str,
    /// How a listener is written before the name of its event.
    listener: &'static str,
    /// Whether the name of an event is one word with capitals.
    is_joined: bool,
}

const JSX: &str = "namespace JSX {\n    interface IntrinsicElements {\n      \"fact-cards\": ELEMENT;\n    }\n  }";

pub const FRAMEWORKS: [Framework; 5] = [
    Framework {
        file: "react.d.ts",
        module: "react",
        imports: "import type { DetailedHTMLProps, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from \"react\";\n",
        declares: JSX,
        any: "DetailedHTMLProps<HTMLAttributes<FactCardsElement>, FactCardsElement>",
        listener: "on",
        is_joined: false,
    },
    Framework {
        file: "preact.d.ts",
        module: "preact",
        imports: "import type { HTMLAttributes } from \"preact\";\n",
        declares: JSX,
        any: "HTMLAttributes<FactCardsElement>",
        listener: "on",
        is_joined: false,
    },
    Framework {
        file: "solid.d.ts",
        module: "solid-js",
        imports: "import type { JSX } from \"solid-js\";\n\
                  type Properties = { [Name in keyof FactCardsAttributes as `prop:${Name}`]?: FactCardsAttributes[Name] };\n",
        declares: JSX,
        any: "JSX.HTMLAttributes<FactCardsElement> & Properties",
        listener: "on:",
        is_joined: false,
    },
    Framework {
        file: "vue.d.ts",
        module: "vue",
        imports: "import type { HTMLAttributes, ReservedProps } from \"vue\";\n",
        declares: "interface GlobalComponents {\n    \"fact-cards\": new () => { $props: ELEMENT };\n  }",
        any: "HTMLAttributes & ReservedProps",
        listener: "on",
        is_joined: true,
    },
    Framework {
        file: "svelte.d.ts",
        module: "svelte/elements",
        imports: "import type { HTMLAttributes } from \"svelte/elements\";\n",
        declares: "interface SvelteHTMLElements {\n    \"fact-cards\": ELEMENT;\n  }",
        any: "HTMLAttributes<FactCardsElement>",
        listener: "on",
        is_joined: false,
    },
];

impl Framework {
    /// The declarations.
    pub fn types(&self) -> String {
        let Self { file, module, imports, declares, any, .. } = self;
        let listeners: String =
            EVENTS.iter().map(|event| typed(&format!("\"{}\"", self.listener(event.name)), event)).collect();
        let more = if *file == "react.d.ts" { component() } else { String::new() };
        let declares = declares.replace("ELEMENT", "Props");
        format!(
            "import type {{ FactCardsAttributes, FactCardsElement, FactCardsState }} from \"./fact-cards.js\";\n{imports}\n\
             interface Listeners {{\n{listeners}}}\n\n\
             type Props = Omit<{any}, keyof FactCardsAttributes> & FactCardsAttributes & Listeners;\n\n\
             declare module \"{module}\" {{\n  {declares}\n}}\n{more}"
        )
    }

    fn listener(&self, event: &str) -> String {
        let event = if self.is_joined { event.split('-').map(capitalised).collect() } else { event.to_owned() };
        format!("{}{event}", self.listener)
    }
}

/// The component of React.
fn component() -> String {
    let listeners: String = EVENTS.iter().map(|event| typed(&event.listener(), event)).collect();
    format!(
        "\ninterface FactCardsListeners {{\n{listeners}}}\n\n\
         /** The element as a component, with listeners for its events, also where a server has rendered it. */\n\
         export declare const FactCards: ForwardRefExoticComponent<\n  \
         Omit<HTMLAttributes<FactCardsElement>, keyof FactCardsAttributes | keyof FactCardsListeners> &\n    \
         FactCardsAttributes & FactCardsListeners & RefAttributes<FactCardsElement>\n>;\n"
    )
}

/// The line of a listener.
fn typed(name: &str, event: &ElementEvent) -> String {
    let ElementEvent { detail, says, .. } = event;
    format!("  /** {says} */\n  {name}?: ((event: CustomEvent<{detail}>) => void) | undefined;\n")
}
