use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    time::Duration,
};

use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

use crate::port;

/// How long a page may take until something that a test waits for has come about.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// A chromedriver of its own, which ends with the visit.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts chromedriver.
    ///
    /// It is told its port: when it chooses one itself, it looks for a port that is free on `::1` and ends where the same
    /// one is taken on `127.0.0.1`.
    pub fn start() -> Self {
        let port = port::free();
        let process = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver can be started: run `cargo xtask test browser`, which installs it");
        let mut driver = Self { process, port };
        let stdout = driver.process.stdout.take().expect("chromedriver's output is piped");
        let mut said = String::new();
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if line.contains("started successfully") {
                return driver;
            }
            said.push_str(&line);
            said.push('\n');
        }
        panic!("chromedriver does not start:\n{said}");
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
