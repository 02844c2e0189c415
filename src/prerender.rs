//! The widget as HTML, made on the host by the same components.

use std::rc::Rc;

use fact_cards_story::edition::Edition;
use yew::LocalServerRenderer;

use crate::{Props, Requested, Widget};

/// The widget of an edition as it is before the reader has done anything. `heading_level` is that of the story's title.
#[must_use]
pub fn prerender(edition: &Rc<Edition>, heading_level: u8) -> String {
    let edition = Rc::clone(edition);
    let props = Props { edition, requested: Requested::default(), on_change: yew::Callback::default(), heading_level };
    let renderer = LocalServerRenderer::<Widget>::with_props(props).hydratable(false);
    futures_executor::block_on(renderer.render())
}
