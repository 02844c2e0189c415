use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::installed::{apt_get, from_cargo, from_debian, from_npm, is_on_path, not_installed, search_path};
use crate::command::run_with_progress;

/// Mozilla's driver for Firefox, which is not in Debian.
const GECKODRIVER: &str = "0.37.1";
/// A program that visits need: its names, and the Debian packages that contain it.
struct Program {
    names: &'static [&'static str],
    packages: &'static [&'static str],
}

const PROGRAMS: [Program; 7] = [
    Program { names: &["chromium", "chromium-browser", "google-chrome"], packages: &["chromium"] },
    // The headless shell: visits take half as long in it.
    Program { names: &["chromium-headless-shell"], packages: &["chromium-headless-shell"] },
    Program { names: &["chromedriver"], packages: &["chromium-driver"] },
    Program { names: &["firefox-esr", "firefox"], packages: &["firefox-esr"] },
    Program { names: &["WebKitWebDriver"], packages: &["webkit2gtk-driver"] },
    // WebKit has no headless mode: it gets a virtual screen.
    Program { names: &["Xvfb"], packages: &["xvfb"] },
    // Without a window manager this gives the window the focus.
    Program { names: &["xdotool"], packages: &["xdotool"] },
];

/// What the visits need besides the browsers.
pub struct Browsers {
    drivers: Option<PathBuf>,
    nginx: PathBuf,
    /// The npm packages.
    modules: PathBuf,
}

impl Browsers {
    /// The search path with all drivers.
    pub fn path(&self) -> OsString {
        search_path(self.drivers.as_slice())
    }

    /// The folder that stands for `/` around nginx and its module.
    pub fn nginx(&self) -> &Path {
        &self.nginx
    }

    /// A file of an npm package.
    pub fn module(&self, file: &str) -> PathBuf {
        self.modules.join(file)
    }
}

/// Installs Chromium if it is missing. The bench needs no driver.
pub fn chromium() -> Result<()> {
    let [chromium, ..] = PROGRAMS;
    programs(&[chromium], "everything is measured in it", "Install Chromium.")
}

/// Installs missing programs from Debian.
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

/// Installs what is missing of the three browsers, their drivers and the npm packages of the tests.
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

/// Installs the npm packages of the tests if they are missing. Returns their `node_modules`.
pub fn test_packages() -> Result<PathBuf> {
    from_npm("tests", "a DOM, fonts, axe, an oEmbed client, bundlers and what else the tests take; seconds")
}

/// Installs the frameworks that the npm package is tried with, if they are missing. Returns their `node_modules`.
pub fn frameworks() -> Result<PathBuf> {
    from_npm("frameworks", "the npm package is tried with them; 600 MB, minutes")
}

/// Wine, by which a program for Windows runs here: installed if it is missing. None where it cannot be.
pub fn wine() -> Option<&'static str> {
    // Debian has it off the search path.
    emulator(&["wine64", "wine", "/usr/lib/wine/wine64"], "wine64", "the program for Windows is tried in it")
}

/// QEMU, by which a program for Linux on ARM runs here: installed if it is missing. None where it cannot be.
pub fn qemu() -> Option<&'static str> {
    emulator(&["qemu-aarch64", "qemu-aarch64-static"], "qemu-user", "the program for Linux on ARM is tried in it")
}

/// The first of these programs that is there; if none is, the Debian package is installed.
fn emulator(names: &[&'static str], package: &str, why: &str) -> Option<&'static str> {
    let found = || names.iter().copied().find(|name| is_on_path(name));
    found().or_else(|| {
        println!("Installing {package} with apt-get: {why}.");
        install(&[package]).ok()?;
        found()
    })
}

/// Installs Debian packages.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    run_with_progress(apt_get().arg("update"))?;
    run_with_progress(apt_get().args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages))
}
