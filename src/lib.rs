//! The widget: a story's facts as cards that a reader can filter and search.
//!
//! What the reader chose is one value ([`state::State`]). What is shown is a pure function of it and the story
//! ([`visible::visible`]), and what the reader does makes the next one ([`transition`]). The components show that, and
//! nothing but `browser` and they know the browser.
//!
//! ```
//! use std::path::Path;
//!
//! use fact_cards::{state::{Action, State}, visible::visible};
//! use fact_cards_author::{StoryFiles, editions, read};
//! use fact_cards_story::Kind;
//!
//! let story = read(&StoryFiles::in_folder(Path::new("tests/stories/lighthouse"))?)?;
//! let edition = editions(&story)?.remove(0);
//! let state = State::default().after(Action::ChooseKind(Some(Kind::Venue)), &edition);
//! let venues = visible(&edition, &state.choice).cards;
//! assert!(!venues.is_empty() && venues.len() < edition.cards.len());
//! assert_eq!(state.to_fragment(&edition), "kind=venue");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod components;
pub mod export;
mod fold;
pub mod permalink;
#[cfg(not(target_arch = "wasm32"))]
mod prerender;
pub mod search;
pub mod share;
pub mod state;
pub mod transition;
pub mod visible;

#[cfg(not(target_arch = "wasm32"))]
pub use components::PermalinkOf;
pub use components::{Disclosed, Pieces, Prerendered, Props, Requested, Widget, extent, path_of_page};
#[cfg(not(target_arch = "wasm32"))]
pub use prerender::{PageOptions, permalink_page, prerender};
