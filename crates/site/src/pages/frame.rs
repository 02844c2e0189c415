//! The lines that put the cards into a page as a frame.

use fact_cards_story::edition::Edition;

use crate::{escape::escaped, publish::home::Addresses};

/// The initial size of a frame in CSS pixels, until its page reports its height.
pub(crate) const WIDTH: u32 = 600;
pub(crate) const HEIGHT: u32 = 640;

/// The frame, and the script that sets its height to that of its page. What stands in the frame nobody sees, unless a system
/// takes out the frame: then a link is left.
pub(crate) fn frame(edition: &Edition, addresses: &Addresses) -> String {
    let Addresses { site, story, .. } = addresses;
    let [source, page] = [page_for_frames(edition, addresses), escaped(&format!("{story}{}", edition.path))];
    let title = escaped(edition.title.shown());
    let script = script(site);
    format!(
        r#"<iframe data-fact-cards="" src="{source}" title="{title}" loading="lazy" width="{WIDTH}" height="{HEIGHT}" style="width:100%;border:0"><a href="{page}">{title}</a></iframe>{script}"#
    )
}

/// The same for systems that ask what to show in place of an address, with the query of the page for frames. Before the frame
/// stands what is left where they refuse it, and what readers of a feed get; the page in the frame tells when to hide that.
/// What looks old-fashioned is what `WordPress` lets through: with a width in pixels it would be wider than a phone.
pub(crate) fn embedded(edition: &Edition, addresses: &Addresses, query: &str, title: &str, page: &str) -> String {
    let source = page_for_frames(edition, addresses);
    let [query, title, page] = [query, title, page].map(escaped);
    let script = script(&addresses.site);
    format!(
        r#"<blockquote data-fact-cards=""><a href="{page}">{title}</a></blockquote><iframe data-fact-cards="" src="{source}{query}" title="{title}" width="100%" height="{HEIGHT}" frameborder="0" scrolling="auto" loading="lazy" style="width:100%;border:0"></iframe>{script}"#
    )
}

/// The address of the page for frames in a language, escaped.
fn page_for_frames(edition: &Edition, Addresses { story, .. }: &Addresses) -> String {
    escaped(&format!("{story}embed/{}.html", edition.language))
}

fn script(site: &str) -> String {
    format!(r#"<script async="" src="{}fact-cards-frame.js"></script>"#, escaped(site))
}
