use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    time::Duration,
};

use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

/// How long a page may take until something that a test waits for has come about.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// A chromedriver of its own, which ends with the visit.
pub struct Driver {
    process: Child,
    port: String,
}

impl Driver {
    /// Starts chromedriver at a port that it chooses.
    pub fn start() -> Self {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver can be started: run `cargo xtask test browser`, which installs it");
        let stdout = process.stdout.take().expect("chromedriver's output is piped");
        let port = BufReader::new(stdout)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                let port = line.split("started successfully on port ").nth(1)?;
                Some(port.trim_end_matches('.').to_owned())
            })
            .expect("chromedriver says at which port it listens");
        Self { process, port }
    }

    /// Opens a browser with nothing in it, `width` pixels wide.
    pub async fn browser(&self, width: u32, height: u32) -> WebDriver {
        let mut capabilities = DesiredCapabilities::chrome();
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
        let driver = WebDriver::new(format!("http://127.0.0.1:{}", self.port), capabilities)
            .await
            .expect("chromedriver opens a browser");
        driver.set_script_timeout(PATIENCE).await.expect("the browser takes a time limit");
        // The size of the page itself; a window is never narrower than its frame lets it.
        let size = serde_json::json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await.expect("the page takes a size");
        driver
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
