use serde_json::{Value, json};
use thirtyfour::{WebDriver, WebElement, common::command::Command, error::WebDriverResult};

/// A pointing device.
#[derive(Clone, Copy)]
pub enum Pointer {
    Mouse,
    Finger,
}

/// Moves a pointer to the middle of an element and, if `press` is set, presses and releases it there.
pub async fn point(driver: &WebDriver, pointer: Pointer, element: &WebElement, press: bool) -> WebDriverResult<()> {
    let kind = match pointer {
        Pointer::Mouse => "mouse",
        Pointer::Finger => "touch",
    };
    let element = element.to_json().expect("an element has an id");
    let to = |x: u8| json!({ "type": "pointerMove", "duration": 0, "origin": element, "x": x, "y": 0 });
    // The first move alone fires no events: browsers treat the pointer as having been there all along.
    let mut steps = vec![to(1), to(0)];
    if press {
        steps.push(json!({ "type": "pointerDown", "button": 0 }));
        steps.push(json!({ "type": "pointerUp", "button": 0 }));
    }
    perform(driver, kind, &steps).await
}

/// Swipes up with a finger from the middle of the window, by that many pixels.
pub async fn swipe(driver: &WebDriver, from: (u32, u32), up: u32) -> WebDriverResult<()> {
    let to = |y: u32, duration: u32| json!({ "type": "pointerMove", "duration": duration, "origin": "viewport", "x": from.0, "y": y });
    let steps = [
        to(from.1, 0),
        json!({ "type": "pointerDown", "button": 0 }),
        to(from.1.saturating_sub(up), 100),
        json!({ "type": "pointerUp", "button": 0 }),
    ];
    perform(driver, "touch", &steps).await
}

async fn perform(driver: &WebDriver, kind: &str, steps: &[Value]) -> WebDriverResult<()> {
    let actions: Value =
        json!([{ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": steps }]);
    driver.handle().cmd(Command::PerformActions(actions.into())).await.map(drop)
}
