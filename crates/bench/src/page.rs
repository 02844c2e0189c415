//! A page in the browser, used as a reader uses it.

mod input;
mod network;
mod numbers;
mod waiting;

use anyhow::{Context, Error, Result, anyhow, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

pub use self::{network::SLOW_4G, numbers::Held};
use crate::browser::Browser;

/// What each page gets before its own scripts: it marks when an input comes and when its outcome is there.
const WATCH: &str = include_str!("page/watch.js");

/// Width and height of a phone, in CSS pixels.
pub const PHONE: [u16; 2] = [390, 844];

/// A page in a context of its own, which ends with [`Page::close`].
pub struct Page<'b> {
    pub browser: &'b mut Browser,
    session: String,
    context: String,
    name: String,
}

impl<'b> Page<'b> {
    /// An empty page on a desk. The name stands in errors.
    pub fn new(browser: &'b mut Browser, name: &str) -> Result<Self> {
        let text = |answer: &Value, field: &str| answer.get(field).and_then(Value::as_str).map(str::to_owned);
        let connection = &mut browser.connection;
        let context = connection.call(None, "Target.createBrowserContext", &json!({}))?;
        let context = text(&context, "browserContextId").context("Chromium does not answer: no context")?;
        let target = connection.call(
            None,
            "Target.createTarget",
            &json!({ "url": "about:blank", "browserContextId": context }),
        )?;
        let target = text(&target, "targetId").context("Chromium does not answer: no target")?;
        let attached =
            connection.call(None, "Target.attachToTarget", &json!({ "targetId": target, "flatten": true }))?;
        let session = text(&attached, "sessionId").context("Chromium does not answer: no session")?;
        let mut page = Self { browser, session, context, name: name.to_owned() };
        page.call("Page.enable", &json!({}))?;
        page.call("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": WATCH }))?;
        page.size([1280, 900], 1, false)?;
        // Nobody's animations are measured.
        let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        page.call("Emulation.setEmulatedMedia", &still)?;
        Ok(page)
    }

    /// An empty page on a phone, which is touched.
    pub fn on_phone(browser: &'b mut Browser, name: &str) -> Result<Self> {
        let mut page = Self::new(browser, name)?;
        page.size(PHONE, 2, true)?;
        page.call("Emulation.setTouchEmulationEnabled", &json!({ "enabled": true, "maxTouchPoints": 1 }))?;
        Ok(page)
    }

    /// Its size in CSS pixels, with so many of the screen's for each of them in a row.
    fn size(&mut self, [width, height]: [u16; 2], scale: u8, mobile: bool) -> Result<()> {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": mobile });
        self.call("Emulation.setDeviceMetricsOverride", &size).map(drop)
    }

    /// Closes it and forgets all that it has kept.
    pub fn close(self) -> Result<()> {
        let context = json!({ "browserContextId": self.context });
        self.browser.connection.call(None, "Target.disposeBrowserContext", &context)?;
        // What it told and nobody asked for.
        self.browser.connection.forget(&self.session);
        Ok(())
    }

    /// Sends a command to this page.
    pub fn call(&mut self, method: &str, parameters: &Value) -> Result<Value> {
        let answer = self.browser.connection.call(Some(&self.session), method, parameters);
        answer.with_context(|| format!("in the page of {}", self.name))
    }

    /// Opens an address, without waiting for what it loads.
    pub fn go(&mut self, address: &str) -> Result<()> {
        let answer = self.call("Page.navigate", &json!({ "url": address }))?;
        match answer.get("errorText").and_then(Value::as_str) {
            Some(message) => Err(self.unexpected(&format!("{address}: {message}"))),
            None => Ok(()),
        }
    }

    /// Opens an address and waits until it has loaded.
    pub fn open(&mut self, address: &str) -> Result<()> {
        self.go(address)?;
        let loaded = self.browser.connection.event(Some(&self.session), "Page.loadEventFired");
        loaded.map(drop).with_context(|| self.about(address))
    }

    /// The value of an expression; of a promise, what it comes to.
    pub fn value<T: DeserializeOwned>(&mut self, expression: &str) -> Result<T> {
        let parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.browser.connection.call(Some(&self.session), "Runtime.evaluate", &parameters);
        let mut answer = answer.with_context(|| self.about(expression))?;
        if let Some(details) = answer.get("exceptionDetails") {
            let told = details.pointer("/exception/description").and_then(Value::as_str);
            let told = told.or_else(|| details.get("text").and_then(Value::as_str)).unwrap_or_default();
            bail!("{}: {told}", self.about(expression));
        }
        let value = answer.pointer_mut("/result/value").map(Value::take).unwrap_or_default();
        serde_json::from_value(value).with_context(|| self.about(expression))
    }

    /// Runs a script for what it does.
    pub fn run(&mut self, script: &str) -> Result<()> {
        self.value::<Value>(script).map(drop)
    }

    /// What is wrong in this page.
    pub fn unexpected(&self, message: &str) -> Error {
        anyhow!(self.about(message))
    }

    /// Something that is said of this page.
    fn about(&self, what: &str) -> String {
        format!("in the page of {}: {what}", self.name)
    }
}
