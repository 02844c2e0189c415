//! Plots, drawn as SVG. Every one is told in a table too.

mod bars;
mod lines;
mod scale;

pub use self::{
    bars::{Bar, bars},
    lines::{Line, Plot, lines},
};
