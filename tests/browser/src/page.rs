mod errors;
mod looks;
mod network;
mod reader;

use std::{path::Path, time::Instant};

use serde::de::DeserializeOwned;
use serde_json::json;
use thirtyfour::WebDriver;

use crate::{
    browser::Browser,
    driver::{ASK_EVERY, PATIENCE, Tools},
    selector::found,
    server::Server,
};

/// A page in the browser, used as a reader uses it. Where a method takes a selector, ` >>> ` in it leads into a shadow
/// root: `fact-cards >>> .name`.
pub struct Page {
    driver: WebDriver,
    tools: Option<Tools>,
    browser: Browser,
    url: String,
    servers: Servers,
    has_script: bool,
}

/// Who serves a page.
pub(crate) struct Servers {
    /// Of the site, unless somebody else serves it.
    pub site: Option<Server>,
    /// Of the page that the site is embedded in.
    pub host: Option<Server>,
}

impl Page {
    pub(crate) const fn new(
        driver: WebDriver,
        tools: Option<Tools>,
        browser: Browser,
        url: String,
        servers: Servers,
        has_script: bool,
    ) -> Self {
        Self { driver, tools, browser, url, servers, has_script }
    }

    /// Opens the page at a path, shows activation in it and waits until its controls work.
    pub async fn open(&self, path: &str) {
        self.go(path).await;
        self.show_activation().await;
        self.until("document.querySelector('[data-ready]')").await;
    }

    /// Opens the page at a path, and does nothing there.
    pub async fn go(&self, path: &str) {
        self.driver.goto(format!("{}/{path}", self.url)).await.expect("the page opens");
    }

    /// Leaves the page for one with nothing in it: the same address opened once more would be loaded again.
    pub async fn leave(&self) {
        self.driver.goto("about:blank").await.expect("there is an empty page");
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        if self.browser == Browser::Firefox {
            self.reload_as_a_reader().await;
        } else {
            self.driver.refresh().await.expect("the page loads again");
        }
        self.show_activation().await;
        self.until("document.querySelector('[data-ready]')").await;
    }

    /// Loads the page again as the button does: Firefox's driver also passes over whatever is kept.
    async fn reload_as_a_reader(&self) {
        let _: serde_json::Value = self.value("(window.goes = true, location.reload(), null)").await;
        let started = Instant::now();
        loop {
            // Between two pages there is nobody to answer.
            let arrived = "return !window.goes && document.readyState === 'complete';";
            let answer = self.driver.execute(arrived, Vec::new()).await;
            if answer.ok().and_then(|answer| answer.convert::<bool>().ok()) == Some(true) {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "the page does not load again");
        }
    }

    /// Shows activation in the search field, as a reader does whose focus comes there. The focus itself stays where it is: a
    /// card that an address leads to keeps it, and the next Tab still starts from the top.
    async fn show_activation(&self) {
        // WebKit's driver says that a page is open before its modules have run.
        self.until("customElements.get('fact-cards')").await;
        let shown = "['focus', 'focusin'].forEach(kind => document.querySelector('input[type=search]')?.dispatchEvent(
            new FocusEvent(kind, { bubbles: kind === 'focusin', composed: true })))";
        let _: serde_json::Value = self.value(shown).await;
    }

    /// Goes back in the history.
    pub async fn back(&self) {
        self.until_browser_knows().await;
        self.driver.back().await.expect("there is a page to go back to");
    }

    /// Goes forward in the history.
    pub async fn forward(&self) {
        self.until_browser_knows().await;
        self.driver.forward().await.expect("there is a page to go forward to");
    }

    /// Waits until the browser around a page knows where that is. `WebKitGTK` keeps the history in a process of its own, and who
    /// goes on before that has heard of the last step goes the same step once more.
    async fn until_browser_knows(&self) {
        if self.browser != Browser::WebKit {
            return;
        }
        let started = Instant::now();
        let mut ask = tokio::time::interval(ASK_EVERY);
        loop {
            let (known, here) = (self.driver.current_url().await, self.value::<String>("location.href").await);
            if known.is_ok_and(|known| known.as_str() == here) {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "the browser does not know of {here}");
            ask.tick().await;
        }
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

    /// Waits until an expression in the page is true. The page looks at every frame; without script it is asked.
    pub async fn until(&self, expression: &str) {
        let outcome =
            if self.has_script { self.until_seen(expression).await } else { self.until_told(expression).await };
        if let Err(error) = outcome {
            let text: String = self.value("document.body.innerText.slice(0, 600)").await;
            panic!("this did not come about: {expression}\n{error}\nThe page shows:\n{text}");
        }
    }

    async fn until_seen(&self, expression: &str) -> Result<(), String> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const look = () => ({expression}) ? done(true) : requestAnimationFrame(look);
             look();"
        );
        self.driver.execute_async(script, Vec::new()).await.map(drop).map_err(|error| error.to_string())
    }

    async fn until_told(&self, expression: &str) -> Result<(), String> {
        let started = Instant::now();
        while !self.value::<bool>(&format!("!!({expression})")).await {
            if started.elapsed() > PATIENCE {
                return Err("it was asked again and again".to_owned());
            }
        }
        Ok(())
    }

    /// Waits until an element shows that text in a page that loads itself anew or gives way to another one meanwhile, which
    /// ends what [`Page::until`] runs in it: here the question is asked again and again.
    pub async fn until_reloaded_with(&self, selector: &str, text: &str) {
        let shown = format!("return {}?.innerText.trim();", found(selector));
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

    /// Waits until a file is there that the browser saves.
    pub async fn until_file(&self, file: &Path) {
        let started = Instant::now();
        let mut ask = tokio::time::interval(ASK_EVERY);
        while !file.is_file() {
            assert!(started.elapsed() < PATIENCE, "{} does not come", file.display());
            ask.tick().await;
        }
    }

    /// Waits until so many windows are open.
    pub async fn until_windows(&self, count: usize) {
        let started = Instant::now();
        while self.driver.windows().await.expect("the browser knows its windows").len() != count {
            assert!(started.elapsed() < PATIENCE, "there are not {count} windows");
        }
    }

    /// The ids of the cards that are in sight, in order.
    pub async fn cards(&self) -> Vec<String> {
        self.until_whole().await;
        self.value("[...document.querySelectorAll('[data-card]')].map(card => card.dataset.card)").await
    }

    /// Waits until the cards that follow the first ones are there too. A page that is about to be left has nothing to wait
    /// for, nor one without a widget.
    pub(crate) async fn until_whole(&self) {
        let whole = "return [...document.querySelectorAll('fact-cards')]
            .every(widget => ![widget, widget.shadowRoot].some(root => root?.querySelector('[aria-busy]')));";
        let started = Instant::now();
        loop {
            let answer = self.driver.execute(whole, Vec::new()).await;
            if answer.ok().and_then(|answer| answer.convert::<bool>().ok()).unwrap_or(true) {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "the rest of the cards does not come");
        }
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
        self.value(&format!("{}.innerText.trim()", found(selector))).await
    }

    /// Waits until an element shows that text.
    pub async fn until_text(&self, selector: &str, text: &str) {
        self.until(&format!("{}?.innerText.trim() === {}", found(selector), json!(text))).await;
    }
}
