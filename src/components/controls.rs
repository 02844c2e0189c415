//! What the reader chooses with: the search, the kind of card, the filters on their sheet, the order, the view.

pub(crate) mod bar;
pub(crate) mod choices;
pub(crate) mod clear;
pub(crate) mod facet_filter;
pub(crate) mod filters;
pub(crate) mod kind_filter;
pub(crate) mod search_field;
pub(crate) mod view_switch;
