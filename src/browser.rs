//! The only place, besides the components, that knows the browser.

mod address;
mod fold;
mod page;
mod story_section;

pub use fold::fold;
pub use page::start;
