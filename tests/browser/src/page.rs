use std::{path::Path, time::Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{By, Key, WebDriver, WebElement};

use crate::driver::PATIENCE;

/// A page in the browser, used as a reader uses it.
pub struct Page {
    driver: WebDriver,
    url: String,
}

impl Page {
    pub(crate) const fn new(driver: WebDriver, url: String) -> Self {
        Self { driver, url }
    }

    /// Opens the site at a path and waits until its controls work.
    pub async fn open(&self, path: &str) {
        self.go(path).await;
        self.until("document.querySelector('[data-ready]')").await;
    }

    /// Opens the site at a path.
    pub async fn go(&self, path: &str) {
        self.driver.goto(format!("{}/{path}", self.url)).await.expect("the page opens");
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.driver.refresh().await.expect("the page loads again");
        self.until("document.querySelector('[data-ready]')").await;
    }

    /// Goes back in the history.
    pub async fn back(&self) {
        self.driver.back().await.expect("there is a page to go back to");
    }

    /// Goes forward in the history.
    pub async fn forward(&self) {
        self.driver.forward().await.expect("there is a page to go forward to");
    }

    /// What is in the address after `#`.
    pub async fn fragment(&self) -> String {
        self.value("location.hash.slice(1)").await
    }

    /// The value of an expression in the page.
    pub async fn value<T: DeserializeOwned>(&self, expression: &str) -> T {
        let result = self.driver.execute(format!("return ({expression});"), Vec::new()).await;
        let result = result.unwrap_or_else(|error| panic!("`{expression}`: {error}"));
        result.convert().unwrap_or_else(|error| panic!("`{expression}`: {error}"))
    }

    /// Waits until an expression in the page is true. The page looks at every frame.
    pub async fn until(&self, expression: &str) {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const look = () => ({expression}) ? done(true) : requestAnimationFrame(look);
             look();"
        );
        if let Err(error) = self.driver.execute_async(script, Vec::new()).await {
            let text: String = self.value("document.body.innerText.slice(0, 2000)").await;
            panic!("this did not come about: {expression}\n{error}\nThe page shows:\n{text}");
        }
    }

    /// Waits until an element shows that text in a page that loads itself anew meanwhile, which ends what
    /// [`Page::until`] runs in it: here the question is asked again and again.
    pub async fn until_reloaded_with(&self, selector: &str, text: &str) {
        let shown = format!("return document.querySelector({})?.innerText.trim();", json!(selector));
        let started = Instant::now();
        loop {
            // Between two pages there is nobody to answer.
            let answer = self.driver.execute(shown.clone(), Vec::new()).await;
            let answer = answer.ok().and_then(|answer| answer.convert::<Option<String>>().ok()).flatten();
            if answer.as_deref() == Some(text) {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "`{selector}` shows {answer:?}, not {text:?}");
        }
    }

    /// The ids of the cards that are in sight, in order.
    pub async fn cards(&self) -> Vec<String> {
        self.value("[...document.querySelectorAll('[data-card]')].map(card => card.dataset.card)").await
    }

    /// Waits until exactly these cards are shown.
    pub async fn until_cards(&self, ids: &[&str]) {
        let ids = json!(ids.join(" "));
        let shown = "[...document.querySelectorAll('[data-card]')].map(card => card.dataset.card).join(' ')";
        self.until(&format!("{shown} === {ids}")).await;
    }

    /// Waits until so many cards are shown.
    pub async fn until_card_count(&self, count: usize) {
        self.until(&format!("document.querySelectorAll('[data-card]').length === {count}")).await;
    }

    /// The text of an element as it is seen.
    pub async fn text(&self, selector: &str) -> String {
        self.value(&format!("document.querySelector({}).innerText.trim()", json!(selector))).await
    }

    /// Waits until an element shows that text.
    pub async fn until_text(&self, selector: &str, text: &str) {
        let (selector, text) = (json!(selector), json!(text));
        self.until(&format!("document.querySelector({selector})?.innerText.trim() === {text}")).await;
    }

    /// The element that a selector finds first.
    pub async fn find(&self, selector: &str) -> WebElement {
        let found = self.driver.find(By::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("there is no `{selector}`: {error}"))
    }

    /// Clicks an element that can be seen.
    pub async fn click(&self, selector: &str) {
        let element = self.find(selector).await;
        // Things that stay in sight may cover what a link leads to: as a reader would, bring it to the middle first.
        let middle = format!("document.querySelector({}).scrollIntoView({{ block: 'center' }})", json!(selector));
        let _: Value = self.value(&middle).await;
        element.click().await.unwrap_or_else(|error| panic!("`{selector}` cannot be clicked: {error}"));
    }

    /// Types into an element.
    pub async fn type_into(&self, selector: &str, text: &str) {
        let element = self.find(selector).await;
        element.send_keys(text).await.unwrap_or_else(|error| panic!("`{selector}` takes no text: {error}"));
    }

    /// Presses a key wherever the focus is.
    pub async fn press(&self, key: Key) {
        self.type_keys(&char::from(key).to_string()).await;
    }

    /// Types wherever the focus is.
    pub async fn type_keys(&self, text: &str) {
        let typed = self.driver.action_chain().send_keys(text).perform().await;
        typed.expect("keys can be pressed");
    }

    /// Lets the page believe that the reader prefers this colour scheme: `light` or `dark`.
    pub async fn prefer(&self, scheme: &str) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Sends a command to the browser's developer tools.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let answer = self.driver.cdp().send_raw(command, parameters).await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Writes a picture of the whole page, not only of what is in sight.
    pub async fn picture(&self, file: &Path) {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).expect("the folder for pictures can be made");
        }
        let size: [u32; 2] = self.value("[innerWidth, document.documentElement.scrollHeight]").await;
        let [width, height] = size;
        self.resize(width, height).await;
        self.driver.screenshot(file).await.expect("the browser takes a picture");
    }

    /// Gives the page another size, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        self.until(&format!("innerWidth === {width}")).await;
    }

    /// The errors and violations that the console tells of.
    pub async fn errors(&self) -> Vec<String> {
        let log = self.driver.browser_log().await.expect("the browser gives its log");
        log.into_iter()
            .filter(|entry| entry.level != "INFO" && entry.level != "DEBUG")
            .map(|entry| entry.message)
            .collect()
    }

    /// Stops where the console tells of an error.
    pub async fn expect_no_errors(&self) {
        assert_eq!(self.errors().await, Vec::<String>::new(), "the console tells of errors");
    }
}
