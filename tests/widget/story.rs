//! The stories for the tests, and short ways to refer to what is in them.

use std::{
    env,
    path::{Path, PathBuf},
    sync::OnceLock,
    time::{Duration, UNIX_EPOCH},
};

use fact_cards::{
    state::{Choice, State},
    visible::Visible,
};
use fact_cards_author::{Published, StoryFiles};
use fact_cards_story::edition::{CardId, Edition, Facet, FactId, ValueId};

/// The story of the two articles.
pub fn real() -> &'static Edition {
    static REAL: OnceLock<Edition> = OnceLock::new();
    REAL.get_or_init(|| edition(&real_files()))
}

/// The story of the lighthouse of Cap Rouge, small enough to know by heart.
pub fn small() -> &'static Edition {
    static SMALL: OnceLock<Edition> = OnceLock::new();
    SMALL.get_or_init(|| edition(&small_files()))
}

/// The story that is hostile in every text an editor can write.
pub fn hostile() -> &'static Edition {
    static HOSTILE: OnceLock<Edition> = OnceLock::new();
    HOSTILE.get_or_init(|| edition(&hostile_files()))
}

/// A story in many scripts, for the search.
pub fn scripts() -> &'static Edition {
    static SCRIPTS: OnceLock<Edition> = OnceLock::new();
    SCRIPTS.get_or_init(|| edition(&in_folder("tests/stories/scripts")))
}

/// The files of the story of the lighthouse.
///
/// Lamp and weather are on the card `relighting` in different facts, on `cap-rouge` in the same one. Only the summary
/// of `amina-souley` says "childhood".
pub fn small_files() -> StoryFiles {
    in_folder("tests/widget/cap-rouge")
}

/// The files of the story of the two articles.
pub fn real_files() -> StoryFiles {
    in_folder("seeds")
}

/// The files of the hostile story.
pub fn hostile_files() -> StoryFiles {
    in_folder("tests/stories/hostile")
}

/// The files of the story with pictures.
pub fn harbour_files() -> StoryFiles {
    in_folder("tests/stories/harbour")
}

/// The story with many changes, as it is published now.
pub fn corrected() -> &'static Edition {
    static CORRECTED: OnceLock<Edition> = OnceLock::new();
    CORRECTED.get_or_init(|| corrected_story().editions().unwrap_or_else(|report| panic!("{report}")).remove(0))
}

/// Its files.
pub fn corrected_files() -> StoryFiles {
    in_folder("tests/stories/corrected")
}

/// The same as its editor wrote it, with what is held back removed.
pub fn corrected_story() -> Published {
    let story = fact_cards_author::read(&corrected_files()).unwrap_or_else(|report| panic!("{report}"));
    // In January 2027, independent of the clock.
    fact_cards_author::hold_back(story, UNIX_EPOCH + Duration::from_hours(500_000))
}

/// A file or folder of this repository. Cargo says at run time where that is, since the checkout may have been moved
/// after the build.
pub fn project(path: &str) -> PathBuf {
    Path::new(&env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests")).join(path)
}

fn in_folder(folder: &str) -> StoryFiles {
    StoryFiles::in_folder(&project(folder)).expect("the folder can be listed")
}

/// The story of the lighthouse with some text in one of its files replaced.
pub fn small_with(file: &str, out: &str, replaced: &str) -> Edition {
    let mut files = small_files();
    let text = files.text(file).expect("the file is there").to_owned();
    assert_eq!(text.matches(out).count(), 1, "{out}");
    files.insert(file, text.replace(out, replaced));
    edition(&files)
}

/// A story of cards that say "lamp" in different places, in reverse order of relevance.
pub fn ranked() -> &'static Edition {
    static RANKED: OnceLock<Edition> = OnceLock::new();
    RANKED.get_or_init(|| {
        of_cards(&[
            ("fact-begun", "One", "Nothing.", "Lamps burn."),
            ("fact", "Two", "Nothing.", "A lamp burns oil."),
            ("summary-begun", "Three", "Of lamps.", "Nothing."),
            ("summary", "Four", "Of a lamp.", "Nothing."),
            ("name-begun", "Lamplighters", "Nothing.", "Nothing."),
            ("spelling-begun", "Five", "Nothing.", "Nothing."),
            ("name", "The lamp", "Nothing.", "It burns oil."),
            ("in-name-and-fact", "Tin wick", "Nothing.", "Of glass."),
            ("in-summary", "Six", "Of tin, wick and glass.", "Nothing."),
            ("both-in-name", "Oil of lamp", "Nothing.", "Nothing."),
            ("just-name", "Lamp", "Nothing.", "Nothing."),
        ])
    })
}

/// A story of operations, each given by id, name, summary and the statement of its only fact. "spelling-begun" has
/// another spelling.
pub fn of_cards(cards: &[(&str, &str, &str, &str)]) -> Edition {
    let mut files = small_files();
    for name in ["members.toml", "venues.toml", "relations.toml"] {
        files.remove(name);
    }
    let operation = |(id, name, summary, _): &(&str, &str, &str, &str)| {
        let spellings = if *id == "spelling-begun" { "spellings = [{ name = \"Lampions\" }]\n" } else { "" };
        format!(
            "[[operation]]\nid = \"{id}\"\ntype = \"works\"\nname.en = \"{name}\"\nsummary.en = \"{summary}\"\n{spellings}"
        )
    };
    let fact = |(id, _, _, statement): &(&str, &str, &str, &str)| {
        format!(
            "[[fact]]\nid = \"{id}\"\ncard = \"{id}\"\nstatement.en = \"{statement}\"\n\
             sources = [{{ article = \"storm\", paragraph = 1 }}, {{ article = \"lamp\", paragraph = 1 }}]\n"
        )
    };
    files.insert("operations.toml", cards.iter().map(operation).collect::<String>());
    files.insert("facts.toml", cards.iter().map(fact).collect::<String>());
    let first = format!("{:?}", cards[0].0);
    let story = small_files().text("story.toml").unwrap().replace("\"relighting\"", &first);
    files.insert("story.toml", story);
    edition(&files)
}

/// A story with that many cards. Each has a fact at a different time, which is also about the first card. Its speaker is
/// the first card too, or for every tenth the card before.
pub fn with_cards(count: usize) -> Edition {
    let mut files = small_files();
    for name in ["venues.toml", "operations.toml", "relations.toml"] {
        files.remove(name);
    }
    let card = |number: usize| {
        format!(
            "[[member]]\nid = \"card-{number}\"\ntype = \"person\"\nname.en = \"Keeper {number}\"\nsummary.en = \"Keeps a lamp.\"\n"
        )
    };
    let fact = |number: usize| {
        let about = if number == 0 { "" } else { "about = [\"card-0\"]\n" };
        let speaker = if number % 10 == 1 { number - 1 } else { 0 };
        format!(
            "[[fact]]\nid = \"fact-{number}\"\ncard = \"card-{number}\"\n{about}speaker = \"card-{speaker}\"\nstatement.en = \"Step {number}.\"\n\
             date = \"{}-05-0{}\"\n\
             sources = [{{ article = \"storm\", paragraph = 1 }}, {{ article = \"lamp\", paragraph = 1 }}]\n",
            1900 + number / 5,
            1 + number % 5,
        )
    };
    files.insert("members.toml", (0..count).map(card).collect::<String>());
    files.insert("facts.toml", (0..count).map(fact).collect::<String>());
    let types = files.text("types.toml").unwrap().split("[[type]]").nth(1).unwrap().to_owned();
    files.insert("types.toml", format!("[[type]]{types}"));
    let story = small_files().text("story.toml").unwrap().replace("\"relighting\"", "\"card-0\"");
    files.insert("story.toml", story);
    edition(&files)
}

/// A story of one card with that many facts.
pub fn with_facts(count: usize) -> Edition {
    let mut files = small_files();
    for name in ["members.toml", "venues.toml", "facts.toml", "relations.toml"] {
        files.remove(name);
    }
    let facts = (0..count).map(|number| {
        let article = if number % 2 == 0 { "lamp" } else { "storm" };
        format!(
            "[[fact]]\nid = \"fact-{number}\"\ncard = \"relighting\"\nstatement.en = \"Step {number}.\"\n\
             sources = [{{ article = \"{article}\", paragraph = 1 }}]\n"
        )
    });
    let needed = "[[fact]]\nid = \"other\"\ncard = \"other\"\nstatement.en = \"Something else.\"\n\
                  sources = [{ article = \"storm\", paragraph = 1 }, { article = \"lamp\", paragraph = 1 }]\n";
    files.insert("facts.toml", facts.collect::<String>() + needed);
    let other = "[[operation]]\nid = \"other\"\ntype = \"works\"\nname.en = \"Other\"\nsummary.en = \"Other works.\"\n";
    files.insert("operations.toml", small_files().text("operations.toml").unwrap().to_owned() + other);
    edition(&files)
}

/// The first edition of a valid story.
pub fn edition(files: &StoryFiles) -> Edition {
    let story = fact_cards_author::read(files).unwrap_or_else(|report| panic!("{report}"));
    fact_cards_author::editions(&story).unwrap_or_else(|report| panic!("{report}")).remove(0)
}

/// The position of a card.
pub fn card(edition: &Edition, id: &str) -> CardId {
    position(edition.cards.iter().position(|card| card.id == id), id)
}

/// The position of a fact.
pub fn fact(edition: &Edition, id: &str) -> FactId {
    position(edition.facts.iter().position(|fact| fact.id == id), id)
}

/// The position of a value of a facet.
pub fn value(edition: &Edition, facet: Facet, id: &str) -> ValueId {
    position(edition.facets[facet.index()].iter().position(|value| value.id == id), id)
}

fn position<P: TryFrom<usize, Error: std::fmt::Debug>>(found: Option<usize>, id: &str) -> P {
    let found = found.unwrap_or_else(|| panic!("there is no {id}"));
    found.try_into().expect("a story has fewer than 65536 of anything")
}

/// A choice with only a search.
pub fn search(query: &str) -> Choice {
    Choice { query: query.to_owned(), ..Choice::default() }
}

/// A choice with only facet values, each `(facet, id)`.
pub fn filter(edition: &Edition, values: &[(Facet, &str)]) -> Choice {
    let mut choice = Choice::default();
    for (facet, id) in values {
        let chosen = &mut choice.facets[facet.index()];
        chosen.push(value(edition, *facet, id));
        chosen.sort_unstable();
    }
    choice
}

/// A state with only a choice.
pub fn chosen(choice: Choice) -> State {
    State { choice, ..State::default() }
}

/// The ids of the visible cards, in order.
pub fn cards<'e>(edition: &'e Edition, visible: &Visible) -> Vec<&'e str> {
    visible.cards.iter().map(|shown| edition.cards.get(usize::from(shown.card)).unwrap().id.as_str()).collect()
}

/// The ids of facts.
pub fn facts<'e>(edition: &'e Edition, facts: &[FactId]) -> Vec<&'e str> {
    facts.iter().map(|fact| edition.facts.get(usize::from(*fact)).unwrap().id.as_str()).collect()
}
