//! Folding what the reader types, as the story's texts were folded when it was encoded.

#[cfg(target_arch = "wasm32")]
pub use crate::browser::fold;
#[cfg(not(target_arch = "wasm32"))]
pub use fact_cards_story::fold::fold;
