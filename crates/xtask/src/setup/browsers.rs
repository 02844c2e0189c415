use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use super::installed::{from_cargo, from_npm, is_on_path, search_path};
use crate::{
    command::{output, run_with_progress},
    error::Error,
};

/// Mozilla's driver of Firefox, which Debian does not have.
const GECKODRIVER: &str = "0.37.1";
/// The style sheet that many sites have, for a host page that styles everything.
const BOOTSTRAP: &str = "5.3.9";

/// A program that the visits run, by each of its names, with the packages of Debian that have it.
struct Program {
    names: &'static [&'static str],
    packages: &'static [&'static str],
}

const PROGRAMS: [Program; 6] = [
    Program { names: &["chromium", "chromium-browser", "google-chrome"], packages: &["chromium"] },
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
    bootstrap: PathBuf,
}

impl Browsers {
    /// The search path on which all drivers are found.
    pub fn path(&self) -> OsString {
        search_path(self.drivers.as_slice())
    }

    /// The style sheet of Bootstrap.
    pub fn bootstrap(&self) -> &Path {
        &self.bootstrap
    }
}

/// Sees that the three browsers are there with their drivers, and what host pages are made of.
pub fn browsers() -> Result<Browsers, Error> {
    let missing: Vec<&str> = PROGRAMS
        .iter()
        .filter(|program| !program.names.iter().any(|name| is_on_path(name)))
        .flat_map(|program| program.packages)
        .copied()
        .collect();
    if !missing.is_empty() {
        println!(
            "Installing {} with apt-get: the browser tests run in Chromium, Firefox and WebKit.",
            missing.join(", ")
        );
        install(&missing).map_err(|_| Error::CannotInstall {
            what: format!("What Debian calls {}", missing.join(", ")),
            remedy: "Install Chromium, Firefox and WebKitGTK with their drivers, and Xvfb.".to_owned(),
        })?;
    }
    let style_sheet = "bootstrap/dist/css/bootstrap.min.css";
    let bootstrap = from_npm("bootstrap", BOOTSTRAP, style_sheet, "host pages of the browser tests have its styles")?;
    let drivers = from_cargo("geckodriver", "geckodriver", GECKODRIVER, &[], "it drives Firefox; about 2 minutes")?;
    Ok(Browsers { drivers, bootstrap: bootstrap.join(style_sheet) })
}

fn install(packages: &[&str]) -> Result<(), Error> {
    run_with_progress(apt_get().arg("update"))?;
    run_with_progress(apt_get().args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages))
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
