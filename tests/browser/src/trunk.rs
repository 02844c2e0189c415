//! Plain Trunk, as used for working on the widget alone.

use std::{
    env,
    process::Command,
    time::{Duration, Instant},
};

use crate::{
    driver::{ChildGuard, POLL_INTERVAL},
    folder::{Folder, in_project},
    get::get,
    port,
};

/// How long the build may take: cargo has compiled it by then, but optimises it for size again.
const TIMEOUT: Duration = Duration::from_mins(5);

/// A running `trunk serve`, stopped on drop.
pub struct Trunk {
    port: u16,
    // It must end before its folder is removed.
    _process: ChildGuard,
    _dist: Folder,
}

impl Trunk {
    /// Starts it and waits until it serves the page.
    pub async fn serve() -> Self {
        let path = env::var_os("FACT_CARDS_TRUNK_PATH").expect("`cargo xtask test` installs it and says where");
        let (port, dist) = (port::free(), Folder::new("trunk"));
        let mut trunk = Command::new("trunk");
        trunk
            .args(["serve", "--offline", "--skip-version-check", "--release", "--config"])
            .arg(in_project("Trunk.toml"));
        trunk.arg("--dist").arg(dist.path()).arg(format!("--port={port}"));
        // It takes NO_COLOR for one of its own settings and rejects the usual value 1.
        trunk.env("PATH", path).env_remove("NO_COLOR");
        let served = Self { port, _process: ChildGuard::start(&trunk), _dist: dist };
        let started = Instant::now();
        let mut again = tokio::time::interval(POLL_INTERVAL);
        while get(port, "/", &[]).await.is_none_or(|answer| answer.status != 200) {
            assert!(started.elapsed() < TIMEOUT, "`trunk serve` serves nothing");
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
