//! Visits whose outcome depends on how wide and high letters are. They run in every engine, and once more with fonts of very
//! different widths and heights.

mod axe;
mod looks;
mod targets;
mod text;
