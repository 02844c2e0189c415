//! What the element offers to pages, in the words of `docs/embedding.md`: the types and the manifest of the package are made of this.

/// An attribute, which has a property.
pub struct Attribute {
    pub name: &'static str,
    /// What a property may be set to, as TypeScript says it.
    pub takes: &'static str,
    pub says: &'static str,
}

impl Attribute {
    /// The name of its property: `heading-level` is `headingLevel`.
    pub fn property(&self) -> String {
        let mut words = self.name.split('-');
        let first = words.next().unwrap_or_default().to_owned();
        words.fold(first, |before, word| before + &capitalised(word))
    }

    /// Whether it is a boolean attribute.
    pub fn is_switch(&self) -> bool {
        self.takes == SWITCH
    }

    /// Whether it is part of the state, which the reader changes and events report.
    pub fn is_of_the_state(&self) -> bool {
        !matches!(
            self.name,
            "lang"
                | "src"
                | "theme"
                | "heading-level"
                | "show"
                | "loading"
                | "sync-url"
                | "only"
                | "controls"
                | "open"
                | "search-text"
        )
    }
}

/// An event. It bubbles and is composed.
pub struct ElementEvent {
    pub name: &'static str,
    /// The type of its `detail`, as TypeScript says it.
    pub detail: &'static str,
    pub says: &'static str,
}

impl ElementEvent {
    /// What a component calls a listener for it: that of `fact-cards-change` is `onChange`.
    pub fn listener(&self) -> String {
        let name = self.name.trim_start_matches("fact-cards-");
        name.split('-').fold("on".to_owned(), |before, word| before + &capitalised(word))
    }
}

/// A word with a capital at its beginning.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// A custom property or a part.
pub struct StyleHook {
    pub name: &'static str,
    pub says: &'static str,
}

const SWITCH: &str = "boolean";
const TEXT: &str = "string | null";
const NUMBER: &str = "string | number | null";

const fn attribute(name: &'static str, takes: &'static str, says: &'static str) -> Attribute {
    Attribute { name, takes, says }
}

const fn named(name: &'static str, says: &'static str) -> StyleHook {
    StyleHook { name, says }
}

pub const ATTRIBUTES: [Attribute; 24] = [
    attribute(
        "src",
        TEXT,
        "The address of the story: `story.bin` in the folder of a story. The prerendered cards lie beside it.",
    ),
    attribute(
        "lang",
        "string",
        "The language of the cards, where the story has it. Without it that of the page around it counts.",
    ),
    attribute("kind", r#""member" | "operation" | "venue" | "" | null"#, "Shows one kind."),
    attribute(
        "view",
        r#""cards" | "timeline" | "map" | "figures" | "sources" | "" | null"#,
        "How the facts are shown. What is not `cards` needs the engine at once.",
    ),
    attribute("type", TEXT, "Shows what is of these types: ids of the story, parted by commas."),
    attribute("source", TEXT, "Shows what these articles report: ids of the story, parted by commas."),
    attribute("topic", TEXT, "Shows what is on these topics: ids of the story, parted by commas."),
    attribute("place", TEXT, "Shows what happened in these places: ids of the story, parted by commas."),
    attribute("year", NUMBER, "Shows what is of these years, parted by commas."),
    attribute("speaker", TEXT, "Shows what these say: ids of the story, parted by commas."),
    attribute("q", TEXT, "Searches."),
    attribute(
        "sort",
        r#""story" | "name" | "date" | "" | null"#,
        "The order of the cards: `date` is the latest first.",
    ),
    attribute("page", NUMBER, "Which page of fifty, from 1. Only a story of more than 200 cards has several."),
    attribute(
        "card",
        TEXT,
        "Marks the card with that id, or opens it beside another view. Set later, it leads the reader there.",
    ),
    attribute("fact", TEXT, "The same with one fact, on its own card or on that of `card`."),
    attribute(
        "theme",
        r#""light" | "dark" | "" | null"#,
        "Light or dark colours; else the cards follow the `color-scheme` of the page.",
    ),
    attribute(
        "heading-level",
        NUMBER,
        "The level of the story's title, 2 by default. All other headings are one below.",
    ),
    attribute(
        "show",
        NUMBER,
        "How many cards stand before the button that shows all: 6 by default in an article, all on a page of its own; 0 is all.",
    ),
    attribute(
        "loading",
        r#""interest" | "visible" | "eager" | "none" | "" | null"#,
        "When the engine is fetched: on activation by default; as soon as the cards are in sight and the page is idle; at once; or never.",
    ),
    attribute(
        "only",
        TEXT,
        "Shows these cards by themselves, without title and controls: ids of the story, parted by commas, in their order.",
    ),
    attribute("controls", SWITCH, "With `only`: shows title and controls too, for these cards."),
    attribute("open", SWITCH, "The cards stand open."),
    attribute("sync-url", SWITCH, "Keeps the state in the address, with back and forward. For one element of a page."),
    attribute("search-text", SWITCH, "Tells the page what was typed into the search, with `fact-cards-search`."),
];

pub const EVENTS: [ElementEvent; 7] = [
    ElementEvent { name: "fact-cards-ready", detail: "null", says: "The engine has hydrated the cards." },
    ElementEvent {
        name: "fact-cards-change",
        detail: "FactCardsState",
        says: "Another state is shown. The detail has what is set, by the names of the attributes.",
    },
    ElementEvent {
        name: "fact-cards-visible",
        detail: "null",
        says: "The cards have come in sight, for the first time.",
    },
    ElementEvent {
        name: "fact-cards-open",
        detail: "{ card: string | null; open: boolean }",
        says: "The reader has opened or closed a card; no card is all of them.",
    },
    ElementEvent {
        name: "fact-cards-search",
        detail: "{ length: number; cards: number; facts: number; text?: string }",
        says: "The reader has searched, and typed nothing for a second: how many letters, and what that has found.",
    },
    ElementEvent {
        name: "fact-cards-share",
        detail: r#"{ what: "link" | "citation" | "csv" | "json"; how: "shared" | "copied" | "saved" | "by-hand"; card?: string; fact?: string }"#,
        says: "The reader has shared or exported something.",
    },
    ElementEvent {
        name: "fact-cards-error",
        detail: "string",
        says: "Something does not work; the facts stay readable. The detail says why.",
    },
];

pub const PROPERTIES: [StyleHook; 15] = [
    named("--fact-cards-paper", "Background of the whole."),
    named("--fact-cards-card", "Background of a card."),
    named("--fact-cards-ink", "Text."),
    named("--fact-cards-quiet", "Text that stands back."),
    named("--fact-cards-line", "Lines."),
    named("--fact-cards-member", "The colour of members."),
    named("--fact-cards-operation", "The colour of operations."),
    named("--fact-cards-venue", "The colour of venues."),
    named("--fact-cards-mark", "Behind what was searched for."),
    named("--fact-cards-serif", "Font of names and figures."),
    named("--fact-cards-sans", "Font of everything else."),
    named("--fact-cards-size", "Size of the text; all other sizes follow it."),
    named("--fact-cards-corner", "Radius of corners."),
    named("--fact-cards-space", "1 by default; more is wider, less is tighter."),
    named("--fact-cards-top", "Height of what stays at the top of the page, so that the controls stay below it."),
];

pub const PARTS: [StyleHook; 7] = [
    named("card", "A card."),
    named("controls", "The controls above the cards."),
    named("search", "The search field."),
    named("fact", "A fact."),
    named("figure", "A figure."),
    named("picture", "The picture of an opened card, with who made it."),
    named("source", "The marker of a source, with what it opens."),
];
