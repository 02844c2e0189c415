//! What the choice has come to: how much is shown, the applied filters as chips, what gave way, what was not found.

pub(crate) mod asked;
pub(crate) mod chips;
pub(crate) mod gave_way;
pub(crate) mod line;
pub(crate) mod nothing_found;
