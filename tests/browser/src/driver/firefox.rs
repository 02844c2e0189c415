use std::{env, process::Command, sync::Arc};

use serde_json::{Value, json};
use thirtyfour::{
    Capabilities, WebDriver,
    common::command::{self, ExtensionCommand},
};

use super::on_path;

pub fn driver() -> Command {
    let mut command = Command::new("geckodriver");
    // The frame of the window is told how narrow it may become.
    command.arg("--allow-system-access");
    command
}

pub fn capabilities() -> Capabilities {
    // Its pages may read no files but the system's, so no fonts from elsewhere unless it is told.
    let fonts = env::var("FACT_CARDS_FONTS").map(|folder| format!("{}/", folder.trim_end_matches('/')));
    // The first two start it faster, and change nothing in a page. What gets the focus is in sight at once.
    let preferences = json!({
        "dom.ipc.processCount": 1,
        "dom.ipc.processPrelaunch.enabled": false,
        "general.smoothScroll": false,
        // On a busy machine it asks the network for what its cache has, and takes what comes first.
        "network.http.rcwn.enabled": false,
        "security.sandbox.content.read_path_whitelist": fonts.unwrap_or_default(),
    });
    let mut options = serde_json::Map::new();
    options.insert("args".to_owned(), json!(["-headless"]));
    options.insert("prefs".to_owned(), preferences);
    // Debian's has a name that its driver does not look for.
    if let Some(binary) = on_path("firefox-esr") {
        options.insert("binary".to_owned(), json!(binary));
    }
    let mut capabilities = serde_json::Map::new();
    capabilities.insert("moz:firefoxOptions".to_owned(), json!(options));
    Capabilities::from(capabilities)
}

/// Lets windows be as narrow as a phone: those of Firefox are 500 px wide at least.
pub async fn allow_narrow_windows(driver: &WebDriver) {
    let narrow = "document.documentElement.style.setProperty('min-width', '0', 'important');";
    enter(driver, "chrome").await;
    driver.execute(narrow, Vec::new()).await.expect("the window's frame has a style");
    enter(driver, "content").await;
}

/// Lets scripts run in the window's frame (`chrome`) or in the page (`content`).
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
