mod child_guard;
mod chromium;
mod firefox;
mod session;
mod tools;
mod webkit;

use std::{
    env,
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

use reqwest::Client;
use thirtyfour::{Capabilities, WebDriver};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

pub use self::{
    child_guard::{ChildGuard, UNSTABLE_OPTIONS},
    session::Session,
    tools::Tools,
};
use crate::{browser::Browser, folder::Folder, port};

/// How long to wait for a condition in a page.
pub const TIMEOUT: Duration = Duration::from_secs(15);

/// How long to wait for one answer of a driver. Starting a browser takes longest: on a busy machine Firefox has taken
/// more than half a minute.
const ANSWER_TIMEOUT: Duration = Duration::from_mins(2);

/// The polling interval for things that send no notification.
pub const POLL_INTERVAL: Duration = Duration::from_millis(10);

/// A running browser driver, stopped on drop.
struct Driver {
    browser: Browser,
    port: u16,
    // Dropped in this order: the screen must outlive the browser on it.
    _process: ChildGuard,
    screen: Option<webkit::Screen>,
}

impl Driver {
    /// Starts the driver of a browser and waits until it answers.
    ///
    /// We choose its port: when chromedriver chooses one itself, it looks for a port that is free on `::1` and exits if
    /// the same port is taken on `127.0.0.1`.
    async fn start(browser: Browser) -> Self {
        let port = port::free();
        // For profiles and whatever else a browser writes.
        let home = Folder::new("browser");
        let (mut command, screen) = match browser {
            Browser::Chromium => (Command::new("chromedriver"), None),
            Browser::Firefox => (firefox::driver(), None),
            Browser::WebKit => {
                let screen = webkit::Screen::start();
                (webkit::driver(&screen, home.path()), Some(screen))
            }
        };
        let process = ChildGuard::start_in(command.arg(format!("--port={port}")), home);
        until_ready(browser, port).await;
        Self { browser, port, _process: process, screen }
    }

    /// Opens a fresh browser: the full one, or the headless shell, which is enough for nearly all visits.
    async fn open(&self, is_whole: bool) -> WebDriver {
        let capabilities: Capabilities = match self.browser {
            Browser::Chromium => chromium::capabilities(is_whole),
            Browser::Firefox => firefox::capabilities(),
            Browser::WebKit => webkit::capabilities(),
        };
        // A browser outlives the visit that opened it; pooled connections belong to that visit's runtime and do not.
        let client = Client::builder().timeout(ANSWER_TIMEOUT).pool_max_idle_per_host(0).build();
        let driver = WebDriver::builder(format!("http://127.0.0.1:{}", self.port), capabilities)
            .client(client.expect("a client can be made"))
            .await
            .unwrap_or_else(|error| panic!("the driver opens no {}: {error}", self.browser));
        driver.set_script_timeout(TIMEOUT).await.expect("the browser takes a time limit");
        driver.set_page_load_timeout(2 * TIMEOUT).await.expect("the browser takes a time limit");
        if self.browser == Browser::Firefox {
            firefox::allow_narrow_windows(&driver).await;
        }
        if let Some(screen) = &self.screen {
            screen.focus_window();
        }
        driver
    }
}

/// The path of a program, if it is on the search path.
fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Resizes the open page to that size, in CSS pixels.
pub async fn resize(browser: Browser, driver: &WebDriver, width: u32, height: u32) {
    match browser {
        Browser::Chromium => chromium::resize(driver, width, height).await,
        Browser::Firefox | Browser::WebKit => resize_window(driver, width, height).await,
    }
}

/// Resizes the window so that the page in it gets the requested size.
async fn resize_window(driver: &WebDriver, width: u32, height: u32) {
    let frame = driver.execute("return [outerWidth - innerWidth, outerHeight - innerHeight];", Vec::new()).await;
    let [beside, above]: [u32; 2] = frame.and_then(|frame| frame.convert()).expect("a window has a size");
    driver.set_window_rect(0, 0, width + beside, height + above).await.expect("the window takes a size");
    let script = format!(
        "const done = arguments[arguments.length - 1];
         const look = () => innerWidth === {width} && innerHeight === {height} ? done() : requestAnimationFrame(look);
         look();"
    );
    if let Err(error) = driver.execute_async(script, Vec::new()).await {
        let size = driver.execute("return [innerWidth, innerHeight];", Vec::new()).await;
        let size = size.map(|size| size.json().to_string()).unwrap_or_default();
        panic!("the page gets no size of {width} × {height} but {size}: {error}");
    }
}

/// Waits until a driver reports that it is ready.
async fn until_ready(browser: Browser, port: u16) {
    let started = Instant::now();
    let mut poll = tokio::time::interval(POLL_INTERVAL);
    while !is_ready(port).await {
        let waited = started.elapsed();
        assert!(waited < TIMEOUT, "the driver of {browser} does not start: `cargo xtask test browser` installs it");
        poll.tick().await;
    }
}

async fn is_ready(port: u16) -> bool {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)).await else { return false };
    let request = format!("GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    let mut start = [0; 12];
    stream.write_all(request.as_bytes()).await.is_ok()
        && stream.read_exact(&mut start).await.is_ok()
        && start.ends_with(b" 200")
}
