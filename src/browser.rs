//! The only place, besides the components, that knows the browser. `loader.js` defines the element and is all that a reader
//! downloads before activation; `hydrate.js` stands between it and this program.

mod address;
mod attributes;
mod carried;
mod controls;
mod element;
mod event;
mod fold;
mod mounted;
mod placement;
mod prerendered;
mod share;
mod story_section;

pub use element::{change_attribute, hydrate_element, start_engine};
pub use fold::fold;
