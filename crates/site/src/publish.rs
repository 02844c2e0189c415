//! From a prepared story and the engine to files in a folder: assets and their names, headers, the service worker, one site of
//! many stories.

pub(crate) mod asset;
pub(crate) mod before;
pub(crate) mod headers;
pub(crate) mod home;
pub(crate) mod icon;
pub(crate) mod loader;
pub(crate) mod oembed;
pub(crate) mod offline;
pub(crate) mod permalinks;
pub(crate) mod pictures;
pub(crate) mod script;
pub(crate) mod section;
pub(crate) mod shape;
pub(crate) mod share_pictures;
pub(crate) mod shared;
pub(crate) mod site;
pub(crate) mod stories;
pub(crate) mod story_files;
