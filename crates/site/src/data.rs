//! Data for programs: JSON-LD, oEmbed, the web app manifest, the feed of changes, the map of the site.

pub(crate) mod feed;
pub(crate) mod json_ld;
pub(crate) mod manifest;
pub(crate) mod oembed;
pub(crate) mod sitemap;
