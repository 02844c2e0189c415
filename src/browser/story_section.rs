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
    /// The program cannot be looked into.
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

thread_local! {
    /// The editions that were read.
    static EDITIONS: RefCell<Vec<(String, Rc<Edition>)>> = const { RefCell::new(Vec::new()) };
    /// The fingerprint of the story that they are of.
    static FINGERPRINT: Cell<u32> = const { Cell::new(0) };
}

/// Which story stands in this program, once an edition of it was read.
pub fn fingerprint() -> u32 {
    FINGERPRINT.get()
}

/// The story that stands in this program, in one language. Elements in the same language share it.
pub fn edition(language: &str) -> Result<Rc<Edition>, StoryError> {
    let known = EDITIONS.with_borrow(|editions| {
        editions.iter().find(|(known, _)| known == language).map(|(_, edition)| Rc::clone(edition))
    });
    if let Some(edition) = known {
        return Ok(edition);
    }
    let edition = read(language)?;
    EDITIONS.with_borrow_mut(|editions| editions.push((language.to_owned(), Rc::clone(&edition))));
    Ok(edition)
}

/// Reads it. The one place where its bytes come in.
fn read(language: &str) -> Result<Rc<Edition>, StoryError> {
    let module: JsValue = wasm_bindgen::module();
    let module: &Module = module.dyn_ref().ok_or(StoryError::NoModule)?;
    let sections = Module::custom_sections(module, section::NAME);
    let section: ArrayBuffer = sections.get(0).dyn_into().map_err(|_| StoryError::NoSection)?;
    let bytes = Uint8Array::new(&section).to_vec();
    FINGERPRINT.set(section::fingerprint(&bytes).unwrap_or_default());
    section::decode(&bytes, language).map_err(StoryError::Decode)
}
