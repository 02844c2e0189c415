//! Plain Trunk, as used for working on the widget alone.

use std::{env, process::Command};

use crate::{
    development::DevelopmentServer,
    folder::{Folder, in_project},
    port,
};

/// Starts `trunk serve` and waits until it serves the page: cargo has compiled it by then, but optimises it for size again.
pub async fn trunk_serve() -> DevelopmentServer {
    let path = env::var_os("FACT_CARDS_TRUNK_PATH").expect("`cargo xtask test` installs it and says where");
    let (port, dist) = (port::free(), Folder::new("trunk"));
    let mut trunk = Command::new("trunk");
    trunk.args(["serve", "--offline", "--skip-version-check", "--release", "--config"]).arg(in_project("Trunk.toml"));
    trunk.arg("--dist").arg(dist.path()).arg(format!("--port={port}"));
    // It takes NO_COLOR for one of its own settings and rejects the usual value 1.
    trunk.env("PATH", path).env_remove("NO_COLOR");
    DevelopmentServer::start(&trunk, port, dist).await
}
