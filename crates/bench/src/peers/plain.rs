//! Peers that work on the markup of the page: List.js, `MixItUp`, Isotope.

use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;

use super::{
    html::{Frame, STYLES, page, radios},
    page_path, write_file,
};
use crate::story::Story;

/// One of these peers.
pub struct Peer<'p> {
    /// Its published script.
    pub script: PathBuf,
    /// The script that sets it up.
    pub setup: &'p str,
    /// Its own styles besides the shared ones.
    pub styles: &'p str,
}

/// Writes its pages.
pub fn write(peer: &Peer, editions: &[Story], folder: &Path) -> Result<()> {
    fs::copy(&peer.script, folder.join("peer.js"))?;
    write_file(&folder.join("setup.js"), peer.setup)?;
    write_file(&folder.join("page.css"), &format!("{STYLES}{}", peer.styles))?;
    let head = "<script defer src=\"/peer.js\"></script>\n<script defer src=\"/setup.js\"></script>\n";
    let controls = format!(
        "<input type=\"search\" class=\"search\" aria-label=\"Search\">{}{}",
        radios("kind", &["all", "member", "operation", "venue"]),
        radios("sort", &["story", "name", "date"])
    );
    for (place, story) in editions.iter().enumerate() {
        let html = page(story, &Frame { head, controls: &controls, above: "" });
        write_file(&folder.join(page_path(place, &story.language)).join("index.html"), &html)?;
    }
    Ok(())
}
