//! From a story and a built engine to the files of the site. Knows no browser.
//!
//! ```
//! use std::{path::Path, time::SystemTime};
//!
//! use fact_cards_site::{Site, with_story};
//!
//! let site = Site::of_story(Path::new("../../tests/stories/lighthouse"), SystemTime::now())?;
//! assert!(site.held_back().is_empty());
//! // The engine carries the story as a section of its own.
//! let engine = with_story(b"\0asm\x01\0\0\0", site.story()).unwrap();
//! assert!(engine.ends_with(site.story()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod base_url;
mod data;
mod engine;
mod error;
mod escape;
mod package;
mod pages;
mod prepared;
mod publish;

pub use base_url::{BaseUrl, NotABaseUrl};
pub use engine::Engine;
pub use error::SiteError;
pub use fact_cards_author::Held;
pub use fact_cards_story::section::VERSION as FORMAT;
pub use package::write_package;
pub use prepared::Site;
pub use publish::asset::{Need, Written, brotli_size};
pub use publish::headers::{FOR_ALL, POLICY, cache_control, policy};
pub use publish::section::with_story;
pub use publish::share_pictures::SharePictures;
pub use publish::site::Target;
pub use publish::stories::{Stories, StoriesWritten, write_stories};
