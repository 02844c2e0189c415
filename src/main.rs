//! The program in the browser: what its pages call is in `fact_cards::browser`. On the host there is nothing to start: the
//! site is made with `cargo xtask`.

#[cfg(target_arch = "wasm32")]
use fact_cards as _;

fn main() {}
