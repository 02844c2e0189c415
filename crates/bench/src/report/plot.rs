//! Plots as SVG. The data of each are in a table too.

mod bars;
mod lines;
mod scale;

pub use self::{
    bars::{Bar, bars},
    lines::{Line, Plot, lines},
};
