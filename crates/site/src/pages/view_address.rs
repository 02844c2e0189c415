//! An address for each view of a story, to be pasted where a system makes a frame of an address. Programs read in it what to show;
//! a reader who opens it is led to that view on the page of the story.

use fact_cards::state::View;
use fact_cards_story::edition::Edition;

use crate::{
    base_url::BaseUrl,
    data::oembed::discovery,
    escape::escaped,
    pages::{
        document::{Document, canonical},
        permalink::NOINDEX,
    },
};

/// The path of the address of a view, from the top of the story and without its ending: no id of a language has a dot in it.
pub(crate) fn path(edition: &Edition, view: View) -> String {
    format!("embed/{}.{}", edition.language, view.key())
}

/// What it is called.
pub(crate) fn title(edition: &Edition, view: View) -> String {
    format!("{} · {}", edition.title.shown(), view.name(&edition.words))
}

/// Where it is on the page of the story, from the top of that.
pub(crate) fn on_the_page(edition: &Edition, view: View) -> String {
    format!("{}#view={}", edition.path, view.key())
}

/// The page at that address.
pub(crate) fn view_address(edition: &Edition, view: View, base: &BaseUrl) -> String {
    let title = title(edition, view);
    let there = escaped(&base.join(&on_the_page(edition, view)));
    let head = format!(
        "{NOINDEX}{}{}<meta http-equiv=\"refresh\" content=\"0; url={there}\">\n",
        canonical(&edition.path, Some(base)),
        discovery(&format!("{}.json", path(edition, view)), &title, base),
    );
    let body = format!(r#"<p><a href="{there}">{}</a></p>"#, escaped(&title));
    Document { title: &title, head: &head, body: &body, ..Document::new(edition) }.html()
}
