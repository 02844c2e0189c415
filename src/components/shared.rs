//! What all rooms use: the scene that each is a function of, links, texts and markup.

pub(crate) mod animation_frame;
pub(crate) mod card_link;
pub(crate) mod disclosure;
pub(crate) mod extent;
pub(crate) mod focus;
pub(crate) mod kept;
pub(crate) mod link;
pub(crate) mod markup;
pub(crate) mod picture;
pub(crate) mod prerendered;
pub(crate) mod scene;
pub(crate) mod written;

pub use self::prerendered::Prerendered;
pub(crate) use self::scene::{Scene, Typed};
