//! What the choice has come to: how much is shown, the applied filters as chips, the relaxed filters, what was not found.

pub(crate) mod applied_filters;
pub(crate) mod chips;
pub(crate) mod line;
pub(crate) mod nothing_found;
pub(crate) mod relaxed_filters;
