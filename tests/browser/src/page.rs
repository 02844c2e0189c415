mod errors;
mod looks;
mod network;
mod reader;

pub use reader::FRAME_FITS;

use std::{path::Path, sync::atomic::AtomicBool, time::Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::{
    browser::Browser,
    driver::{POLL_INTERVAL, TIMEOUT, Tools},
    selector::found,
    server::Server,
};

/// A page in the browser, used as a reader would. In every selector argument ` >>> ` leads into a shadow root:
/// `fact-cards >>> .name`.
pub struct Page {
    driver: WebDriver,
    tools: Option<Tools>,
    browser: Browser,
    url: String,
    servers: Servers,
    has_script: bool,
    /// Whether it is in a frame that gets the height of what is in it.
    in_sized_frame: AtomicBool,
}

/// The servers of a page.
pub(crate) struct Servers {
    /// The server of the site, unless it is served elsewhere.
    pub site: Option<Server>,
    /// The server of the page that embeds the site.
    pub host: Option<Server>,
}

/// What tells whether a page has been reached by what was done to it.
const STATE: &str = "{ address: location.href, ready: document.readyState, visible: document.visibilityState,
    focus: document.hasFocus(), active: document.activeElement?.outerHTML.slice(0, 200), now: Math.round(performance.now()), presses: window.presses,
    popovers: [...document.querySelectorAll('[popover]')].map((popover) => popover.cloneNode().outerHTML) }";

impl Page {
    pub(crate) const fn new(
        driver: WebDriver,
        tools: Option<Tools>,
        browser: Browser,
        url: String,
        servers: Servers,
        has_script: bool,
    ) -> Self {
        Self { driver, tools, browser, url, servers, has_script, in_sized_frame: AtomicBool::new(false) }
    }

    /// Opens the page at a path, activates it and waits until its controls work.
    pub async fn open(&self, path: &str) {
        self.go(path).await;
        self.show_activation().await;
        self.until("document.querySelector('[data-ready]')").await;
    }

    /// Opens the page at a path without interacting with it.
    pub async fn go(&self, path: &str) {
        self.driver.goto(format!("{}/{path}", self.url)).await.expect("the page opens");
    }

    /// Leaves for a blank page, since opening the same address again would be a reload.
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

    /// Reloads as the button does; Firefox's driver would also bypass the caches.
    async fn reload_as_a_reader(&self) {
        let _: Value = self.value("(window.goes = true, location.reload(), null)").await;
        let started = Instant::now();
        loop {
            // Between two pages nothing answers.
            let arrived = "return !window.goes && document.readyState === 'complete';";
            let answer = self.driver.execute(arrived, Vec::new()).await;
            if answer.ok().and_then(|answer| answer.convert::<bool>().ok()) == Some(true) {
                return;
            }
            assert!(started.elapsed() < TIMEOUT, "the page does not load again");
        }
    }

    /// Activates through the search field, as if the focus came there. The focus itself does not move: a card that the
    /// address leads to keeps it, and the next Tab still starts from the top.
    async fn show_activation(&self) {
        // WebKit's driver reports a page as open before its modules have run.
        self.until("customElements.get('fact-cards')").await;
        let shown = "['focus', 'focusin'].forEach(kind => document.querySelector('input[type=search]')?.dispatchEvent(
            new FocusEvent(kind, { bubbles: kind === 'focusin', composed: true })))";
        let _: Value = self.value(shown).await;
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

    /// Waits until the browser process has caught up with the page's history. `WebKitGTK` keeps the history in a
    /// separate process, and going on before it knows of the last step repeats that step.
    async fn until_browser_knows(&self) {
        if self.browser != Browser::WebKit {
            return;
        }
        let started = Instant::now();
        let mut poll = tokio::time::interval(POLL_INTERVAL);
        loop {
            let (known, here) = (self.driver.current_url().await, self.value::<String>("location.href").await);
            if known.is_ok_and(|known| known.as_str() == here) {
                return;
            }
            assert!(started.elapsed() < TIMEOUT, "the browser does not know of {here}");
            poll.tick().await;
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

    /// Waits until an expression in the page is true. The page checks it in every frame; without script the driver
    /// polls.
    pub async fn until(&self, expression: &str) {
        let outcome =
            if self.has_script { self.until_seen(expression).await } else { self.until_told(expression).await };
        if let Err(error) = outcome {
            let text: String = self.value("document.body.innerText.slice(0, 600)").await;
            let state: Value = self.value(STATE).await;
            let requests = self.servers.site.as_ref().map(Server::requests);
            panic!(
                "this did not come about: {expression}\n{error}\n{state}\nRequested: {requests:?}\nThe page shows:\n{text}"
            );
        }
    }

    /// Waits for the next frame, in which an input takes effect.
    pub async fn until_next_frame(&self) {
        // True on the second check.
        self.until("(window.looked = !window.looked, !window.looked)").await;
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
            if started.elapsed() > TIMEOUT {
                return Err("it was asked again and again".to_owned());
            }
        }
        Ok(())
    }

    /// Waits until an element shows that text in a page that reloads or navigates meanwhile. That would end the check
    /// that [`Page::until`] runs inside the page, so the driver polls here.
    pub async fn until_reloaded_with(&self, selector: &str, text: &str) {
        let shown = format!("return {}?.innerText.trim();", found(selector));
        let started = Instant::now();
        loop {
            // Between two pages nothing answers.
            let answer = self.driver.execute(shown.clone(), Vec::new()).await;
            let answer = answer.ok().and_then(|answer| answer.convert::<Option<String>>().ok()).flatten();
            if answer.as_deref() == Some(text) {
                return;
            }
            assert!(started.elapsed() < TIMEOUT, "`{selector}` shows {answer:?}, not {text:?}");
        }
    }

    /// Waits until the browser has saved a file.
    pub async fn until_file(&self, file: &Path) {
        let started = Instant::now();
        let mut poll = tokio::time::interval(POLL_INTERVAL);
        while !file.is_file() {
            assert!(started.elapsed() < TIMEOUT, "{} does not come", file.display());
            poll.tick().await;
        }
    }

    /// Waits until that many windows are open.
    pub async fn until_windows(&self, count: usize) {
        let started = Instant::now();
        while self.driver.windows().await.expect("the browser knows its windows").len() != count {
            assert!(started.elapsed() < TIMEOUT, "there are not {count} windows");
        }
    }

    /// The ids of the visible cards, in order.
    pub async fn cards(&self) -> Vec<String> {
        self.until_whole().await;
        self.value("[...document.querySelectorAll('[data-card]')].map(card => card.dataset.card)").await
    }

    /// Waits until the cards after the first ones are there too. There is nothing to wait for in a page that is being
    /// left, or in one without a widget.
    pub(crate) async fn until_whole(&self) {
        let whole = "return [...document.querySelectorAll('fact-cards')]
            .every(widget => ![widget, widget.shadowRoot].some(root => root?.querySelector('[aria-busy]')));";
        let started = Instant::now();
        loop {
            let answer = self.driver.execute(whole, Vec::new()).await;
            if answer.ok().and_then(|answer| answer.convert::<bool>().ok()).unwrap_or(true) {
                return;
            }
            assert!(started.elapsed() < TIMEOUT, "the rest of the cards does not come");
        }
    }

    /// Waits until exactly these cards are shown.
    pub async fn until_cards(&self, ids: &[&str]) {
        let ids = json!(ids.join(" "));
        let shown = "[...document.querySelectorAll('[data-card]')].map(card => card.dataset.card).join(' ')";
        self.until(&format!("{shown} === {ids}")).await;
    }

    /// Waits until that many cards are shown.
    pub async fn until_card_count(&self, count: usize) {
        self.until(&format!("document.querySelectorAll('[data-card]').length === {count}")).await;
    }

    /// The visible text of an element, once it is there: some of what an article shows comes with the engine.
    pub async fn text(&self, selector: &str) -> String {
        self.until(&found(selector)).await;
        self.value(&format!("{}.innerText.trim()", found(selector))).await
    }

    /// Waits until an element shows that text.
    pub async fn until_text(&self, selector: &str, text: &str) {
        self.until(&format!("{}?.innerText.trim() === {}", found(selector), json!(text))).await;
    }
}
