//! Visits whose outcome does not depend on the engine – filters, search, addresses, languages, what leaves the facts, an
//! editor's tools – or that only one browser can be asked. They run in Chromium; `--every-browser` runs them in all.

mod address;
mod changes;
mod contrast;
mod element;
mod facts;
mod faults;
mod filters;
mod history;
mod hostile;
mod interest;
mod kinds;
mod languages;
mod many;
mod newsroom;
mod offline;
mod pages;
mod panel;
mod plain;
mod preferences;
mod print;
mod search;
mod several;
mod sheet;
mod stories;
mod takes;
mod trees;
mod views;
mod ways;
