use serde_json::json;
use thirtyfour::{
    Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver, WindowHandle,
    error::WebDriverResult,
};

use super::{on_path, tools::Tools};

/// The engine without the windows, menus and side panels around it. For each new page the whole browser makes several pages of
/// its own, which took as long as the visit: a run of all visits with it takes twice as long.
const SHELL: &str = "chromium-headless-shell";

/// What Chromium is asked to be: the shell, or the whole browser where a visit needs that.
pub fn capabilities(is_whole: bool) -> Capabilities {
    let mut capabilities = DesiredCapabilities::chrome();
    if let Some(shell) = on_path(SHELL).filter(|_| !is_whole) {
        capabilities.set_binary(&shell.to_string_lossy()).expect("a path is a text");
    }
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--hide-scrollbars",
    ] {
        capabilities.add_arg(argument).expect("an argument is a text");
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a level is a text");
    capabilities.into()
}

/// Gives the page a size; a window is never narrower than its frame lets it.
pub async fn resize(driver: &WebDriver, width: u32, height: u32) {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await.expect("the page takes a size");
}

/// Goes to a new page in a context of its own, with storage, caches, permissions and service workers of its own, and
/// closes all other pages.
pub async fn open_another_context(driver: &WebDriver, tools: &Tools) -> WebDriverResult<()> {
    let page = WindowHandle::from(tools.begin_context());
    driver.switch_to_window(page.clone()).await?;
    for window in driver.windows().await? {
        if window != page {
            driver.switch_to_window(window).await?;
            driver.close_window().await?;
        }
    }
    driver.switch_to_window(page).await?;
    tools.end_former_contexts();
    // The log is that of all pages that were there; those that are closed say nothing any more.
    driver.browser_log().await?;
    Ok(())
}
