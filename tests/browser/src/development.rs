use std::{
    process::Command,
    time::{Duration, Instant},
};

use crate::{
    driver::{ChildGuard, POLL_INTERVAL},
    folder::Folder,
    get::get,
};

/// How long a server may take to give its first page, which it compiles before.
const TIMEOUT: Duration = Duration::from_mins(5);

/// A server for development, such as that of a bundler. It is stopped on drop.
pub struct DevelopmentServer {
    port: u16,
    // It must end before its folder is removed.
    _process: ChildGuard,
    _folder: Folder,
}

impl DevelopmentServer {
    /// Starts it by a command that serves that folder on that port, and waits until it gives the page.
    pub async fn start(command: &Command, port: u16, folder: Folder) -> Self {
        let served = Self { port, _process: ChildGuard::start(command), _folder: folder };
        let started = Instant::now();
        let mut again = tokio::time::interval(POLL_INTERVAL);
        while get(port, "/", &[]).await.is_none_or(|answer| answer.status != 200) {
            assert!(started.elapsed() < TIMEOUT, "{command:?} serves nothing");
            again.tick().await;
        }
        served
    }

    /// Its address, such as `http://127.0.0.1:8080`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}
