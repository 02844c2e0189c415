use std::sync::{Mutex, PoisonError};

use thirtyfour::WebDriver;

use super::Driver;
use crate::browser::Browser;

/// Browsers that nobody uses now. They end with the test program.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// A browser that is open, with its driver.
pub struct Session {
    /// What is sent to it.
    pub web: WebDriver,
    driver: Driver,
}

impl Session {
    /// A browser of that size in CSS pixels, which knows nothing of earlier visits: each of them went to an origin of its
    /// own, and in a tab of its own.
    pub async fn begin(browser: Browser, width: u32, height: u32) -> Self {
        let idle = || IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let session = if let Some(session) = idle() {
            session.open_another_tab().await;
            session
        } else {
            let driver = Driver::start(browser).await;
            let web = driver.open().await;
            Self { web, driver }
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

    /// Whether it is one that is worth keeping: Firefox takes three seconds to start, the others about one.
    pub fn is_worth_keeping(&self) -> bool {
        self.driver.browser == Browser::Firefox
    }
}
