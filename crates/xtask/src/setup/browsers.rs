use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use super::installed::{apt_get, from_cargo, from_debian, from_npm, from_npm_with, is_on_path, search_path};
use crate::{command::run_with_progress, error::Error};

/// Mozilla's driver of Firefox, which Debian does not have.
const GECKODRIVER: &str = "0.37.1";
/// The style sheet that many sites have, for a host page that styles everything.
const BOOTSTRAP: &str = "5.3.9";
/// What looks for barriers in a page.
const AXE: &str = "4.13.0";
/// The oEmbed client: given an address, it looks for the link there and asks what to embed.
const OEMBED_CLIENT: &str = "4.1.0";
/// What that client reads pages with. Newer ones need a package that not every copy of npm has.
const LINKEDOM: &str = "linkedom@0.18.12";
/// The bundler of the project that the npm package is tried in, and what checks its types.
const VITE: &str = "8.3.8";
const TYPESCRIPT: &str = "5.9.3";

/// A program that the visits run, by each of its names, with the packages of Debian that have it.
struct Program {
    names: &'static [&'static str],
    packages: &'static [&'static str],
}

const PROGRAMS: [Program; 6] = [
    Program { names: &["chromium", "chromium-browser", "google-chrome"], packages: &["chromium"] },
    Program { names: &["chromedriver"], packages: &["chromium-driver"] },
    Program { names: &["firefox-esr", "firefox"], packages: &["firefox-esr"] },
    // WebKit makes boxes as wide as letters of marks that no font has: this one has those of the hostile story.
    Program { names: &["WebKitWebDriver"], packages: &["webkit2gtk-driver", "fonts-noto-mono"] },
    // WebKit has no mode without a screen: it gets one that nobody sees.
    Program { names: &["Xvfb"], packages: &["xvfb"] },
    // On a screen without a window manager nothing else gives a window the focus.
    Program { names: &["xdotool"], packages: &["xdotool"] },
];

/// What the visits need besides the browsers that are on the search path.
pub struct Browsers {
    drivers: Option<PathBuf>,
    bootstrap: PathBuf,
    axe: PathBuf,
    nginx: PathBuf,
    oembed_client: PathBuf,
    vite: PathBuf,
    typescript: PathBuf,
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

    /// The script of axe-core.
    pub fn axe(&self) -> &Path {
        &self.axe
    }

    /// The folder that stands for `/` around nginx and its module.
    pub fn nginx(&self) -> &Path {
        &self.nginx
    }

    /// The script of Vite.
    pub fn vite(&self) -> &Path {
        &self.vite
    }

    /// The script of TypeScript's compiler.
    pub fn typescript(&self) -> &Path {
        &self.typescript
    }

    /// The main file of the oEmbed client.
    pub fn oembed_client(&self) -> &Path {
        &self.oembed_client
    }
}

/// Sees that Chromium is there, which needs no driver for what it is asked.
pub fn chromium() -> Result<(), Error> {
    let [chromium, ..] = PROGRAMS;
    programs(&[chromium], "everything is measured in it", "Install Chromium.")
}

/// Sees that programs are there which Debian has.
fn programs(programs: &[Program], why: &str, remedy: &str) -> Result<(), Error> {
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
    install(&missing).map_err(|_| Error::CannotInstall {
        what: format!("What Debian calls {}", missing.join(", ")),
        remedy: remedy.to_owned(),
    })
}

/// Sees that the three browsers are there with their drivers, and what host pages are made of.
pub fn browsers() -> Result<Browsers, Error> {
    let remedy = "Install Chromium, Firefox and WebKitGTK with their drivers, and Xvfb.";
    programs(&PROGRAMS, "the browser tests run in Chromium, Firefox and WebKit", remedy)?;
    let style_sheet = "bootstrap/dist/css/bootstrap.min.css";
    let bootstrap = from_npm("bootstrap", BOOTSTRAP, style_sheet, "host pages of the browser tests have its styles")?;
    let axe_script = "axe-core/axe.min.js";
    let axe = from_npm("axe-core", AXE, axe_script, "it looks for barriers in what the browser tests visit")?;
    let client = "@extractus/oembed-extractor";
    let client_file = format!("{client}/src/main.js");
    let why = "an oEmbed client, as sites have it that embed others";
    let clients = from_npm_with(client, OEMBED_CLIENT, &[LINKEDOM], &client_file, why)?;
    let (vite, tsc) = ("vite/bin/vite.js", "typescript/bin/tsc");
    let why = "the npm package is tried in a project with it";
    let bundlers = from_npm("vite", VITE, vite, why)?;
    let compilers = from_npm("typescript", TYPESCRIPT, tsc, why)?;
    let servers = ["nginx", "libnginx-mod-http-brotli-static"];
    let nginx = from_debian(&servers, "usr/sbin/nginx", "the built site is served by a real web server")?;
    let drivers = from_cargo("geckodriver", "geckodriver", GECKODRIVER, &[], "it drives Firefox; about 2 minutes")?;
    let (bootstrap, axe) = (bootstrap.join(style_sheet), axe.join(axe_script));
    let oembed_client = clients.join(client_file);
    let (vite, typescript) = (bundlers.join(vite), compilers.join(tsc));
    Ok(Browsers { drivers, bootstrap, axe, nginx, oembed_client, vite, typescript })
}

fn install(packages: &[&str]) -> Result<(), Error> {
    run_with_progress(apt_get().arg("update"))?;
    run_with_progress(apt_get().args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages))
}
