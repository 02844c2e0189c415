//! From a story and a built engine to the files of the site. Knows no browser. Only `page`, `snippet` and `mount` make HTML
//! from strings: the frames around what the components have made.

mod asset;
mod error;
mod escape;
mod loader;
mod mount;
mod page;
mod section;
mod site;
mod snippet;
mod styles;

pub use asset::{Need, Written, brotli_size};
pub use error::SiteError;
pub use section::with_story;
pub use site::{Engine, Site};
