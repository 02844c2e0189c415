use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::json;
use thirtyfour::Capabilities;

use super::child_guard::ChildGuard;

/// Larger than any window.
const SCREEN: [&str; 3] = ["-screen", "0", "1600x2400x24"];

/// Where distributions keep the `MiniBrowser` of `WebKitGTK`: beside the library, possibly in a folder named after the
/// architecture.
const LIBRARIES: [&str; 3] = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"];

/// Without it the window's buttons keep it from becoming as narrow as a phone.
const NARROW: &str =
    "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px; -gtk-icon-size: 1px; }";

/// A virtual screen, stopped on drop.
pub struct Screen {
    display: String,
    _process: ChildGuard,
}

impl Screen {
    pub fn start() -> Self {
        let mut process =
            ChildGuard::start(Command::new("Xvfb").args(["-displayfd", "1", "-nolisten", "tcp"]).args(SCREEN));
        let mut number = String::new();
        let said = BufReader::new(process.output()).read_line(&mut number);
        assert!(said.is_ok_and(|bytes| bytes > 0), "Xvfb does not start: `cargo xtask test browser` installs it");
        Self { display: format!(":{}", number.trim()), _process: process }
    }

    /// Gives the window the focus, as a window manager would; in an unfocused window nothing matches `:focus`.
    pub fn focus_window(&self) {
        let mut focus = Command::new("xdotool");
        focus.args(["search", "--sync", "--onlyvisible", "--class", "MiniBrowser", "windowfocus", "--sync"]);
        let status = focus.env("DISPLAY", &self.display).stdout(Stdio::null()).status();
        assert!(status.is_ok_and(|status| status.success()), "xdotool gives the window no focus");
    }
}

/// The driver, with a screen and a home folder of its own.
pub fn driver(screen: &Screen, home: &Path) -> Command {
    let styles = home.join("gtk-3.0");
    fs::create_dir_all(&styles).expect("a folder for temporary files can be made");
    fs::write(styles.join("gtk.css"), NARROW).expect("a temporary file can be written");

    let mut command = Command::new("WebKitWebDriver");
    command
        .env("DISPLAY", &screen.display)
        // Its own sandbox needs privileges that containers lack.
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .env("NO_AT_BRIDGE", "1")
        .env("GDK_BACKEND", "x11");
    for folder in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
        command.env(folder, home);
    }
    command
}

pub fn capabilities() -> Capabilities {
    let binary = small_browser().expect("WebKitGTK's MiniBrowser is there: `cargo xtask test browser` installs it");
    let mut capabilities = serde_json::Map::new();
    let options = json!({ "binary": binary, "args": ["--automation"] });
    capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
    Capabilities::from(capabilities)
}

fn small_browser() -> Option<PathBuf> {
    let mut folders = vec![PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")];
    let of_architectures = fs::read_dir(Path::new("/usr/lib")).into_iter().flatten().flatten();
    folders.extend(of_architectures.map(|entry| entry.path()));
    let files = LIBRARIES.iter().flat_map(|library| folders.iter().map(move |folder| folder.join(library)));
    files.map(|folder| folder.join("MiniBrowser")).find(|file| file.is_file())
}
