use std::sync::{Mutex, PoisonError};

use thirtyfour::WebDriver;

use super::{Driver, Loaded};
use crate::browser::Browser;

/// Browsers that nobody uses now. They end with the test program.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// A browser that is open, with its driver.
pub struct Session {
    /// What is sent to it.
    pub web: WebDriver,
    driver: Driver,
    waits_for: Loaded,
}

impl Session {
    /// A browser of that size in CSS pixels, which knows nothing of earlier visits: each of them went to an origin of its
    /// own, and in a tab of its own.
    pub async fn begin(browser: Browser, width: u32, height: u32, waits_for: Loaded) -> Self {
        let idle = || IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let session = match idle() {
            Some(session) if waits_for == session.waits_for => {
                session.open_another_tab().await;
                session
            }
            _ => {
                let driver = Driver::start(browser).await;
                let web = driver.open(waits_for).await;
                Self { web, driver, waits_for }
            }
        };
        super::resize(browser, &session.web, width, height).await;
        session
    }

    async fn open_another_tab(&self) {
        let opened = async {
            let used = self.web.windows().await?;
            let tab = self.web.new_tab().await?;
            for window in used {
                self.web.switch_to_window(window).await?;
                self.web.close_window().await?;
            }
            self.web.switch_to_window(tab).await
        };
        opened.await.expect("the browser opens another tab");
    }

    /// Keeps it for the next visit, where starting another one takes seconds.
    pub fn keep(self) {
        IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
    }

    /// Whether it is one that is worth keeping: others start in less time than their state could be trusted.
    pub fn is_worth_keeping(&self) -> bool {
        self.driver.browser == Browser::Firefox && self.waits_for == Loaded::Everything
    }
}
