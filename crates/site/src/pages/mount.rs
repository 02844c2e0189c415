use std::rc::Rc;

use fact_cards::{Prerendered, prerender};
use fact_cards_story::edition::Edition;

use crate::{escape::escaped, publish::shape::BuildId};

/// What the loader finds and the engine hydrates: the widget, prerendered, in an element of its own. The title is a
/// heading of that level. `pages` is where the story's pages are, where it has several; `build_id` are the engine and the story
/// by whose page the engine knows its own.
pub(crate) fn mount(
    edition: &Rc<Edition>,
    heading_level: u8,
    prerendered: Prerendered,
    pages: Option<&str>,
    build_id: BuildId,
) -> String {
    let cannot_start = escaped(&edition.words.cannot_start);
    let widget = prerender(edition, heading_level, prerendered, pages.map(str::to_owned));
    let shape = build_id.shape(&widget);
    format!(r#"<div class="fact-cards-mount" data-cannot-start="{cannot_start}" data-shape="{shape}">{widget}</div>"#)
}
