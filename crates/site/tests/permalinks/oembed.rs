//! What systems find that are given the address of a story, a view or a card.

use std::collections::BTreeSet;

use fact_cards_story::edition::{CardId, Changed};
use serde_json::Value;

use crate::{BASE, STORIES, newsroom::text, support};

/// The address that a page gives for what to show in its place.
fn discovered(page: &str) -> Option<&str> {
    let (_, after) = page.split_once("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"")?;
    after.split('"').next()
}

/// The value of the first attribute of that name.
fn first<'m>(markup: &'m str, name: &str) -> &'m str {
    let (_, after) = markup.split_once(&format!(" {name}=\"")).unwrap();
    after.split('"').next().unwrap()
}

/// Whether there is a file at an address of the site, with or without query and fragment.
fn is_there(files: &support::Files, address: &str) -> bool {
    let path = address.strip_prefix(BASE).unwrap().split(['?', '#']).next().unwrap();
    files.contains_key(path) || files.contains_key(&format!("{path}index.html"))
}

#[test]
fn each_story_view_and_card_that_holds_has_an_address_that_says_what_to_show() {
    for story in STORIES {
        let files = support::files(story);
        let mut expected = BTreeSet::new();
        for edition in support::site(story).editions() {
            let (folder, language) = (&edition.path, &edition.language);
            expected.extend([format!("{folder}index.html"), format!("embed/{language}.html")]);
            expected
                .extend(["timeline", "map", "figures", "sources"].map(|view| format!("embed/{language}.{view}.html")));
            let holds = |at: &CardId| edition.withdrawal(Changed::Card(*at)).is_none();
            let cards = CardId::first(edition.cards.len()).filter(holds);
            expected.extend(cards.map(|at| format!("{folder}card/{}/index.html", edition.card(at).unwrap().id)));
        }
        let pages = files.keys().filter(|path| path.strip_suffix(".html").is_some());
        let found: BTreeSet<String> = pages.filter(|path| discovered(text(files, path)).is_some()).cloned().collect();
        assert_eq!(found, expected, "{story}");
    }
}

#[test]
fn what_a_system_is_told_leads_to_files_that_are_there() {
    for story in STORIES {
        let files = support::files(story);
        for path in files.keys().filter(|path| path.strip_suffix(".html").is_some()) {
            let Some(address) = discovered(text(files, path)) else { continue };
            let told: Value = serde_json::from_slice(&files[address.strip_prefix(BASE).unwrap()]).unwrap();
            let html = told["html"].as_str().unwrap();
            let [link, frame] = [first(html, "href"), first(html, "src")];
            assert!(is_there(files, link) && is_there(files, frame), "{link} and {frame} of {path}");
            assert!(frame.contains("/embed/"), "{frame}");
            // Of words that our fonts cannot write there is no picture.
            let picture = told["thumbnail_url"].as_str();
            assert!(picture.map_or(story.contains("hostile"), |picture| is_there(files, picture)), "{told}");
        }
    }
}

#[test]
fn the_address_of_a_view_shows_that_view_and_leads_readers_there() {
    let files = support::files("seeds");
    let page = text(files, "embed/ar.map.html");
    assert!(page.contains(r#"<html lang="ar-MA" dir="rtl">"#), "{page}");
    let there = format!("{BASE}ar/#view=map");
    assert!(page.contains(&format!(r#"<meta http-equiv="refresh" content="0; url={there}">"#)), "{page}");
    let told: Value = serde_json::from_slice(&files["embed/ar.map.json"]).unwrap();
    let html = told["html"].as_str().unwrap();
    assert_eq!(first(html, "src"), format!("{BASE}embed/ar.html?view=map"));
    assert_eq!(first(html, "href"), there);
}
