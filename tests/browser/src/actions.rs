use serde_json::{Value, json};
use thirtyfour::{WebDriver, WebElement, common::command::Command};

/// What moves over the page.
#[derive(Clone, Copy)]
pub enum Pointer {
    Mouse,
    Finger,
}

/// Moves a pointer onto an element and to its middle, and presses and lifts it there if that is asked for.
pub async fn point(driver: &WebDriver, pointer: Pointer, element: &WebElement, press: bool) {
    let kind = match pointer {
        Pointer::Mouse => "mouse",
        Pointer::Finger => "touch",
    };
    let element = element.to_json().expect("an element has an id");
    let to = |x: u8| json!({ "type": "pointerMove", "duration": 0, "origin": element, "x": x, "y": 0 });
    // Browsers tell of a first move as if the pointer had always been there.
    let mut steps = vec![to(1), to(0)];
    if press {
        steps.push(json!({ "type": "pointerDown", "button": 0 }));
        steps.push(json!({ "type": "pointerUp", "button": 0 }));
    }
    let actions: Value =
        json!([{ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": steps }]);
    driver.handle().cmd(Command::PerformActions(actions.into())).await.expect("the pointer moves");
}
