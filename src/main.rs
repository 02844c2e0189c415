//! Starts the widget in the browser. On the host there is nothing to start: the site is made with `cargo xtask`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    fact_cards::browser::start();
}
