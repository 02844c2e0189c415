//! Visits whose outcome does not depend on the engine (filters, search, addresses, languages, failures, an editor's
//! tools), that only one browser can make, or whose counterparts in `every_engine` would notice differences between
//! engines. They run in Chromium; `--every-browser` runs them in all.

mod activation;
mod address;
mod any_page;
mod changes;
mod contrast;
mod editions;
mod element;
mod embed;
mod embed_guide;
mod facts;
mod faults;
mod filters;
mod frames;
mod history;
mod hostile;
mod isolation;
mod kinds;
mod languages;
mod links;
mod many;
mod newsroom;
mod offline;
mod pages;
mod panel;
mod permalinks;
mod pictures;
mod plain;
mod policies;
mod preferences;
mod print;
mod room;
mod search;
mod served;
mod several;
mod share;
mod sheet;
mod snippet;
mod standalone;
mod stops;
mod stories;
mod trees;
mod views;
