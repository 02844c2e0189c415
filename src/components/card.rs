//! A card: its head, its figures, its facts with their sources, what it is related to, and what became of it.

pub(crate) mod changes;
pub(crate) mod fact;
pub(crate) mod figures;
pub(crate) mod opened;
pub(crate) mod related;
pub(crate) mod root;
pub(crate) mod share;
pub(crate) mod source_marker;
