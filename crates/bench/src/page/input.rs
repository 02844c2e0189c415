//! Trusted input by keyboard, mouse and touch, through the browser's input pipeline.

use anyhow::Result;
use serde_json::{Value, json};

use super::Page;

impl Page<'_> {
    /// Presses and lifts a key that writes a letter.
    pub fn type_letter(&mut self, letter: char) -> Result<()> {
        let key = letter.to_string();
        self.call("Input.dispatchKeyEvent", &json!({ "type": "keyDown", "key": key, "text": key }))?;
        self.call("Input.dispatchKeyEvent", &json!({ "type": "keyUp", "key": key })).map(drop)
    }

    /// Presses and lifts a key that writes nothing, such as `Escape`; the number is its virtual key code.
    pub fn press(&mut self, key: &str, code: u8) -> Result<()> {
        let event = |kind: &str| json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code });
        self.call("Input.dispatchKeyEvent", &event("rawKeyDown"))?;
        self.call("Input.dispatchKeyEvent", &event("keyUp")).map(drop)
    }

    /// Writes a text at once, as an input method does, where the focus is.
    pub fn insert(&mut self, text: &str) -> Result<()> {
        self.call("Input.insertText", &json!({ "text": text })).map(drop)
    }

    /// The position of the element of an expression, scrolled into view.
    pub fn place_of(&mut self, element: &str) -> Result<[f64; 2]> {
        self.value(&format!("bench.middle({element})"))
    }

    /// Clicks at a position.
    pub fn click_at(&mut self, [x, y]: [f64; 2]) -> Result<()> {
        let event = |kind: &str, button: &str, count: u8| json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": count });
        self.call("Input.dispatchMouseEvent", &event("mouseMoved", "none", 0))?;
        self.call("Input.dispatchMouseEvent", &event("mousePressed", "left", 1))?;
        self.call("Input.dispatchMouseEvent", &event("mouseReleased", "left", 1)).map(drop)
    }

    /// Touches a position briefly, with a finger.
    pub fn tap_at(&mut self, [x, y]: [f64; 2]) -> Result<()> {
        let event = |kind: &str, touches: Value| json!({ "type": kind, "touchPoints": touches });
        self.call("Input.dispatchTouchEvent", &event("touchStart", json!([{ "x": x, "y": y }])))?;
        self.call("Input.dispatchTouchEvent", &event("touchEnd", json!([]))).map(drop)
    }

    /// Touches the element of an expression.
    pub fn tap(&mut self, element: &str) -> Result<()> {
        let place = self.place_of(element)?;
        self.tap_at(place)
    }

    /// Lifts a key that nobody has pressed and that no page gets to know of: `watch.js` keeps it to itself.
    pub fn lift_nothing(&mut self) -> Result<()> {
        self.call("Input.dispatchKeyEvent", &json!({ "type": "keyUp", "key": "Shift" })).map(drop)
    }

    /// Clicks the element of an expression.
    pub fn click(&mut self, element: &str) -> Result<()> {
        let place = self.place_of(element)?;
        self.click_at(place)
    }
}
