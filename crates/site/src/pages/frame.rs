//! The lines that put the cards into a page as a frame.

use fact_cards_story::edition::Edition;

use crate::{escape::escaped, publish::home::Addresses};

/// The initial size of a frame in CSS pixels, until its page reports its height.
pub(crate) const WIDTH: u32 = 600;
pub(crate) const HEIGHT: u32 = 640;

/// The frame, and the script that sets its height to that of its page.
pub(crate) fn frame(edition: &Edition, Addresses { site, story, .. }: &Addresses) -> String {
    let [site, story] = [site, story].map(|address| escaped(address));
    let language = escaped(&edition.language);
    let title = escaped(edition.title.shown());
    format!(
        r#"<iframe data-fact-cards="" src="{story}embed/{language}.html" title="{title}" loading="lazy" width="{WIDTH}" height="{HEIGHT}" style="width:100%;border:0"></iframe><script async="" src="{site}fact-cards-frame.js"></script>"#
    )
}
