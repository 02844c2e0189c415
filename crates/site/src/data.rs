//! What programs read: JSON-LD, oEmbed, the manifest.

pub(crate) mod json_ld;
pub(crate) mod manifest;
pub(crate) mod oembed;
