//! Whether a page still is what was prerendered. Yew hydrates the nodes of such a page and stops the program at any other;
//! translators and extensions put elements of their own into pages, and a snippet may be of an older version.

use fact_cards_story::edition::Edition;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::{Disclosed, Prerendered};

/// The shape of what was prerendered, as the site wrote it down: see `crates/site/src/publish/shape.rs`.
const SHAPE: &str = "data-shape";
/// The card that was prerendered by itself.
const ONLY: &str = "data-only";

/// Marks a mount for styles: the widget works.
pub const READY: &str = "data-ready";

/// Whether the elements in a mount are those that were prerendered by this engine of the story with that fingerprint. `shape`
/// is that of what is there, as `hydrate.js` has found it: it goes through thousands of nodes in no time, which from here
/// would take a call each.
pub fn is_as_prerendered(mount: &Element, shape: u32, story: u32) -> bool {
    let written = mount.get_attribute(SHAPE).and_then(|written| written.parse().ok());
    written == Some(shape ^ story)
}

/// Whether that is a copy of cards with which an engine has worked, as pages keep them of themselves.
pub fn was_ready(mount: &Element) -> bool {
    mount.has_attribute(READY)
}

/// Whether a mount has the cards that an edition shows: all of them or, by itself, the single one. Two cards may well consist of the
/// same elements.
pub fn are_prerendered(mount: &Element, edition: &Edition) -> bool {
    let single = edition.single().map(|card| card.id.as_str());
    mount.get_attribute(ONLY).as_deref() == single && edition.only.len() < 2
}

/// The heading level with which the story's title was prerendered or, where the cards stand by themselves, their names.
pub fn heading_level(mount: &Element) -> Option<u8> {
    let level = |selector| {
        let heading = mount.query_selector(selector).ok().flatten()?;
        heading.local_name().strip_prefix('h')?.parse::<u8>().ok()
    };
    level(".title").or_else(|| level(".name"))
}

/// How much of the story was prerendered. Of a page where somebody has changed that, it is what there was to see.
pub fn prerendered_in(mount: &Element) -> Prerendered {
    let find = |selector| mount.query_selector(selector).ok().flatten();
    if find(".view").is_some() {
        return Prerendered::Views;
    }
    let page = find(".pages").and_then(|pages| pages.get_attribute("data-page")?.parse().ok());
    Prerendered::Cards(page.unwrap_or_default())
}

/// What the reader has opened by now on a prerendered page.
pub fn disclosed_in(mount: &Element, edition: &Edition) -> Disclosed {
    // Older snippets open it by themselves.
    let sheet = mount.query_selector(".filters:popover-open").ok().flatten().is_some();
    let opened = mount.query_selector_all("[data-card]:has(> details[open])").ok();
    let ids = (0..opened.as_ref().map_or(0, web_sys::NodeList::length))
        .filter_map(|at| opened.as_ref()?.get(at)?.dyn_into::<Element>().ok()?.get_attribute("data-card"));
    Disclosed::new(ids.filter_map(|id| edition.cards.position(&id)).collect(), sheet)
}

/// How many cards of a mount stand before the button that shows all, as it was prerendered; 0 where all of them do.
pub fn show_in(mount: &Element) -> usize {
    mount.get_attribute("data-show").and_then(|show| show.parse().ok()).unwrap_or_default()
}

/// The pages that cards and facts have of their own.
#[derive(Clone, Debug, Default)]
pub struct Permalinks {
    /// The address of the folder that they are below; empty where there are none.
    pub top: String,
    /// Whether they have pictures, to be shared with.
    pub have_pictures: bool,
}

/// Those of the story in a mount, as the site wrote it down.
pub fn permalinks_in(mount: &Element) -> Permalinks {
    Permalinks {
        top: mount.get_attribute("data-base").unwrap_or_default(),
        have_pictures: mount.has_attribute("data-pictures"),
    }
}
