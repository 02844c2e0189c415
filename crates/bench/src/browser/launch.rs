use std::{
    env,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::Command,
    thread,
};

use anyhow::{Context, Result};
use fs_err as fs;
use serde_json::{Value, json};

use super::connection::{Connection, NO_ANSWER};
use crate::child_guard::ChildGuard;

/// The names of the browser's binary.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// A headless browser. Dropping this ends it.
pub struct Browser {
    pub connection: Connection,
    version: String,
    process: Option<ChildGuard>,
    profile: PathBuf,
}

impl Browser {
    /// Starts the browser with a profile in that folder.
    pub fn launch(folder: &Path) -> Result<Self> {
        let path = env::var_os("PATH").unwrap_or_default();
        let programs = || env::split_paths(&path).flat_map(|folder| NAMES.map(|name| folder.join(name)));
        let program = programs()
            .find(|program| program.is_file())
            .context("Chromium is not on the search path; `cargo xtask bench` installs it")?;
        let profile = folder.join("profile");
        if profile.exists() {
            fs::remove_dir_all(&profile)?;
        }
        fs::create_dir_all(&profile)?;
        let mut command = Command::new(&program);
        command.args([
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--no-first-run",
            "--hide-scrollbars",
            // No throttling of background pages.
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            // Memory is measured when asked for, not at the next garbage collection.
            "--enable-blink-features=ForceEagerMeasureMemory",
            "--remote-debugging-port=0",
        ]);
        command.arg(format!("--user-data-dir={}", profile.display())).arg("about:blank");
        let mut process =
            ChildGuard::start(&command).with_context(|| format!("`{}` could not be started", program.display()))?;
        let address = process.errors().and_then(address).context("Chromium ended before it said where it listens")?;
        let mut connection = Connection::open(&address).context(NO_ANSWER)?;
        let version = connection.call(None, "Browser.getVersion", &json!({}))?;
        let version = version.get("product").and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok(Self { connection, version, process: Some(process), profile })
    }

    /// Name and version.
    pub fn version(&self) -> &str {
        &self.version
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The browser must have ended before the folder is removed.
        drop(self.process.take());
        // The next run removes what is left.
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// The address in its output. The rest of the output is read and dropped, so that it never blocks.
fn address(output: impl Read + Send + 'static) -> Option<String> {
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let address =
        lines.find_map(|line| line.split_once("DevTools listening on ").map(|(_, address)| address.to_owned()));
    thread::spawn(move || lines.for_each(drop));
    address
}
