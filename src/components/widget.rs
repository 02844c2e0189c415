//! The one component with a state: what it is asked for, what it keeps, and what follows when something is on the page.

pub(crate) mod component;
pub(crate) mod masthead;
pub(crate) mod rendered;
pub(crate) mod requested;
pub(crate) mod session;
