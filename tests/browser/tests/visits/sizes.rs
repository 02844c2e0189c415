//! Visits whose outcome depends on how wide and high letters are. They run in every engine, and once more with fonts of very
//! different widths and heights.

mod axe;
mod embed_guide;
mod hostile;
mod isolation;
mod kinds;
mod looks;
mod panel;
mod search;
mod sheet;
mod targets;
mod text;
mod views;
