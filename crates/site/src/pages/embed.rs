//! The page for a frame.

use std::rc::Rc;

use fact_cards_story::edition::Edition;

use crate::{
    data::oembed::{self, discovery},
    escape::escaped,
    pages::{
        document::{Document, canonical},
        languages::Languages,
        parts::Parts,
    },
};

/// The page for a frame, in which the widget stands below the titles of another page.
pub(crate) fn embed(editions: &[Rc<Edition>], number: usize, mount: &str, parts: &Parts, version: &str) -> String {
    let Some(edition) = editions.get(number) else { return String::new() };
    let links = Languages { editions, number, address: |other: &Edition| format!("{}.html", other.language) }.links();
    let Parts { styles, embed_script, home, .. } = parts;
    let canonical = canonical(&edition.path, home.story());
    let discovered = home.story().map_or_else(String::new, |base| {
        discovery(&format!("{}{}", edition.path, oembed::NAME), edition.title.shown(), base)
    });
    let top = home.up();
    let data = home.versioned_data().map_or_else(String::new, |data| format!(r#" src="../{data}""#));
    let language = escaped(&edition.language);
    // Its own script first, so that options from the address apply from the beginning.
    let head = format!(
        r#"<meta name="robots" content="noindex">
{canonical}{discovered}{links}<link rel="stylesheet" href="../{top}{styles}">
<script type="module" src="../{top}{embed_script}"></script>
<script type="module" src="../{top}fact-cards.js?{version}"></script>
"#
    );
    let body = format!(r#"<fact-cards lang="{language}"{data}>{mount}</fact-cards>"#);
    Document { head: &head, class: "fact-cards-frame", body: &body, ..Document::new(edition) }.html()
}
