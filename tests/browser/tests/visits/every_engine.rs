//! Visits whose outcome depends on the engine: hydration and shadow roots, history, focus and its order, keys, popovers,
//! printing, service workers, the clipboard, layout, right to left, files and frames. They run in Chromium, Firefox and
//! WebKit. With them stands one of each kind of what is in `one_engine`, as a sample.

mod changes;
mod element;
mod embed;
mod faults;
mod history;
mod host;
mod interest;
mod isolation;
mod keyboard;
mod links;
mod offline;
mod panel;
mod print;
mod served;
mod several;
mod sheet;
mod snippet;
mod standalone;
mod stops;
mod takes;
mod views;
