//! A card: its head, its figures, its facts with their sources, what it is related to, and what became of it.

pub(crate) mod body;
pub(crate) mod changes;
pub(crate) mod face;
mod fact;
pub(crate) mod figures;
mod hits;
pub(crate) mod list;
pub(crate) mod meta;
pub(crate) mod opened;
pub(crate) mod related;
mod root;
pub(crate) mod share;
pub(crate) mod source_details;
