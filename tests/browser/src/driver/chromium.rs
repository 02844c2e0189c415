use serde_json::json;
use thirtyfour::{
    Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver, WindowHandle,
    error::WebDriverResult,
};

use super::{on_path, tools::Tools};

/// The headless shell: the engine without windows, menus and side panels. The full browser makes several pages of its
/// own for each new page, so that a run of all visits takes twice as long with it.
const SHELL: &str = "chromium-headless-shell";

/// The capabilities for the headless shell, or for the full browser where a visit needs that.
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

/// Resizes the page by device emulation, since a window cannot be narrower than its frame allows.
pub async fn resize(driver: &WebDriver, width: u32, height: u32) {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await.expect("the page takes a size");
}

/// Opens a new page in its own browser context, with its own storage, caches, permissions and service workers, and
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
    // The log is shared by all pages; reading it discards what the closed ones wrote.
    driver.browser_log().await?;
    Ok(())
}
