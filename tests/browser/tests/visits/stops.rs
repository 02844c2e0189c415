//! Where the keyboard leads, stop by stop.

use fact_cards_browser_tests::{Browser, Key, Page};

pub const WATCH: &str = include_str!("stops.js");

/// The colour of the ring around what has the focus.
pub const LIGHT: &str = "rgb(29, 74, 134)";

/// How many presses of a key are sent at once. Chromium has brought into sight what has the focus before it takes the next;
/// the others may do so with the next frame only.
fn at_once() -> usize {
    if Browser::current() == Browser::Chromium { 40 } else { 1 }
}

/// Waits until the page was drawn once more, where the browser brings into sight with that what has the focus.
async fn until_drawn(page: &Page) {
    if Browser::current() == Browser::Firefox {
        let drawn = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        assert!(page.value::<bool>(drawn).await);
    }
}

/// Presses Tab until it has led past the widget, forwards or back, and expects nothing wrong on the way.
pub async fn walk(page: &Page, back: bool, right_to_left: bool, colour: &str, what: &str) -> usize {
    let presses: usize = page.value(&format!("window.stops.start({back})")).await;
    let mut left = presses;
    while left > 0 {
        let now = left.min(at_once());
        if back {
            page.press_with_shift(Key::Tab, now).await;
        } else {
            page.type_keys(&char::from(Key::Tab).to_string().repeat(now)).await;
        }
        until_drawn(page).await;
        left -= now;
    }
    let faults: Vec<String> = page.value(&format!("window.stops.faults({back}, {right_to_left}, '{colour}')")).await;
    // That has scrolled: where the focus moves in the same frame, Firefox may bring into sight what is seen alone.
    until_drawn(page).await;
    let way = if back { "backwards" } else { "forwards" };
    assert_eq!(faults, Vec::<String>::new(), "{way} through {what}");
    presses
}
