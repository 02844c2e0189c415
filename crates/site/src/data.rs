//! Data for programs: JSON-LD, oEmbed, the web app manifest.

pub(crate) mod json_ld;
pub(crate) mod manifest;
pub(crate) mod oembed;
