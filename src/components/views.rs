//! The ways to look at what is shown, besides the cards, and what these have in common.

pub(crate) mod entry;
pub(crate) mod figure_bars;
pub(crate) mod map;
pub(crate) mod pages;
pub(crate) mod sources;
pub(crate) mod timeline;
pub(crate) mod view;
