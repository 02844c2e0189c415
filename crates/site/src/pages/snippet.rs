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

/// The most characters that Webflow takes of a code.
const SHORT: usize = 50_000;

/// What a snippet is made of. Where it is not known at which address the site will live, the loader is taken from beside
/// the snippet's own folder, which works on the site itself.
#[derive(Clone, Copy)]
pub(crate) struct Snippet<'s> {
    pub edition: &'s Rc<Edition>,
    pub styles: &'s str,
    pub home: &'s Home<'s>,
    pub build_id: BuildId,
}

impl Snippet<'_> {
    /// The snippet, with the facts of so many cards or of all.
    pub fn html(self, with_facts: Option<usize>) -> String {
        let Self { edition, styles, home, build_id } = self;
        let pages = home.story().map(|base| base.join(&edition.path));
        let addresses = home.addresses();
        let site = addresses.story.clone();
        let page = PageOptions {
            heading_level: HEADING_LEVEL,
            pages,
            show: SHOW_IN_ARTICLES,
            site,
            with_facts,
            ..PageOptions::default()
        };
        let mount = mount(edition, Prerendered::Cards(0), page, build_id, home);
        format!("{}\n{}\n", element(edition, &addresses, "", &template(styles, &mount)), script(&addresses))
    }

    /// A snippet for systems that take no long one, given the whole: every card, with the facts of as many of the first ones as
    /// there is room for; those of the others are a link away, or come with the engine. Nothing where the whole is short, where the
    /// cards have no pages, or where the cards alone are too long.
    pub fn short(self, whole: &str) -> Option<String> {
        let length = whole.chars().count();
        if length <= SHORT || self.home.story().is_none() {
            return None;
        }
        let without = self.html(Some(0));
        let mut length = without.chars().count();
        let facts_of = |snippet: &'_ str| -> Vec<usize> {
            let parts =
                snippet.split("<!--#-->").skip(1).map(|part| part.split("<!--/#-->").next().unwrap_or_default());
            parts.map(|facts| facts.chars().count()).collect()
        };
        let more = facts_of(whole).into_iter().zip(facts_of(&without)).map(|(facts, way)| facts.saturating_sub(way));
        let fits = more.take_while(|more| {
            length += more;
            length <= SHORT
        });
        let with_facts = fits.count();
        let short = self.html(Some(with_facts));
        (short.chars().count() <= SHORT).then_some(short)
    }
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
    let mount = mount(edition, Prerendered::Cards(0), page, build_id, home);
    let element = element_of_card(edition, card, &addresses, &template(styles, &mount), home.story().is_some());
    let path = format!("{PATH}{}/{}.html", card.id, edition.language);
    Some((path, format!("{element}\n{}\n", script(&addresses))))
}

/// The folder of the snippets.
pub(crate) const PATH: &str = "snippet/";

fn template(styles: &str, mount: &str) -> String {
    format!(
        r#"<template shadowrootmode="open" shadowrootclonable=""><style>{}</style>{mount}</template>"#,
        styles_to_paste(styles)
    )
}

/// A style sheet as it stands in markup that somebody pastes: as a comment of HTML, which is nothing to CSS. A system that takes out
/// the tags and leaves their text leaves a comment then, and no page of rules. In such a comment there may be no bracket that opens,
/// lest it be text after all.
fn styles_to_paste(styles: &str) -> String {
    format!("<!--{}-->", styles.replace("(width<=", "(max-width:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: &str, base_url: Option<&str>) -> String {
        let edition = Edition { language: "en".into(), title: title.into(), ..Edition::default() };
        let base = base_url.and_then(|url| url.parse().ok());
        let (edition, home) = (Rc::new(edition), Home::alone(base.as_ref()));
        let snippet = Snippet { edition: &edition, styles: "p{color:red}", home: &home, build_id: BuildId::default() };
        snippet.html(None)
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

    #[test]
    fn the_styles_are_a_comment_to_systems_that_take_out_tags() {
        let styles = styles_to_paste("p>b{--a:1}@container fact-cards (width<=37em){p{color:red}}");
        assert_eq!(styles, "<!--p>b{--a:1}@container fact-cards (max-width:37em){p{color:red}}-->");
    }
}
