//! The markup to paste into an article: the element, with its cards already in it. Every reader of the article downloads
//! them, so the other views come with the engine, and their styles too.

use std::rc::Rc;

use fact_cards::{PageOptions, Prerendered};
use fact_cards_story::edition::Edition;

use crate::{
    pages::{
        line::{element, element_of_card, script},
        mount::{SHOW_IN_ARTICLES, mount},
    },
    publish::{home::Home, shape::BuildId},
};

/// An article has its own title, so the story's is one level below.
const HEADING_LEVEL: u8 = 2;

/// The snippet for an edition. Where it is not known at which address the site will live, the loader is taken from beside
/// the snippet's own folder, which works on the site itself.
pub(crate) fn snippet(edition: &Rc<Edition>, styles: &str, home: &Home, build_id: BuildId) -> String {
    let pages = home.story().map(|base| base.join(&edition.path));
    let addresses = home.addresses();
    let site = addresses.story.clone();
    let page =
        PageOptions { heading_level: HEADING_LEVEL, pages, show: SHOW_IN_ARTICLES, site, ..PageOptions::default() };
    let mount = mount(edition, Prerendered::Cards(0), page, build_id, home.story());
    format!("{}\n{}\n", element(edition, &addresses, "", &template(styles, &mount)), script(&addresses))
}

/// The snippet of a single card, which an edition shows by itself; nothing where it shows others.
pub(crate) fn of_card(edition: &Rc<Edition>, styles: &str, home: &Home, build_id: BuildId) -> Option<(String, String)> {
    let [card] = edition.only.as_slice() else { return None };
    let card = edition.card(*card)?;
    let addresses = home.addresses_from("../../");
    let page = PageOptions {
        heading_level: HEADING_LEVEL,
        site: addresses.story.clone(),
        bare: true,
        ..PageOptions::default()
    };
    let mount = mount(edition, Prerendered::Cards(0), page, build_id, home.story());
    let element = element_of_card(edition, card, &addresses, &template(styles, &mount), home.story().is_some());
    let path = format!("{PATH}{}/{}.html", card.id, edition.language);
    Some((path, format!("{element}\n{}\n", script(&addresses))))
}

/// The folder of the snippets.
pub(crate) const PATH: &str = "snippet/";

fn template(styles: &str, mount: &str) -> String {
    format!(r#"<template shadowrootmode="open" shadowrootclonable=""><style>{styles}</style>{mount}</template>"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: &str, base_url: Option<&str>) -> String {
        let edition = Edition { language: "en".into(), title: title.into(), ..Edition::default() };
        let base = base_url.and_then(|url| url.parse().ok());
        snippet(&Rc::new(edition), "p{color:red}", &Home::alone(base.as_ref()), BuildId::default())
    }

    #[test]
    fn a_snippet_takes_the_loader_from_the_address_of_the_site() {
        for url in ["https://news.example/cards", "https://news.example/cards/"] {
            let snippet = of("Facts", Some(url));
            assert!(snippet.contains(r#"src="https://news.example/cards/fact-cards.js""#), "{snippet}");
            assert!(snippet.contains(r#"<a href="https://news.example/cards/">Facts</a>"#), "{snippet}");
        }
    }

    #[test]
    fn a_snippet_without_an_address_works_on_the_site_itself() {
        assert!(of("Facts", None).contains(r#"src="../fact-cards.js""#));
    }

    #[test]
    fn text_of_the_story_never_ends_the_template() {
        let snippet = of("</template><script>alert(1)</script>", None);
        assert_eq!(snippet.matches("</template>").count(), 1, "{snippet}");
        assert_eq!(snippet.matches("<script").count(), 1, "{snippet}");
    }
}
