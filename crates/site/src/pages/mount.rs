use std::rc::Rc;

use fact_cards::{Prerendered, prerender};
use fact_cards_story::edition::Edition;

use crate::{escape::escaped, publish::shape::Maker};

/// What the loader finds and the engine takes over: the widget, prerendered, in an element of its own. The title is a
/// heading of that level. `pages` is where the story's pages are, where it has several; `maker` are the engine and the story
/// by whose page the engine knows its own.
pub(crate) fn mount(
    edition: &Rc<Edition>,
    heading_level: u8,
    prerendered: Prerendered,
    pages: Option<&str>,
    maker: Maker,
) -> String {
    let cannot_start = escaped(&edition.words.cannot_start);
    let widget = prerender(edition, heading_level, prerendered, pages.map(str::to_owned));
    let shape = maker.shape(&widget);
    format!(r#"<div class="fact-cards-mount" data-cannot-start="{cannot_start}" data-shape="{shape}">{widget}</div>"#)
}
