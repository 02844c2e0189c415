//! The widget as HTML, made on the host by the same components.

use std::rc::Rc;

use fact_cards_story::edition::Edition;
use yew::{Callback, LocalServerRenderer};

use crate::{Prerendered, Props, Requested, Widget};

/// The widget of an edition as it is before the reader has done anything. `heading_level` is that of the story's title,
/// `prerendered` how much of it there is, `pages` where its pages are, if it has several. The engine hydrates it by its
/// comments.
#[must_use]
pub fn prerender(edition: &Rc<Edition>, heading_level: u8, prerendered: Prerendered, pages: Option<String>) -> String {
    let edition = Rc::clone(edition);
    let props = Props {
        edition,
        // As it is until an engine has hydrated it.
        requested: Requested { hydrates: Some(prerendered), ..Requested::default() },
        on_hydrated: Callback::default(),
        on_change: Callback::default(),
        on_share: Callback::default(),
        page: String::new(),
        heading_level,
        pages,
    };
    futures_executor::block_on(LocalServerRenderer::<Widget>::with_props(props).render())
}
