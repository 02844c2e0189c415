//! Visits whose outcome depends on the width and height of letters. They run in every engine, and in Chromium again
//! with fonts of very different proportions.

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
