use std::{
    cell::{Cell, RefCell},
    fmt,
    rc::Rc,
};

use fact_cards_story::{
    edition::Edition,
    section::{self, DecodeError},
};
use js_sys::{ArrayBuffer, Uint8Array, WebAssembly::Module};
use wasm_bindgen::{JsCast, JsValue};

/// Why there is no story to show.
#[derive(Debug)]
pub enum StoryError {
    /// The WebAssembly module is not available.
    NoModule,
    /// The program has no section for a story.
    NoSection,
    /// What is there is not a story.
    Decode(DecodeError),
}

impl fmt::Display for StoryError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoModule => formatter.write_str("the engine cannot read its own module"),
            Self::NoSection => formatter.write_str("the engine was built without a story"),
            Self::Decode(error) => error.fmt(formatter),
        }
    }
}

/// A story that an element brings, as its bytes; nothing for the one that stands in this program.
pub type Brought = Option<Uint8Array>;

/// A decoded edition, by its story and language. A story is identified by its bytes, never by a number that another one
/// might have too.
struct DecodedEdition {
    story: Brought,
    language: String,
    /// The cards that are shown, as the element names them; empty where all are.
    only: String,
    edition: Rc<Edition>,
}

impl DecodedEdition {
    fn is_of(&self, brought: &Brought) -> bool {
        self.story.as_deref().map(AsRef::<JsValue>::as_ref) == brought.as_deref().map(AsRef::<JsValue>::as_ref)
    }
}

thread_local! {
    /// The editions that were read.
    static EDITIONS: RefCell<Vec<DecodedEdition>> = const { RefCell::new(Vec::new()) };
    /// The fingerprint of the story in this program, once that was read.
    static OWN: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Which story that is, once an edition of it was read.
pub fn fingerprint(brought: &Brought) -> u32 {
    let known = match brought {
        Some(bytes) => fingerprint_of(bytes),
        None => OWN.get(),
    };
    known.unwrap_or_default()
}

fn fingerprint_of(bytes: &Uint8Array) -> Option<u32> {
    section::fingerprint(&bytes.subarray(0, section::HEADER_LENGTH).to_vec())
}

/// A story in one language, with these cards only. Elements with the same share it.
pub fn edition(brought: &Brought, language: &str, only: &str) -> Result<Rc<Edition>, StoryError> {
    let known = EDITIONS.with_borrow(|editions| {
        let is_it = |known: &&DecodedEdition| known.is_of(brought) && known.language == language && known.only == only;
        editions.iter().find(is_it).map(|known| Rc::clone(&known.edition))
    });
    if let Some(edition) = known {
        return Ok(edition);
    }
    let mut edition = read(brought, language)?;
    // Nobody else has it yet.
    if let Some(edition) = Rc::get_mut(&mut edition) {
        edition.keep_only(only);
    }
    let (language, only) = (language.to_owned(), only.to_owned());
    let known = DecodedEdition { story: brought.clone(), language, only, edition: Rc::clone(&edition) };
    EDITIONS.with_borrow_mut(|editions| {
        // What no widget shows any more goes.
        editions.retain(|known| Rc::strong_count(&known.edition) > 1);
        editions.push(known);
    });
    Ok(edition)
}

/// Reads it. The one place where bytes of a story come in.
fn read(brought: &Brought, language: &str) -> Result<Rc<Edition>, StoryError> {
    let bytes = match brought {
        Some(bytes) => bytes.to_vec(),
        None => own()?,
    };
    section::decode(&bytes, language).map_err(StoryError::Decode)
}

/// The bytes of the story that stands in this program.
fn own() -> Result<Vec<u8>, StoryError> {
    let module: JsValue = wasm_bindgen::module();
    let module: &Module = module.dyn_ref().ok_or(StoryError::NoModule)?;
    let sections = Module::custom_sections(module, section::NAME);
    let section: ArrayBuffer = sections.get(0).dyn_into().map_err(|_| StoryError::NoSection)?;
    let bytes = Uint8Array::new(&section).to_vec();
    OWN.set(section::fingerprint(&bytes));
    Ok(bytes)
}
