//! Visits whose outcome depends on the engine: hydration and shadow roots, history, focus and tab order, keys,
//! popovers, printing, service workers, the clipboard, layout, right to left, files and frames. They run in Chromium,
//! Firefox and `WebKit`, together with a sample of what is otherwise in `one_engine`.

mod activation;
mod address;
mod boxes;
mod changes;
mod element;
mod embed;
mod embed_guide;
mod facts;
mod faults;
mod filters;
mod history;
mod host;
mod hostile;
mod isolation;
mod keyboard;
mod kinds;
mod languages;
mod links;
mod many;
mod newsroom;
mod offline;
mod only;
mod pages;
mod panel;
mod pictures;
mod print;
mod search;
mod sentence;
mod served;
mod several;
mod share;
mod sheet;
mod snippet;
mod standalone;
mod stops;
mod stories;
mod views;
