//! From a story and a built engine to the files of the site. Knows no browser.

mod asset;
mod error;
mod page;
mod section;
mod site;
mod styles;

pub use asset::Written;
pub use error::SiteError;
pub use section::with_story;
pub use site::{Engine, Site};
