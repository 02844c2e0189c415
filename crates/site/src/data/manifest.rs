use fact_cards_story::edition::Edition;
use serde_json::json;

use crate::pages::document::direction;

/// The colour of the paper, as `styles/tokens.css` has it.
const PAPER: &str = "#fbfaf6";

/// The icons of a site, by their addresses from its top.
pub(crate) struct Icons {
    pub svg: String,
    pub small: String,
    pub large: String,
    pub maskable: String,
}

/// The web app manifest of an edition's page, in the same folder. `story` is the relative path from there to the top of the
/// story, `up` from there to the top of the site.
pub(crate) fn manifest(edition: &Edition, icons: &Icons, story: &str, up: &str) -> String {
    let icon = |name: &str, kind: &str, sizes: &str, purpose: &str| json!({ "src": format!("{story}{up}{name}"), "type": kind, "sizes": sizes, "purpose": purpose });
    let scope = if story.is_empty() { "./" } else { story };
    let manifest = json!({
        "name": edition.title.shown(),
        "short_name": edition.title.shown(),
        "description": edition.lead.shown(),
        "lang": edition.locale,
        "dir": direction(edition),
        "start_url": "./",
        "scope": scope,
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            icon(&icons.svg, "image/svg+xml", "any", "any"),
            icon(&icons.small, "image/png", "192x192", "any"),
            icon(&icons.large, "image/png", "512x512", "any"),
            icon(&icons.maskable, "image/png", "512x512", "maskable"),
        ],
    });
    manifest.to_string()
}
