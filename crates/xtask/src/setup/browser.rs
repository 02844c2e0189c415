use std::process::Command;

use crate::{
    command::{output, run, run_with_progress},
    error::Error,
};

const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// Sees that Chromium and its driver are there for the tests.
pub fn browser() -> Result<(), Error> {
    let chromium = ["chromium", "chromium-browser", "google-chrome"].into_iter().any(is_there);
    if chromium && is_there("chromedriver") {
        return Ok(());
    }
    println!("Installing Chromium and its driver with apt-get: the browser tests run in it.");
    install().map_err(|_| Error::CannotInstall {
        what: "Chromium with chromedriver".to_owned(),
        remedy: "Install both, in the same version, so that `chromium` and `chromedriver` can be run.".to_owned(),
    })
}

fn install() -> Result<(), Error> {
    run_with_progress(apt_get().arg("update"))?;
    run(apt_get().args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(PACKAGES))
}

/// apt-get as whoever may use it.
fn apt_get() -> Command {
    let is_root = output("id", &["-u"]).is_some_and(|id| id == "0");
    let mut command = if is_root {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["--non-interactive", "apt-get"]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_there(program: &str) -> bool {
    output(program, &["--version"]).is_some()
}
