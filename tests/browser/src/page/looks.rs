//! How the page looks: its size, its colours, and pictures of it.

use std::path::Path;

use serde_json::{Value, json};

use super::Page;
use crate::driver;

impl Page {
    /// Resizes the page, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        driver::resize(self.browser, &self.driver, width, height).await;
        self.until(&format!("innerWidth === {width}")).await;
    }

    /// Emulates a preferred colour scheme: `light` or `dark`. Chromium only.
    pub async fn prefer(&self, scheme: &str) {
        self.emulate(&[("prefers-color-scheme", scheme)]).await;
    }

    /// Emulates these values of media features and resets all others. Chromium only.
    pub async fn emulate(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Sends a command to Chromium's developer tools; `Browser` commands apply to this visit's context only.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let answer = match &self.tools {
            Some(tools) if command.starts_with("Browser.") => tools.send(command, parameters),
            _ => self.driver.cdp().send_raw(command, parameters).await.map_err(|error| error.to_string()),
        };
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Saves a screenshot of the whole page, not only of the visible part.
    pub async fn picture(&self, file: &Path) {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).expect("the folder for pictures can be made");
        }
        let size: [u32; 2] = self.value("[innerWidth, document.documentElement.scrollHeight]").await;
        let [width, height] = size;
        self.resize(width, height).await;
        self.driver.screenshot(file).await.expect("the browser takes a picture");
    }
}
