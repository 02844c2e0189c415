//! Each way in: the page, what is pasted into an article, the page for a frame, the file that stands alone. HTML is made from
//! strings only in `document` and what fills it: the frames around what the components have made.

pub(crate) mod document;
pub(crate) mod embed;
pub(crate) mod embed_guide;
pub(crate) mod frame;
pub(crate) mod gone;
pub(crate) mod languages;
pub(crate) mod line;
pub(crate) mod metadata;
pub(crate) mod mount;
pub(crate) mod page;
pub(crate) mod page_pictures;
pub(crate) mod parts;
pub(crate) mod permalink;
pub(crate) mod snippet;
pub(crate) mod standalone;
pub(crate) mod view_address;
