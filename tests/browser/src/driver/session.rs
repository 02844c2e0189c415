use std::{
    sync::{Mutex, PoisonError},
    time::Instant,
};

use thirtyfour::{WebDriver, error::WebDriverResult};

use super::{Driver, POLL_INTERVAL, TIMEOUT, chromium, tools::Tools};
use crate::browser::Browser;

/// Browsers that no visit is using. They end with the test program.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// An open browser with its driver. Only one visit at a time uses it; there are as many as the test program has
/// threads.
pub struct Session {
    /// The `WebDriver` client.
    pub web: WebDriver,
    /// Chromium's browser-wide developer tools.
    pub tools: Option<Tools>,
    // Dropped last.
    _driver: Driver,
}

impl Session {
    /// A browser of that size in CSS pixels, without traces of earlier visits: each visit has its own origin and tab,
    /// and in Chromium its own context.
    pub async fn begin(browser: Browser, width: u32, height: u32) -> Self {
        let idle = || IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let (session, is_new) = match idle() {
            Some(session) => (session, false),
            None => (Self::open(browser, false).await, true),
        };
        let opened = match &session.tools {
            Some(tools) => chromium::open_another_context(&session.web, tools).await,
            None if is_new => Ok(()),
            None => session.open_another_tab().await,
        };
        opened.unwrap_or_else(|error| panic!("{browser} opens no other tab: {error}"));
        super::resize(browser, &session.web, width, height).await;
        if session.has_focus_soon().await {
            return session;
        }
        // In WebKit a new tab may never get the focus; a freshly opened browser does.
        drop(session);
        let session = Self::open(browser, false).await;
        super::resize(browser, &session.web, width, height).await;
        session
    }

    /// Waits for the page to get the focus of its window, and returns whether it did. A new tab of `WebKitGTK` gets it
    /// with a delay; until then nothing in it matches `:focus`.
    async fn has_focus_soon(&self) -> bool {
        let asked = Instant::now();
        let mut again = tokio::time::interval(POLL_INTERVAL);
        while asked.elapsed() < TIMEOUT / 3 {
            let has_focus = self.web.execute("return document.hasFocus();", Vec::new()).await;
            if has_focus.and_then(|has_focus| has_focus.convert()).unwrap_or(false) {
                return true;
            }
            again.tick().await;
        }
        false
    }

    /// The full browser with its own profile, for visits that a context is not enough for. It is not reused.
    pub async fn begin_whole(browser: Browser, width: u32, height: u32) -> Self {
        let session = Self { tools: None, ..Self::open(browser, true).await };
        super::resize(browser, &session.web, width, height).await;
        session
    }

    async fn open(browser: Browser, is_whole: bool) -> Self {
        let driver = Driver::start(browser).await;
        let web = driver.open(is_whole).await;
        let tools = (browser == Browser::Chromium).then(|| Tools::connect(&web));
        Self { web, tools, _driver: driver }
    }

    async fn open_another_tab(&self) -> WebDriverResult<()> {
        let used = self.web.windows().await?;
        let tab = self.web.new_tab().await?;
        for window in used {
            self.web.switch_to_window(window).await?;
            self.web.close_window().await?;
        }
        self.web.switch_to_window(tab).await
    }

    /// Keeps it for the next visit, since starting another takes seconds.
    pub fn keep(self) {
        IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
    }
}
