use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::installed::{apt_get, from_cargo, from_debian, from_npm, is_on_path, not_installed, search_path};
use crate::command::run_with_progress;

/// Mozilla's driver of Firefox, which Debian does not have.
const GECKODRIVER: &str = "0.37.1";
/// A program that the visits run, by each of its names, with the packages of Debian that have it.
struct Program {
    names: &'static [&'static str],
    packages: &'static [&'static str],
}

const PROGRAMS: [Program; 7] = [
    Program { names: &["chromium", "chromium-browser", "google-chrome"], packages: &["chromium"] },
    // The engine alone: visits take half as long in it.
    Program { names: &["chromium-headless-shell"], packages: &["chromium-headless-shell"] },
    Program { names: &["chromedriver"], packages: &["chromium-driver"] },
    Program { names: &["firefox-esr", "firefox"], packages: &["firefox-esr"] },
    Program { names: &["WebKitWebDriver"], packages: &["webkit2gtk-driver"] },
    // WebKit has no mode without a screen: it gets one that nobody sees.
    Program { names: &["Xvfb"], packages: &["xvfb"] },
    // On a screen without a window manager nothing else gives a window the focus.
    Program { names: &["xdotool"], packages: &["xdotool"] },
];

/// What the visits need besides the browsers that are on the search path.
pub struct Browsers {
    drivers: Option<PathBuf>,
    nginx: PathBuf,
    /// npm's packages.
    modules: PathBuf,
}

impl Browsers {
    /// The search path on which all drivers are found.
    pub fn path(&self) -> OsString {
        search_path(self.drivers.as_slice())
    }

    /// The folder that stands for `/` around nginx and its module.
    pub fn nginx(&self) -> &Path {
        &self.nginx
    }

    /// A file of one of npm's packages.
    pub fn module(&self, file: &str) -> PathBuf {
        self.modules.join(file)
    }
}

/// Sees that Chromium is there, which needs no driver for what it is asked.
pub fn chromium() -> Result<()> {
    let [chromium, ..] = PROGRAMS;
    programs(&[chromium], "everything is measured in it", "Install Chromium.")
}

/// Sees that programs are there which Debian has.
fn programs(programs: &[Program], why: &str, remedy: &str) -> Result<()> {
    let missing: Vec<&str> = programs
        .iter()
        .filter(|program| !program.names.iter().any(|name| is_on_path(name)))
        .flat_map(|program| program.packages)
        .copied()
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing {} with apt-get: {why}.", missing.join(", "));
    install(&missing)
        .map_err(|error| not_installed(&format!("What Debian calls {}", missing.join(", ")), &error, remedy))
}

/// Sees that the three browsers are there with their drivers, and what host pages are made of.
pub fn browsers() -> Result<Browsers> {
    let remedy = "Install Chromium, Firefox and WebKitGTK with their drivers, and Xvfb.";
    programs(&PROGRAMS, "the browser tests run in Chromium, Firefox and WebKit", remedy)?;
    let modules = test_packages()?;
    let servers = ["nginx", "libnginx-mod-http-brotli-static"];
    let nginx = from_debian(&servers, "usr/sbin/nginx", "the built site is served by a real web server")?;
    let drivers =
        from_cargo("geckodriver", "geckodriver", GECKODRIVER, &["--locked"], "it drives Firefox; about 2 minutes")?;
    Ok(Browsers { drivers, nginx, modules })
}

/// Sees that npm's packages for the tests are there, and gives their `node_modules`.
pub fn test_packages() -> Result<PathBuf> {
    from_npm("tests", "a DOM, fonts, axe, an oEmbed client, a bundler and what else the tests take")
}

fn install(packages: &[&str]) -> Result<()> {
    run_with_progress(apt_get().arg("update"))?;
    run_with_progress(apt_get().args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages))
}
