//! The tab order, stop by stop.

use fact_cards_browser_tests::{Browser, Key, Page};

pub const WATCH: &str = include_str!("stops.js");

/// The colour of the focus ring.
pub const LIGHT: &str = "rgb(29, 74, 134)";

/// How many key presses to send at once. Chromium scrolls the focus into view before it handles the next key; the
/// others may only do so in the next frame.
fn at_once() -> usize {
    if Browser::current() == Browser::Chromium { 40 } else { 1 }
}

/// Waits for the next frame, in which the browser scrolls the focus into view.
async fn until_drawn(page: &Page) {
    if Browser::current() == Browser::Firefox {
        let drawn = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        assert!(page.value::<bool>(drawn).await);
    }
}

/// Presses Tab until the focus has left the widget, forwards or backwards, and expects no fault on the way.
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
    // That has scrolled: if the focus moves in the same frame, Firefox may scroll only the visual viewport.
    until_drawn(page).await;
    let way = if back { "backwards" } else { "forwards" };
    assert_eq!(faults, Vec::<String>::new(), "{way} through {what}");
    presses
}
