use std::{env, process::Command, sync::Arc};

use serde_json::{Value, json};
use thirtyfour::{
    Capabilities, WebDriver,
    common::command::{self, ExtensionCommand},
};

use super::on_path;

pub fn driver() -> Command {
    let mut command = Command::new("geckodriver");
    // Needed to set the minimum width of the window's frame.
    command.arg("--allow-system-access");
    command
}

pub fn capabilities() -> Capabilities {
    // Its content process may only read system files, so other fonts must be allowed explicitly.
    let fonts = env::var("FACT_CARDS_FONTS").map(|folder| format!("{}/", folder.trim_end_matches('/')));
    // The first two make it start faster and change nothing in a page. Scrolling to the focus is instant.
    let preferences = json!({
        "dom.ipc.processCount": 1,
        "dom.ipc.processPrelaunch.enabled": false,
        "general.smoothScroll": false,
        // On a busy machine it would race the cache against the network and take whichever answers first.
        "network.http.rcwn.enabled": false,
        "security.sandbox.content.read_path_whitelist": fonts.unwrap_or_default(),
    });
    let mut options = serde_json::Map::new();
    options.insert("args".to_owned(), json!(["-headless"]));
    options.insert("prefs".to_owned(), preferences);
    // Debian's binary has a name that the driver does not look for.
    if let Some(binary) = on_path("firefox-esr") {
        options.insert("binary".to_owned(), json!(binary));
    }
    let mut capabilities = serde_json::Map::new();
    capabilities.insert("moz:firefoxOptions".to_owned(), json!(options));
    Capabilities::from(capabilities)
}

/// Allows windows as narrow as a phone; Firefox's default minimum is 500 px.
pub async fn allow_narrow_windows(driver: &WebDriver) {
    let narrow = "document.documentElement.style.setProperty('min-width', '0', 'important');";
    enter(driver, "chrome").await;
    driver.execute(narrow, Vec::new()).await.expect("the window's frame has a style");
    enter(driver, "content").await;
}

/// Runs later scripts in the browser's own window (`chrome`) or in the page (`content`).
async fn enter(driver: &WebDriver, context: &'static str) {
    let command = command::Command::ExtensionCommand(Box::new(Enter(context)));
    driver.handle().cmd(command).await.expect("Firefox lets scripts run there");
}

#[derive(Debug)]
struct Enter(&'static str);

impl ExtensionCommand for Enter {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "context": self.0 }))
    }

    fn method(&self) -> hyper::Method {
        hyper::Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/moz/context".into()
    }
}
