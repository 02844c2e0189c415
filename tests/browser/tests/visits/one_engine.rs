//! Visits whose outcome does not depend on the engine – filters, search, addresses, languages, what leaves the facts, an
//! editor's tools – or that only one browser can be asked. They run in Chromium; `--every-browser` runs them in all.

mod address;
mod contrast;
mod facts;
mod filters;
mod hostile;
mod kinds;
mod languages;
mod many;
mod newsroom;
mod pages;
mod plain;
mod preferences;
mod search;
mod stories;
mod trees;
mod ways;
