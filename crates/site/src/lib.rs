//! From a story and a built engine to the files of the site. Knows no browser. HTML is made from strings only in `document`
//! and what fills it: the frames around what the components have made.

mod asset;
mod base_url;
mod document;
mod embed;
mod engine;
mod error;
mod escape;
mod frame;
mod headers;
mod home;
mod icon;
mod json_ld;
mod languages;
mod line;
mod loader;
mod manifest;
mod mount;
mod oembed;
mod offline;
mod package;
mod page;
mod parts;
mod prepared;
mod script;
mod section;
mod shape;
mod shared;
mod site;
mod snippet;
mod standalone;
mod stories;
mod story_files;
mod styles;
mod ways;

pub use asset::{Need, Written, brotli_size};
pub use base_url::{BaseUrl, NotABaseUrl};
pub use engine::Engine;
pub use error::SiteError;
pub use fact_cards_author::Held;
pub use headers::{FOR_ALL, POLICY, cache_control, policy};
pub use package::write_package;
pub use prepared::Site;
pub use section::with_story;
pub use site::Target;
pub use stories::{Stories, StoriesWritten, write_stories};
