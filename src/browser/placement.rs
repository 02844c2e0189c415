//! Where a widget is, and what was requested of it there.

use std::rc::Rc;

use fact_cards_story::edition::Edition;
use web_sys::{Element, HtmlElement};

use super::{
    address,
    attributes::attributes,
    prerendered::{Permalinks, permalinks_in, show_in},
};
use crate::{Requested, state::State};

/// The heading level of an element that does not say which.
const HEADING_LEVEL: u8 = 2;

/// Where a widget is, and what was requested of it there.
pub struct Placement {
    pub host: HtmlElement,
    pub edition: Rc<Edition>,
    /// Where the story's pages are.
    pub site: String,
    /// The pages that its cards and facts have of their own.
    pub permalinks: Permalinks,
    pub requested: Requested,
    /// The level of the story's heading now.
    pub heading_level: u8,
    /// How many cards stand before the button that shows all; 0 where all of them do.
    pub show: usize,
    /// The same as it is where the element does not say so.
    pub own_show: usize,
    /// What it shows; nothing before it has hydrated.
    pub state: Option<State>,
    /// Whether it is being printed.
    pub prints: bool,
    /// Whether others were notified of that ahead of Yew.
    pub notified_soon: bool,
    /// Whether the page was notified that a router has the address for itself.
    pub told_of_route: bool,
    /// The mount that it replaces as soon as it shows the same.
    pub replaces: Option<HtmlElement>,
}

impl Placement {
    /// A widget of that edition in an element.
    pub fn new(host: HtmlElement, mount: &Element, edition: Rc<Edition>, site: String, requested: Requested) -> Self {
        let heading_level = heading_level(&host);
        let own_show = show_in(mount);
        Self {
            host,
            edition,
            site,
            permalinks: permalinks_in(mount),
            requested,
            heading_level,
            show: own_show,
            own_show,
            state: None,
            prints: false,
            notified_soon: false,
            told_of_route: false,
            replaces: None,
        }
    }

    /// Whether the address follows what is shown.
    pub fn syncs_url(&self) -> bool {
        self.host.has_attribute("sync-url")
    }

    /// Whether the cards stand by themselves.
    pub fn is_bare(&self) -> bool {
        self.edition.is_narrowed() && !self.host.has_attribute("controls")
    }

    /// What the address requests; where it requests nothing, what the attributes do.
    pub fn requested_state(&self) -> State {
        address::requested(&self.edition).unwrap_or_else(|| attributes(&self.host, &self.edition))
    }

    /// The level of the story's heading that its element requests.
    pub fn wanted_heading_level(&self) -> u8 {
        heading_level(&self.host)
    }
}

fn heading_level(host: &HtmlElement) -> u8 {
    let level = host.get_attribute("heading-level").and_then(|level| level.parse::<u8>().ok());
    level.map_or(HEADING_LEVEL, |level| level.clamp(1, 5))
}
