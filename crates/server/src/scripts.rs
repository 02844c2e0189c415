//! The scripts that are added to every page while it is served live. No built site has them.

/// A script by its address.
#[derive(Clone, Copy)]
pub struct Script {
    /// Its path.
    pub path: &'static str,
    /// The script.
    pub text: &'static str,
}

/// The common prefix of the addresses that belong to the server and not to the site.
pub const OWN: &str = "/fact-cards-serve/";

/// The event stream by which pages hear of new versions.
pub const EVENTS: &str = "/fact-cards-serve/events";

/// Replaces the service worker: what is served live is never cached.
const NO_WORKER: Script = Script { path: "/sw.js", text: include_str!("../page/no_worker.js") };

/// All of them.
pub const SCRIPTS: [Script; 4] = [
    Script { path: "/fact-cards-serve/live.js", text: include_str!("../page/live.js") },
    Script { path: "/fact-cards-serve/kept.js", text: include_str!("../page/kept.js") },
    Script { path: "/fact-cards-serve/panel.js", text: include_str!("../page/panel.js") },
    NO_WORKER,
];

/// The line that loads them into a page of that version.
pub fn tag(version: &str) -> String {
    format!("<script type=\"module\" src=\"/fact-cards-serve/live.js?{version}\"></script>\n")
}
