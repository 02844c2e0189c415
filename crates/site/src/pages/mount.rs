use std::rc::Rc;

use fact_cards::{PageOptions, Prerendered, prerender};
use fact_cards_story::edition::Edition;

use crate::{
    base_url::BaseUrl,
    escape::escaped,
    publish::{home::Home, shape::BuildId},
};

/// How many cards stand in an article before the button that shows all, where the element does not say.
pub(crate) const SHOW_IN_ARTICLES: usize = 6;

/// What the loader finds and the engine hydrates: the widget, prerendered, in an element of its own. `build_id` are the engine
/// and the story by whose page the engine knows its own.
/// Where `home` knows the address of the story, cards and facts have pages of their own, and links lead there.
pub(crate) fn mount(
    edition: &Rc<Edition>,
    prerendered: Prerendered,
    page: PageOptions,
    build_id: BuildId,
    home: &Home,
) -> String {
    let cannot_start = escaped(&edition.words.cannot_start);
    let show = if page.show > 0 { format!(r#" data-show="{}""#, page.show) } else { String::new() };
    let base = home.story();
    let permalinks = base.map(BaseUrl::to_string).unwrap_or_default();
    let base = base.map_or_else(String::new, |_| format!(r#" data-base="{}""#, escaped(&permalinks)));
    let pictures = if home.has_share_pictures() { " data-pictures" } else { "" };
    let page = PageOptions { permalinks, ..page };
    let widget = prerender(edition, prerendered, page);
    let shape = build_id.shape(&widget);
    // Yew marks what it keeps by `<!--<#>-->`. A system that allows no such comment shows it as text, so the brackets come with the
    // engine: `hydrate.js`.
    let widget = widget.replace("<!--<", "<!--").replace(">-->", "-->");
    let only = if edition.is_narrowed() { only(edition) } else { String::new() };
    format!(
        r#"<div class="fact-cards-mount" data-cannot-start="{cannot_start}" data-shape="{shape}"{show}{base}{pictures}{only}>{widget}</div>"#
    )
}

/// Which cards stand by themselves, and how that closes in which one of them opens beside a sentence.
fn only(edition: &Edition) -> String {
    format!(
        r#" data-only="{}" data-close="{}""#,
        edition.single().map_or_else(String::new, |card| escaped(&card.id)),
        escaped(&edition.words.close)
    )
}
