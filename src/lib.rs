//! The widget: a story's facts as cards that a reader can filter and search.
//!
//! What the reader chose is one value ([`state::State`]). What is shown is a pure function of it and the story
//! ([`visible::visible`]), and what the reader does makes the next one ([`transition`]). The components show that, and
//! nothing but `browser` and they know the browser.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod components;
pub mod export;
mod fold;
#[cfg(not(target_arch = "wasm32"))]
mod prerender;
pub mod search;
pub mod state;
pub mod take;
pub mod transition;
pub mod visible;

pub use components::{Prerendered, Props, Requested, Widget, extent, path_of_page};
#[cfg(not(target_arch = "wasm32"))]
pub use prerender::prerender;
